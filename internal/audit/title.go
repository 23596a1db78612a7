package audit

// RuleTitle is what a rule is called; a rule that no longer exists is called by its id.
func (a *Auditor) RuleTitle(rule string) string { return a.title(rule) }

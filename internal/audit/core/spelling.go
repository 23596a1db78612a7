package core

import (
	"strings"

	"footprint/internal/footprint"
)

// spellings are pairs of old and new, by jurisdiction. The rules are worded in the spelling of Australia, New Zealand and
// the United Kingdom.
var spellings = map[string]*strings.Replacer{
	"US": strings.NewReplacer("defence organisation", "malpractice insurer", "Defence organisation", "Malpractice insurer",
		"organisation", "organization", "Organisation", "Organization", "apologise", "apologize", "recognis", "recogniz", "Recognis", "Recogniz",
		"criticise", "criticize", "Criticise", "Criticize", "behaviour", "behavior", "Behaviour", "Behavior", "favour", "favor", "offence", "offense",
		"licence", "license", "Licence", "License", "defence", "defense", "Defence", "Defense", "judgement", "judgment", "programme", "program",
		"the uni shirt", "the school shirt"),
}

// Spelled gives words in the spelling of the user's jurisdiction, if there is a user.
func Spelled(me *footprint.Person, s string) string {
	if me == nil {
		return s
	}
	if r := spellings[me.Jurisdiction]; r != nil {
		return r.Replace(s)
	}
	return s
}

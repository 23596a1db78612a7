package analyze

import (
	"cmp"
	"slices"
	"time"

	"footprint/internal/analyze/lexicon"
	"footprint/internal/analyze/names"
	"footprint/internal/analyze/text"
	"footprint/internal/footprint"
)

// maxText is the longest field that is judged, in bytes; what stands behind it is not read.
const maxText = 1 << 20

// Check judges one item by itself and returns its findings, worst first. me may be nil.
func (rs *RuleSet) Check(item *footprint.Item, me *footprint.Person, asOf time.Time) []footprint.Finding {
	c := rs.context(item, me, asOf)
	defer c.release()
	return rs.check(c)
}

// nobody is the user of whom nothing is known.
var nobody footprint.Person

func (rs *RuleSet) context(item *footprint.Item, me *footprint.Person, asOf time.Time) *Context {
	rs.ready()
	if me == nil {
		me = &nobody
	}
	c := rs.contexts.Get().(*Context)
	c.Item, c.Me, c.AsOf, c.rules, c.person = item, me, asOf, rs, rs.personOf(me)
	return c
}

// maxKept is the number of tokens up to which the memory of a passage is used again.
const maxKept = 1024

// release gives the memory of a context and its passages to the next item.
func (c *Context) release() {
	rs := c.rules
	for _, p := range c.passages {
		if p != nil && cap(p.Tokens) <= maxKept {
			*p = Passage{Doc: p.Doc, Marks: p.Marks, told: p.told, likeness: p.likeness[:0]}
			rs.passages.Put(p)
		}
	}
	clear(c.answers)
	*c = Context{answers: c.answers}
	rs.contexts.Put(c)
}

// personOf returns the compiled names of a user; the last one is kept, since an audit is of one person.
func (rs *RuleSet) personOf(me *footprint.Person) *names.Person {
	if p := rs.person.Load(); p != nil && p.Of(me) {
		return p
	}
	held := *me
	p := rs.names.Person(&held)
	rs.person.Store(p)
	return p
}

// read parses and annotates one text.
func (rs *RuleSet) read(field, s string, who *names.Person) *Passage {
	p := rs.open(field, s, who)
	rs.annotate([]*Passage{p})
	return p
}

// open parses one text.
func (rs *RuleSet) open(field, s string, who *names.Person) *Passage {
	if len(s) > maxText {
		s = s[:maxText]
	}
	p := rs.passages.Get().(*Passage)
	p.Field, p.who = field, who
	p.Doc.Read(s)
	return p
}

// annotate marks parsed texts, one step after another for all of them: see plan.each.
func (rs *RuleSet) annotate(texts []*Passage) {
	for _, p := range texts {
		rs.lex.Respell(p.Doc)
	}
	for _, p := range texts {
		p.Marks.Read(rs.lex, p.Doc)
	}
	for _, p := range texts {
		rs.names.Mark(p.who, p.Doc, &p.Marks)
		p.Clinical = rs.clinical(p)
	}
}

func (rs *RuleSet) check(c *Context) []footprint.Finding {
	return rs.checkAll([]*Context{c})[0]
}

// checkAll returns the findings of each item.
func (rs *RuleSet) checkAll(items []*Context) [][]footprint.Finding {
	out := make([][]footprint.Finding, len(items))
	for from, to := 0, 0; from < len(items); from = to {
		plan := rs.planOf(items[from])
		for to < len(items) && to-from < together && rs.planOf(items[to]) == plan {
			to++
		}
		found := out[from:to]
		asked := make([]*Context, 0, min(together, len(items)))
		plan.each(items[from:to], func(which []uint8, a *alternative) {
			asked, of := asked[:0], which[:0]
			for _, i := range which {
				if c := items[from+int(i)]; a.asks(c) {
					asked, of = append(asked, c), append(of, i)
				}
			}
			if d, ok := a.det.(preparer); ok && len(asked) > 0 {
				d.prepare(asked)
			}
			for k, c := range asked {
				for _, m := range a.det.Detect(c) {
					found[of[k]] = merge(found[of[k]], c, a.rule, &a.Common, m)
				}
			}
		})
	}
	for i := range out {
		items[i].doubt(out[i])
		out[i] = yield(rs, out[i])
		shareIdentity(out[i])
		sortFindings(out[i])
	}
	return out
}

func (rs *RuleSet) planOf(c *Context) *plan {
	if c.Own() {
		return rs.own.of(c.Item.Kind)
	}
	return rs.others.of(c.Item.Kind)
}

// asks reports whether the alternative has to look at an item of a kind it is asked for.
func (a *alternative) asks(c *Context) bool {
	return (a.words == nil || a.words.plausible(c)) && a.when.passes(c)
}

// merge adds a match to the findings: one finding per rule, with the strongest match in front.
func merge(out []footprint.Finding, c *Context, r *Rule, common *Common, m Match) []footprint.Finding {
	f := finding(c.Item, c.Me, r, common, m)
	for i := range out {
		o := &out[i]
		if o.Rule != r.ID {
			continue
		}
		if f.Confidence > o.Confidence || f.Confidence == o.Confidence && f.Severity > o.Severity {
			f.Spans, f.Labels = mergeSpans(f.Spans, o.Spans), union(f.Labels, o.Labels)
			f.Severity = max(f.Severity, o.Severity)
			*o = f
			return out
		}
		o.Spans, o.Labels = mergeSpans(o.Spans, f.Spans), union(o.Labels, f.Labels)
		o.Severity = max(o.Severity, f.Severity)
		return out
	}
	return append(out, f)
}

func finding(it *footprint.Item, me *footprint.Person, r *Rule, common *Common, m Match) footprint.Finding {
	f := footprint.Finding{ItemID: it.ID, Rule: r.ID, Area: r.Area, Mode: r.Mode, Severity: r.Severity, Confidence: m.Confidence,
		Labels: union(slices.Clone(common.Labels), m.Labels), Spans: m.Spans, Why: cmp.Or(m.Why, common.Why, r.Title), Doubt: cmp.Or(m.Doubt, common.Doubt, r.Doubt),
		Advice: cmp.Or(m.Advice, common.Advice), Raised: m.Raised, Lowered: m.Lowered}
	switch {
	case m.Severity != nil:
		f.Severity = *m.Severity
	case common.Severity != nil:
		f.Severity = *common.Severity
	}
	if s, ok := common.SeverityIn[me.Jurisdiction]; ok {
		f.Severity = s
	}
	f.Severity = inView(f.Severity, it, r.Area)
	return f
}

// farReach is the number of shares or reactions from which an item counts as widely seen.
const farReach = 100

// inView moves severity by audience: words that nobody or few can see weigh one step less, widely seen ones
// one step more. What concerns patients or security keeps its weight.
func inView(s footprint.Severity, it *footprint.Item, area string) footprint.Severity {
	switch area {
	case "confidentiality", "boundaries", "identity_security", "privacy_settings", "wellbeing":
		return s
	}
	switch {
	case it.Visibility == footprint.VisibilityPrivate && s > footprint.SeverityLow:
		return s - 1
	case s == footprint.SeverityMedium && (reach(it.Shares) || reach(it.Reactions)):
		return footprint.SeverityHigh
	}
	return s
}

func reach(n *int) bool { return n != nil && *n >= farReach }

// clinical scores how much a passage reads like clinical prose, by the share of clinical words.
func (rs *RuleSet) clinical(p *Passage) float64 {
	if rs.clinic == lexicon.Class(0) || !p.Marks.Seen.Has(rs.clinic) {
		return 0
	}
	covered, last := 0, 0
	for _, h := range p.Marks.All() {
		if h.Is(rs.clinic) && h.To > last {
			covered += h.To - max(h.From, last)
			last = h.To
		}
	}
	words := 0
	for i := range p.Tokens {
		if k := p.Tokens[i].Kind; k == text.Word || k == text.Number {
			words++
		}
	}
	// A clinical word in eight is prose about care; one alone in a long text is not.
	return min(1, float64(covered)*8/float64(words+8))
}

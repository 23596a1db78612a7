package analyze

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"footprint/internal/analyze/names"
	"footprint/internal/analyze/text"
	"footprint/internal/footprint"

	"gopkg.in/yaml.v3"
)

// Basis is what a judgement rests on. Two judgements of one item differ only where their bases differ.
type Basis struct {
	// Shared names what every rule reads: word lists, frames, models, and the program.
	Shared string `json:"shared"`
	// Rules are the rules by id.
	Rules map[string]Ground `json:"rules"`
}

// Ground is what one rule rests on besides what all share.
type Ground struct {
	Rule    string `json:"r"`           // digest of what the rule says
	Profile string `json:"p,omitempty"` // digest of what it reads of the user
	Month   string `json:"m,omitempty"` // for a rule that counts time: the month of the audit
	// Yields are the rules it yields to.
	Yields []string `json:"y,omitempty"`
	// Words are those of its own that no vocabulary knows: a list that knows a word keeps it from being read as
	// the disguise of another, in every rule.
	Words []string `json:"w,omitempty"`
}

// Basis returns what a judgement of these rules by that program, for that user and day, rests on.
func (rs *RuleSet) Basis(program string, me *footprint.Person, asOf time.Time) (Basis, error) {
	data, err := json.Marshal(me)
	if err != nil {
		return Basis{}, fmt.Errorf("digest profile: %w", err)
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(data, &fields); err != nil {
		return Basis{}, fmt.Errorf("digest profile: %w", err)
	}
	grounds, err := rs.grounds()
	if err != nil {
		return Basis{}, err
	}
	b := Basis{Shared: rs.lists + " " + program, Rules: make(map[string]Ground, len(rs.rules))}
	for _, r := range rs.rules {
		said := grounds[r.ID]
		g := said.Ground
		if len(said.reads) > 0 {
			var of bytes.Buffer
			for _, name := range said.reads {
				if name == today {
					g.Month = asOf.UTC().Format("2006-01")
					continue
				}
				fmt.Fprintf(&of, "%s %s\n", name, fields[name])
			}
			g.Profile = digest(of.Bytes())
		}
		b.Rules[r.ID] = g
	}
	return b, nil
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:8])
}

// Change is what makes a judgement on one basis differ from that on another.
type Change struct {
	// All is true when every rule may judge otherwise.
	All bool
	// Rules are those that rest on something else, are new, or are no more; sorted.
	Rules []string
	// Raised are the rules whose findings may have come from one of them: these, and those they yielded to before.
	Raised []string
	// Words are those that only one of the two knows.
	Words []string
}

// Since compares with an earlier basis.
func (b Basis) Since(before Basis) Change {
	if b.Shared != before.Shared || !before.Known() {
		return Change{All: true}
	}
	var c Change
	words := map[string]int{}
	ids := maps.Clone(b.Rules)
	maps.Copy(ids, before.Rules)
	for _, id := range sortedKeys(ids) {
		now, is := b.Rules[id]
		then, was := before.Rules[id]
		if is && was && now.same(then) {
			continue
		}
		c.Rules = append(c.Rules, id)
		for _, w := range now.Words {
			words[w] |= 1
		}
		for _, w := range then.Words {
			words[w] |= 2
		}
	}
	c.Raised = slices.Clone(c.Rules)
	for i := 0; i < len(c.Raised); i++ { // what yielded may have yielded in turn
		c.Raised = union(c.Raised, before.Rules[c.Raised[i]].Yields)
	}
	for _, w := range sortedKeys(words) {
		if words[w] != 3 {
			c.Words = append(c.Words, w)
		}
	}
	return c
}

// Differs tells whether what a rule raises may differ from what it raised on an earlier basis since what the rules say
// changed, and whether since the user did. Both must be known.
func (b Basis) Differs(before Basis, rule string) (rules, profile bool) {
	rules = b.Shared != before.Shared
	ids := []string{rule}
	for i := 0; i < len(ids); i++ { // a finding comes and goes with those it yields to
		now, then := b.Rules[ids[i]], before.Rules[ids[i]]
		rules, profile = rules || now.Rule != then.Rule, profile || now.Rule == then.Rule && now.Profile != then.Profile
		ids = union(union(ids, now.Yields), then.Yields)
	}
	return rules, profile
}

// Known reports whether it is known what the judgement rested on.
func (b Basis) Known() bool { return len(b.Rules) > 0 }

// Dated are the rules that count time.
func (b Basis) Dated() (rules []string) {
	for id, g := range b.Rules {
		if g.Month != "" {
			rules = append(rules, id)
		}
	}
	return rules
}

// Mixed are the rules that judge items both alone and together: what they found on one alone hides what they found
// on it together.
func (rs *RuleSet) Mixed() (rules []string) {
	rs.ready()
	for _, r := range rs.rules {
		if len(r.alts) > 0 && len(r.surveys) > 0 {
			rules = append(rules, r.ID)
		}
	}
	return rules
}

// Surveys reports whether a rule judges items together.
func (r *Rule) Surveys() bool {
	r.set.ready()
	return len(r.surveys) > 0
}

func (g Ground) same(o Ground) bool {
	return g.Rule == o.Rule && g.Profile == o.Profile && g.Month == o.Month
}

// today stands among what a rule reads for the day of the audit.
const today = "today"

// readings tells by a word of a rule (a field, a class, a text) what it reads of the user, by JSON name. A
// word that means something else in its place only makes the rule be judged again more often.
var readings = map[string][]string{
	names.Own:       {"name", "former_names"},
	names.Employer:  {"employer"},
	names.Place:     {"place"},
	names.Specialty: {"specialty"},
	names.Interest:  {"interests"},
	names.Relative:  {"relatives"},

	"me.role":                    {"role"},
	"me.professional":            {"role"},
	"me.jurisdiction":            {"jurisdiction"},
	"me.bio":                     {"bio"},
	"me.interests":               {"interests"},
	"me.small_community":         {"small_community"},
	"me.last_advertising_review": {"last_advertising_review"},
	"me.last_public_view_check":  {"last_public_view_check"},
	"me.last_security_check":     {"last_security_check"},
	"me.policies":                {"policies", "employer"},
	"at_workplace":               {"workplace"},
	"at_home":                    {"home"},
	"on_shift":                   {"shifts"},
	"bio":                        {"bio"},
	"severity_in":                {"jurisdiction"},
}

// kindReadings tells the same of kinds.
var kindReadings = map[string][]string{
	"patient":    {"role", "name", "relatives"}, // see Context.writer
	"opinion":    {"role", "name", "relatives"},
	"advice":     {"role", "name", "relatives"},
	"consent":    {"role", "name", "relatives"},
	"mosaic":     {"role", "name", "relatives"},
	"scope":      {"role", "specialty"},
	"identifier": {"jurisdiction"},
	"linked":     {"aliases", "name", "former_names", "employer", "place", "specialty"},
	"due":        {today},
}

// ground is what a rule's file says it rests on.
type ground struct {
	Ground
	reads []string // what it reads of the user, and today
	runs  []string // other rules that it runs
}

// groundsOf reads it from the rules as the files have them.
func groundsOf(raw map[string]*sourceRule) (map[string]ground, error) {
	all := make(map[string]ground, len(raw))
	for id, r := range raw {
		said := r.rawRule
		said.Examples, said.Checklist, said.Implements, said.Flags, said.Doubt = rawExamples{}, Checklist{}, nil, "", "" // they decide nothing
		data, err := yaml.Marshal(&said)
		if err != nil {
			return nil, fmt.Errorf("digest rule %s: %w", id, err)
		}
		g := ground{Ground: Ground{Rule: digest(data), Yields: r.YieldsTo}}
		for i := range r.Detect {
			g.read(&r.Detect[i])
		}
		g.runs = slices.DeleteFunc(g.runs, func(word string) bool { return raw[word] == nil })
		all[id] = g
	}
	done := make(map[string]ground, len(raw))
	for id, g := range all {
		for _, other := range g.runs {
			o := all[other]
			g.Rule = digest([]byte(g.Rule + o.Rule))
			g.reads, g.Words = union(slices.Clone(g.reads), o.reads), union(slices.Clone(g.Words), o.Words)
		}
		slices.Sort(g.reads)
		slices.Sort(g.Words)
		done[id] = g
	}
	return done, nil
}

// read walks through a way to detect.
func (g *ground) read(n *yaml.Node) {
	if n.Kind == yaml.ScalarNode {
		g.reads = union(g.reads, readings[strings.TrimPrefix(n.Value, "!")])
		if strings.HasPrefix(n.Value, "older ") || strings.HasPrefix(n.Value, "newer ") {
			g.reads = union(g.reads, []string{today})
		}
		return
	}
	for i, sub := range n.Content {
		g.read(sub)
		if n.Kind != yaml.MappingNode || i%2 == 0 {
			continue
		}
		switch n.Content[i-1].Value {
		case "kind":
			g.reads = union(g.reads, kindReadings[sub.Value])
		case "rules": // see asOwnSpec
			for _, other := range slices.Concat(sub.Content, []*yaml.Node{sub}) {
				g.runs = union(g.runs, []string{other.Value})
			}
		case "words", "not_words":
			g.own(sub)
		}
	}
}

// own notes the unusual words of a list that stands in the rule.
func (g *ground) own(n *yaml.Node) {
	for _, sub := range n.Content {
		g.own(sub)
	}
	for w := range strings.FieldsFuncSeq(strings.ToLower(n.Value), func(c rune) bool { return strings.ContainsRune(" ()|", c) }) {
		if !text.Common(w) {
			g.Words = union(g.Words, []string{w})
		}
	}
}

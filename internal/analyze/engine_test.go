package analyze

import (
	"strings"
	"testing"
	"testing/fstest"

	"footprint/internal/footprint"
)

const lists = `
- class: pet
  pos: noun
  unless: [toy]
  terms: [dog, "guinea pig"]
- class: bad.strong
  severity: high
  terms: [rotten, "past its best"]
- class: benign.bad
  terms: [rotten apple]
- class: excuse
  terms: [joking]
`

// load compiles rules written in a test.
func load(t *testing.T, rules string) *RuleSet {
	t.Helper()
	rs, err := Load(fstest.MapFS{
		"rules/test.yaml":   {Data: []byte(rules)},
		"lexicon/test.yaml": {Data: []byte(lists)},
	})
	if err != nil {
		t.Fatal(err)
	}
	return rs
}

const head = "- id: r\n  title: T\n  area: reputation\n  severity: medium\n  mode: finding\n  detect:\n"

func TestFrame(t *testing.T) {
	rs := load(t, head+`
    - kind: frame
      confidence: possible
      slots: [{class: pet}, {class: bad}]
      order: true
      gap: 3
      lower: [excuse]
`)
	for name, c := range map[string]struct {
		text, author string
		want         string // confidence, or nothing
	}{
		"filled":         {"my dog is rotten", "self", "possible"},
		"plural, phrase": {"guinea pigs are past its best", "self", "possible"},
		"parent class":   {"dog: rotten", "self", "possible"},
		"order":          {"rotten dog", "self", ""},
		"gap":            {"my dog was not so very much and so on rotten", "self", ""},
		"negated":        {"my dog is not rotten", "self", ""},
		"quoted":         {`he wrote "dog is rotten"`, "self", ""},
		"others":         {"my dog is rotten", "Ann", ""},
		"two sentences":  {"My dog. Rotten!", "self", ""},
		"benign phrase":  {"the dog ate a rotten apple", "self", ""},
		"harmless sense": {"the toy dog is rotten", "self", ""},
		"lowered":        {"my dog is rotten, joking", "self", "weak"},
	} {
		t.Run(name, func(t *testing.T) {
			got := ""
			for _, f := range rs.Check(&footprint.Item{Kind: "post", Text: c.text, Author: c.author}, nil, ExampleDay()) {
				got = f.Confidence.String()
				for _, s := range f.Spans {
					if s.Start < 0 || s.End > len(c.text) || s.Start >= s.End {
						t.Errorf("span %v outside the text", s)
					}
				}
			}
			if got != c.want {
				t.Errorf("%q: %q, want %q", c.text, got, c.want)
			}
		})
	}
}

func TestFieldsAndDue(t *testing.T) {
	rs := load(t, head+`
    - kind: fields
      when: {kind: friend, mutual_friends: "<3", relation: "!family", created: older 1y}
    - kind: due
      since: me.last_security_check
      every: 12mo
`)
	two, five := 2, 5
	old := ExampleDay().AddDate(-2, 0, 0)
	for name, c := range map[string]struct {
		item footprint.Item
		want bool
	}{
		"all hold": {footprint.Item{Kind: "friend", MutualFriends: &two, Created: old}, true},
		"number":   {footprint.Item{Kind: "friend", MutualFriends: &five, Created: old}, false},
		"not":      {footprint.Item{Kind: "friend", MutualFriends: &two, Created: old, Relation: "family"}, false},
		"kind":     {footprint.Item{Kind: "post", MutualFriends: &two, Created: old}, false},
		"recent":   {footprint.Item{Kind: "friend", MutualFriends: &two, Created: ExampleDay()}, false},
	} {
		t.Run(name, func(t *testing.T) {
			if got := len(rs.Check(&c.item, nil, ExampleDay())) > 0; got != c.want {
				t.Errorf("raised %v, want %v", got, c.want)
			}
		})
	}
	for date, want := range map[string]int{"": 1, "2023-01-01": 1, "2025-01-01": 0} {
		if got := len(rs.Survey(&footprint.Person{LastSecurityCheck: date}, ExampleDay()).Findings()); got != want {
			t.Errorf("checked %q: %d reminders, want %d", date, got, want)
		}
	}
}

func TestLoadErrors(t *testing.T) {
	for name, c := range map[string]struct{ rules, want string }{
		"unknown key":    {head + "    - kind: fields\n      wehn: {}\n", "line 8"},
		"unknown kind":   {head + "    - kind: magic\n", `unknown kind "magic"`},
		"unknown class":  {head + "    - {kind: lexicon, class: nowhere}\n", `class "nowhere"`},
		"unknown field":  {head + "    - {kind: fields, when: {colour: red}}\n", "colour"},
		"top-level key":  {"- id: r\n  titel: x\n", `line 2: unknown key "titel"`},
		"given twice":    {head + "    - kind: fields\n" + head, "given twice"},
		"bad severity":   {"- {id: r, title: T, area: a, severity: huge}\n", "huge"},
		"not a list":     {"id: r\n", "list of rules"},
		"slots missing":  {head + "    - {kind: frame}\n", "needs slots"},
		"alias":          {"- &a {id: r, title: T, area: a}\n- *a\n", "alias"},
		"field twice":    {head + "    - {kind: fields, when: {own: true, own: false}}\n", "own is given twice"},
		"no value":       {head + "    - {kind: fields, when: {kind: []}}\n", "want a value"},
		"bad comparison": {head + "    - {kind: fields, when: {members: \">x\"}}\n", "number"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Load(fstest.MapFS{"rules/test.yaml": {Data: []byte(c.rules)}})
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "test.yaml") {
				t.Errorf("error %v, want one that names test.yaml and %q", err, c.want)
			}
		})
	}
}

func TestPacks(t *testing.T) {
	base := fstest.MapFS{"rules/a.yaml": {Data: []byte("- {id: one, title: T, area: a}\n- {id: two, title: T, area: a}\n")}}
	mine := fstest.MapFS{"rules/b.yaml": {Data: []byte("- {id: one, off: true}\n- {id: two, title: Mine, area: a}\n- {id: three, title: T, area: a}\n")}}
	rs, err := Load(base, mine)
	if err != nil {
		t.Fatal(err)
	}
	if rs.Rule("one") != nil || rs.Rule("two").Title != "Mine" || rs.Rule("three") == nil {
		t.Error("the later pack must switch off, replace and add")
	}
	plain, err := Load(base)
	if err != nil {
		t.Fatal(err)
	}
	if plain.Version() == rs.Version() {
		t.Error("the version must change with the rules")
	}
}

func TestYieldsTo(t *testing.T) {
	rs := load(t, `
- {id: general, title: T, area: a, severity: low, yields_to: [special], detect: [{kind: lexicon, class: pet}]}
- {id: special, title: T, area: a, severity: high, detect: [{kind: lexicon, class: bad}]}
`)
	got := rs.Check(&footprint.Item{Kind: "post", Text: "rotten dog", Author: "self"}, nil, ExampleDay())
	if len(got) != 1 || got[0].Rule != "special" {
		t.Errorf("got %v, want the special rule alone", got)
	}
}

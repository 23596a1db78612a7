package analyze

import (
	"cmp"
	"slices"
	"strings"

	"footprint/internal/analyze/names"
	"footprint/internal/analyze/strict"
	"footprint/internal/analyze/text"
	"footprint/internal/footprint"

	"gopkg.in/yaml.v3"
)

// linkedSpec is the kind "linked": an account under another name that shares one strong or two weak cues with
// a named account of the user. It has no parameters of its own.
type linkedSpec struct {
	Common `yaml:",inline"`
}

type linked struct{ spec *linkedSpec }

func newLinked(_ *build, n *yaml.Node) (surveyor, error) {
	k := &linked{spec: &linkedSpec{}}
	if err := strict.Decode(n, k.spec); err != nil {
		return nil, err
	}
	return k, nil
}

func (k *linked) start(s *Survey) tally {
	return &linkedTally{linked: k, survey: s, aliases: map[string]*accountCues{}, named: map[string]cueSource{}}
}

// Limits of one survey.
const (
	maxCues     = 4000 // per alias
	maxNamed    = 200000
	rareWord    = 9.0 // text.Rarity from which a shared word says something: rarer than the first eight thousand
	minStem     = 4   // shared letters of two handles
	strongCue   = 2
	weakCue     = 1
	enoughCues  = 2
	minDigits   = 7
	minRareWord = 5
)

// accountCues is what is kept of one alias: its first item and its cues with their weight.
type accountCues struct {
	item    string
	handle  string
	deleted bool
	cues    map[string]cueSource
	direct  map[string]int // cues that need no named account: the user's name, employer, place
}

type linkedTally struct {
	*linked
	survey  *Survey
	aliases map[string]*accountCues
	order   []string
	named   map[string]cueSource
	handles []string
}

func (t *linkedTally) add(c *Context) {
	switch page := c.Item.Kind == footprint.KindSearchResult || c.Item.Kind == footprint.KindWebPage; {
	case page && t.aliasIn(c.Item.URL) != "":
		t.addPage(c, t.aliasIn(c.Item.URL))
		return
	case c.Item.Kind == footprint.KindSearchResult, page && c.Item.AboutMe.Is(true):
		t.learn(c)
		return
	case !c.Own():
		return
	}
	if !t.isAlias(c) {
		t.learn(c)
		return
	}
	key := strings.ToLower(c.Item.Platform + "\x00" + c.Item.Account)
	a := t.aliases[key]
	if a == nil {
		a = &accountCues{item: c.Item.ID, handle: c.Item.Account, cues: map[string]cueSource{}, direct: map[string]int{}}
		t.aliases[key] = a
		t.order = append(t.order, key)
	}
	a.deleted = a.deleted || c.Item.Kind == footprint.KindProfile && c.Item.Deleted
	if len(a.cues) < maxCues {
		cuesOf(c, func(cue string, weight int) { a.cues[cue] = cueSource{c.Item.ID, weight} })
	}
	t.direct(c, a)
}

// aliasIn is the alias whose page an address is; "" if it is of none.
func (t *linkedTally) aliasIn(address string) string {
	parts := strings.FieldsFunc(strings.ToLower(address), func(r rune) bool { return r == '/' || r == '@' || r == '?' })
	for _, alias := range t.survey.me.Aliases {
		if alias = strings.ToLower(strings.TrimPrefix(alias, "@")); len(alias) >= minStem && slices.Contains(parts, alias) {
			return alias
		}
	}
	return ""
}

// addPage takes the picture that stands for an alias on a page of the web.
func (t *linkedTally) addPage(c *Context, alias string) {
	if len(c.Item.ProfilePicture) <= 3 {
		return
	}
	key := strings.ToLower(c.Item.URL)
	if t.aliases[key] == nil {
		t.aliases[key] = &accountCues{item: c.Item.ID, handle: alias, cues: map[string]cueSource{}, direct: map[string]int{}}
		t.order = append(t.order, key)
	}
	t.aliases[key].cues["picture:"+strings.ToLower(c.Item.ProfilePicture)] = cueSource{c.Item.ID, strongCue}
}

func (t *linkedTally) isAlias(c *Context) bool {
	if c.Item.Alias == footprint.Yes {
		return true
	}
	return c.Item.Account != "" && slices.ContainsFunc(c.Me.Aliases, func(s string) bool {
		return strings.EqualFold(strings.TrimPrefix(s, "@"), strings.TrimPrefix(c.Item.Account, "@"))
	})
}

// learn takes the cues of a named account.
func (t *linkedTally) learn(c *Context) {
	if c.Item.Account != "" && !slices.Contains(t.handles, c.Item.Account) && len(t.handles) < maxRelated {
		t.handles = append(t.handles, c.Item.Account)
	}
	if len(t.named) >= maxNamed {
		return
	}
	cuesOf(c, func(cue string, weight int) {
		if _, seen := t.named[cue]; !seen {
			t.named[cue] = cueSource{c.Item.ID, weight}
		}
	})
}

// direct notes facts of the user that an alias gives away by itself.
func (t *linkedTally) direct(c *Context, a *accountCues) {
	for _, field := range []string{"text", "title", "description"} {
		p := c.Passage(field)
		if p == nil {
			continue
		}
		for class, weight := range map[string]int{names.Own: strongCue, names.Employer: strongCue, names.Place: weakCue, names.Specialty: weakCue} {
			if p.Marks.Has(class) {
				a.direct[class] = weight
			}
		}
		if only(p) {
			a.direct["the only one"] = weakCue
		}
		for i := range p.Tokens {
			if tok := &p.Tokens[i]; tok.Kind == text.Email && t.nameIn(tok.Norm) {
				a.direct["address"] = strongCue
			}
		}
	}
	if t.nameIn(strings.ToLower(a.handle)) {
		a.direct["handle"] = strongCue
	}
}

// nameIn reports whether an address or handle holds the user's surname.
func (t *linkedTally) nameIn(s string) bool {
	names := strings.Fields(strings.ToLower(t.survey.me.Name))
	if len(names) == 0 {
		return false
	}
	last := names[len(names)-1]
	return len(last) >= minStem && strings.Contains(s, last)
}

func (t *linkedTally) matches() []CrossMatch {
	var out []CrossMatch
	for _, key := range t.order {
		a := t.aliases[key]
		if a.deleted {
			continue
		}
		score, related := 0, []string(nil)
		m := Match{Confidence: t.spec.base()}
		for _, class := range sortedKeys(a.direct) {
			score += a.direct[class]
			m.Raised = append(m.Raised, cmp.Or(cueNames()[class], class))
		}
		for _, cue := range sortedKeys(a.cues) {
			if n, ok := t.named[cue]; ok && len(m.Raised) < maxRelated {
				score += min(n.weight, a.cues[cue].weight)
				related = append(related, n.item)
				kind, _, _ := strings.Cut(cue, ":")
				m.Raised = append(m.Raised, cueNames()[kind])
			}
		}
		for _, h := range t.handles {
			if sharedStem(a.handle, h) {
				score += weakCue
				m.Raised = append(m.Raised, "the account names share a part")
			}
		}
		if score < enoughCues {
			continue
		}
		slices.Sort(related)
		out = append(out, CrossMatch{ItemID: a.item, Related: slices.Compact(related), Match: m})
	}
	return out
}

package analyze

import (
	"hash/maphash"
	"net/url"
	"strings"
	"time"
	"unicode"

	"footprint/internal/analyze/strict"
	"footprint/internal/footprint"

	"gopkg.in/yaml.v3"
)

// copiesSpec is the kind "copies": an item the user deleted shows up again in search results, on pages or in
// items of others, by its link or by its words.
type copiesSpec struct {
	Common `yaml:",inline"`
}

type copies struct{ spec *copiesSpec }

func newCopies(_ *build, n *yaml.Node) (surveyor, error) {
	k := copies{&copiesSpec{}}
	return k, strict.Decode(n, k.spec)
}

const (
	phraseWords = 4   // so many words in a row tell a text
	mostPhrases = 200 // kept of one item
)

// deleted is what is kept of an item that should be gone.
type deleted struct {
	id  string
	on  time.Time
	url string
	// phrase is the hash of the first words of the text, 0 when it is too short to tell.
	phrase uint64
}

// sighting is what is kept of an item that may show a deleted one.
type sighting struct {
	id      string
	on      time.Time
	url     string
	phrases []uint64
}

type copiesTally struct {
	spec    *copiesSpec
	seed    maphash.Seed
	deleted []deleted
	seen    []sighting
}

func (k copies) start(*Survey) tally { return &copiesTally{spec: k.spec, seed: maphash.MakeSeed()} }

func (t *copiesTally) add(c *Context) {
	it := c.Item
	switch {
	case c.Own() && (it.Deleted || !it.DeletedOn.IsZero()):
		d := deleted{id: it.ID, on: it.DeletedOn, url: address(it.URL)}
		if p := t.phrases(it.Text, 1); len(p) > 0 {
			d.phrase = p[0]
		}
		t.deleted = append(t.deleted, d)
	case it.Kind == footprint.KindSearchResult, it.Kind == footprint.KindWebPage && !c.Own(), !c.Own() && it.SharedText != "":
		if it.Marked == "not me" || it.AboutMe == footprint.No {
			return
		}
		s := sighting{id: it.ID, on: it.FoundOn, url: address(it.URL)}
		for _, text := range []string{it.Title, it.Snippet, it.SharedText, it.Text} {
			s.phrases = append(s.phrases, t.phrases(text, mostPhrases-len(s.phrases))...)
		}
		t.seen = append(t.seen, s)
	}
}

// matches joins what was deleted with what was seen.
func (t *copiesTally) matches() []CrossMatch {
	byURL, byPhrase := map[string]int{}, map[uint64]int{}
	for i, d := range t.deleted {
		if d.url != "" {
			byURL[d.url] = i
		}
		if d.phrase != 0 {
			byPhrase[d.phrase] = i
		}
	}
	found := map[int]*CrossMatch{}
	var order []int
	for _, s := range t.seen {
		i, ok := byURL[s.url]
		if !ok || s.url == "" {
			i, ok = t.byWords(byPhrase, s)
		}
		if !ok || !s.on.IsZero() && s.on.Before(t.deleted[i].on) {
			continue
		}
		m := found[i]
		if m == nil {
			m = &CrossMatch{ItemID: t.deleted[i].id, Match: Match{Confidence: t.spec.base()}}
			found[i] = m
			order = append(order, i)
		}
		if len(m.Related) < maxEvidence {
			m.Related = append(m.Related, s.id)
		}
	}
	var out []CrossMatch
	for _, i := range order {
		out = append(out, *found[i])
	}
	return out
}

func (t *copiesTally) byWords(byPhrase map[uint64]int, s sighting) (int, bool) {
	for _, p := range s.phrases {
		if i, ok := byPhrase[p]; ok {
			return i, true
		}
	}
	return 0, false
}

// phrases hashes the runs of phraseWords words of a text, at most so many.
func (t *copiesTally) phrases(text string, most int) []uint64 {
	words := strings.FieldsFunc(strings.ToLower(text[:min(len(text), 4096)]), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	var out []uint64
	for i := 0; i+phraseWords <= len(words) && len(out) < most; i++ {
		out = append(out, maphash.String(t.seed, strings.Join(words[i:i+phraseWords], " ")))
	}
	return out
}

// address strips from a link what does not name the page.
func address(raw string) string {
	u, err := url.Parse(raw)
	if err != nil || u.Host == "" {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Host), "www.") + strings.TrimSuffix(u.Path, "/") + "?" + u.RawQuery
}

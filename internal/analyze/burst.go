package analyze

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"footprint/internal/analyze/lexicon"

	"gopkg.in/yaml.v3"
)

// burstSpec is the kind "burst": many own items in a short time, of which some carry certain words.
//
//	kind: burst
//	by: [thread]            # counted apart for each value; items without one are left out
//	least: 4                # so many items ...
//	days: 1                 # ... inside so many days
//	class: [hostile.reply]  # words that count
//	marked: 2               # items of the burst that must carry them
//	hours: [9, 17]          # only items posted on weekdays in these hours (local time)
type burstSpec struct {
	Common `yaml:",inline"`
	By     words `yaml:"by"`
	Least  int   `yaml:"least"`
	Days   int   `yaml:"days"`
	Class  words `yaml:"class"`
	Marked int   `yaml:"marked"`
	Hours  []int `yaml:"hours"`
}

type burst struct {
	spec *burstSpec
	by   []func(c *Context) value
	set  lexicon.Set
}

func newBurst(b *build, n *yaml.Node) (surveyor, error) {
	k := &burst{spec: &burstSpec{}}
	if err := decode(n, k.spec); err != nil {
		return nil, err
	}
	if k.spec.Least < 2 || k.spec.Days < 1 || len(k.spec.Hours) != 0 && len(k.spec.Hours) != 2 {
		return nil, errors.New("kind burst needs least (2 or more), days (1 or more), and hours as [from, to] if given")
	}
	for _, name := range k.spec.By {
		f, ok := b.fields[name]
		if !ok {
			return nil, fmt.Errorf("by: no such field %q", name)
		}
		k.by = append(k.by, f.get)
	}
	b.set(&k.set, n.Line, k.spec.Class, nil)
	return k, nil
}

func (k *burst) start(*Survey) tally { return &burstTally{burst: k, runs: map[string][]stamp{}} }

// stamp is what is kept of one item.
type stamp struct {
	at     time.Time
	id     string
	marked bool
}

type burstTally struct {
	*burst
	runs map[string][]stamp
	keys []string
}

func (t *burstTally) add(c *Context) {
	at := c.Item.Created
	if at.IsZero() || !t.inHours(at) {
		return
	}
	key := ""
	for _, get := range t.by {
		v := get(c)
		if !v.known {
			return
		}
		key += v.one + "\x00"
	}
	s := stamp{at: at, id: c.Item.ID}
	if p := c.Passage("text"); p != nil && len(t.set) > 0 {
		s.marked = p.Marks.Seen.Any(t.set)
	}
	if t.runs[key] == nil {
		t.keys = append(t.keys, key)
	}
	t.runs[key] = append(t.runs[key], s)
}

func (t *burstTally) inHours(at time.Time) bool {
	if len(t.spec.Hours) == 0 {
		return true
	}
	day := at.Weekday()
	return day != time.Saturday && day != time.Sunday && at.Hour() >= t.spec.Hours[0] && at.Hour() < t.spec.Hours[1]
}

// matches raises each burst once, on its last item.
func (t *burstTally) matches() []CrossMatch {
	var out []CrossMatch
	for _, key := range t.keys {
		run := t.runs[key]
		slices.SortStableFunc(run, func(a, b stamp) int { return a.at.Compare(b.at) })
		from, marked := 0, 0
		for i := range run {
			if run[i].marked {
				marked++
			}
			for run[i].at.Sub(run[from].at) >= time.Duration(t.spec.Days)*24*time.Hour || len(t.spec.Hours) > 0 && run[from].at.YearDay() != run[i].at.YearDay() {
				if run[from].marked {
					marked--
				}
				from++
			}
			if i-from+1 < t.spec.Least || marked < t.spec.Marked {
				continue
			}
			m := CrossMatch{ItemID: run[i].id, Match: Match{Confidence: t.spec.base(), Why: fmt.Sprintf("%d posts within a short time.", i-from+1)}}
			for _, s := range run[max(from, i-maxEvidence):i] {
				m.Related = append(m.Related, s.id)
			}
			out = append(out, m)
			break
		}
	}
	return out
}

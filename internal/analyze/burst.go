package analyze

import (
	"cmp"
	"errors"
	"fmt"
	"hash/maphash"
	"slices"
	"time"

	"footprint/internal/analyze/lexicon"
	"footprint/internal/analyze/strict"

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
	if err := strict.Decode(n, k.spec); err != nil {
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

func (k *burst) start(*Survey) tally {
	return &burstTally{burst: k, seed: maphash.MakeSeed(), limit: leastPruned}
}

// stamp is what is kept of one item: an account may hold a million.
type stamp struct {
	key    uint64 // the hash of what items are counted by
	at     int64  // in microseconds
	id     string
	day    int16 // of the year, where the item was written
	marked bool
}

// leastPruned is how many stamps are kept before it is looked which of them can still matter.
const leastPruned = 1 << 13

type burstTally struct {
	*burst
	seed   maphash.Seed
	stamps []stamp
	limit  int
}

func (t *burstTally) add(c *Context) {
	at := c.Item.Created
	if at.IsZero() || !t.inHours(at) {
		return
	}
	var key maphash.Hash
	key.SetSeed(t.seed)
	for _, get := range t.by {
		v := get(c)
		if !v.known {
			return
		}
		key.WriteString(v.one)
		key.WriteByte(0)
	}
	s := stamp{key: key.Sum64(), at: at.UnixMicro(), id: c.Item.ID, day: int16(at.YearDay())}
	if p := c.Passage("text"); p != nil && len(t.set) > 0 {
		s.marked = p.Marks.Seen.Any(t.set)
	}
	t.stamps = append(t.stamps, s)
	if len(t.stamps) == t.limit {
		t.prune()
	}
}

func (t *burstTally) inHours(at time.Time) bool {
	if len(t.spec.Hours) == 0 {
		return true
	}
	day := at.Weekday()
	return day != time.Saturday && day != time.Sunday && at.Hour() >= t.spec.Hours[0] && at.Hour() < t.spec.Hours[1]
}

// prune drops what comes after the first burst of its sort: whatever is still to be seen, the first one is not later.
func (t *burstTally) prune() {
	n := 0
	for run := range t.runs() {
		if i, _ := t.first(run); i >= 0 {
			run = run[:i+1]
		}
		n += copy(t.stamps[n:], run)
	}
	clear(t.stamps[n:])
	t.stamps = t.stamps[:n]
	t.limit = max(2*n, leastPruned)
}

// runs yields the stamps of each key in order of time.
func (t *burstTally) runs() func(yield func([]stamp) bool) {
	slices.SortStableFunc(t.stamps, func(a, b stamp) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.at, b.at)) })
	return func(yield func([]stamp) bool) {
		for rest := t.stamps; len(rest) > 0; {
			n := 1
			for n < len(rest) && rest[n].key == rest[0].key {
				n++
			}
			if !yield(rest[:n]) {
				return
			}
			rest = rest[n:]
		}
	}
}

// first returns the place of the item that makes the first burst of a run, and of the one that opens it; -1 for none.
func (t *burstTally) first(run []stamp) (last, from int) {
	span := int64(t.spec.Days) * (24 * time.Hour).Microseconds()
	marked := 0
	for i := range run {
		if run[i].marked {
			marked++
		}
		for run[i].at-run[from].at >= span || len(t.spec.Hours) > 0 && run[from].day != run[i].day {
			if run[from].marked {
				marked--
			}
			from++
		}
		if i-from+1 >= t.spec.Least && marked >= t.spec.Marked {
			return i, from
		}
	}
	return -1, 0
}

// matches raises each burst once, on its last item.
func (t *burstTally) matches() []CrossMatch {
	var out []CrossMatch
	for run := range t.runs() {
		i, from := t.first(run)
		if i < 0 {
			continue
		}
		m := CrossMatch{ItemID: run[i].id, Match: Match{Confidence: t.spec.base(), Why: fmt.Sprintf("%d posts within a short time.", i-from+1)}}
		for _, s := range run[max(from, i-maxEvidence):i] {
			m.Related = append(m.Related, s.id)
		}
		out = append(out, m)
	}
	return out
}

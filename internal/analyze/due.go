package analyze

import (
	"fmt"

	"gopkg.in/yaml.v3"
)

// dueSpec is the kind "due": a reminder, once per audit, when a date is missing or too long ago.
//
//	kind: due
//	since: me.last_security_check   # a date of the user; without it the reminder always comes
//	every: 12mo
type dueSpec struct {
	Common `yaml:",inline"`
	Since  string `yaml:"since"`
	Every  string `yaml:"every"`
}

type due struct {
	spec  *dueSpec
	every span
	get   func(c *Context) value
}

func newDue(b *build, n *yaml.Node) (surveyor, error) {
	d := &due{spec: &dueSpec{}}
	if err := decode(n, d.spec); err != nil {
		return nil, err
	}
	if d.spec.Since == "" {
		return d, nil
	}
	var err error
	if d.every, err = parseSpan(d.spec.Every); err != nil {
		return nil, fmt.Errorf("every: %w", err)
	}
	get, ok := b.fields[d.spec.Since]
	if !ok {
		return nil, fmt.Errorf("since: no such field %q", d.spec.Since)
	}
	d.get = get
	return d, nil
}

func (d *due) start(s *Survey) tally { return &dueTally{d, s} }

type dueTally struct {
	*due
	survey *Survey
}

func (d *dueTally) add(*Context) {}

// matches raises the reminder; it hangs on the user, not on an item.
func (d *dueTally) matches() []CrossMatch {
	if d.get != nil {
		v := d.get(&Context{Me: d.survey.me, AsOf: d.survey.asOf})
		if v.known && !v.time.Before(d.every.before(d.survey.asOf)) {
			return nil
		}
	}
	return []CrossMatch{{ItemID: MeID, Match: Match{Confidence: d.spec.base()}}}
}

package analyze

import (
	"fmt"

	"footprint/internal/analyze/strict"
	"footprint/internal/footprint"

	"gopkg.in/yaml.v3"
)

// dueSpec is the kind "due": a reminder, once per audit, when a date is missing or too long ago.
//
//	kind: due
//	since: me.last_security_check   # a date of the user; without it the reminder always comes
//	every: 12mo
//	seen: {kind: ad}                # only when the audit met such an item
//	when: {me.employer: present}    # conditions on the user
type dueSpec struct {
	Common `yaml:",inline"`
	Since  string    `yaml:"since"`
	Every  string    `yaml:"every"`
	Seen   yaml.Node `yaml:"seen"`
}

type due struct {
	spec  *dueSpec
	every span
	seen  *condition
	when  *condition
	get   func(c *Context) value
}

func newDue(b *build, n *yaml.Node) (surveyor, error) {
	d := &due{spec: &dueSpec{}}
	if err := strict.Decode(n, d.spec); err != nil {
		return nil, err
	}
	var err error
	if d.seen, err = b.condition(&d.spec.Seen); err != nil {
		return nil, err
	}
	if d.when, err = b.condition(&d.spec.When); err != nil {
		return nil, err
	}
	if d.spec.Since == "" {
		return d, nil
	}
	if d.every, err = parseSpan(d.spec.Every); err != nil {
		return nil, fmt.Errorf("every: %w", err)
	}
	f, ok := b.fields[d.spec.Since]
	if !ok {
		return nil, fmt.Errorf("since: no such field %q", d.spec.Since)
	}
	d.get = f.get
	return d, nil
}

func (d *due) start(s *Survey) tally { return &dueTally{due: d, survey: s, met: d.seen == nil} }

type dueTally struct {
	*due
	survey *Survey
	met    bool
}

func (d *dueTally) add(c *Context) { d.met = d.met || d.seen.holds(c) }

// matches raises the reminder; it hangs on the user, not on an item.
func (d *dueTally) matches() []CrossMatch {
	c := d.survey.rules.context(&footprint.Item{}, d.survey.me, d.survey.asOf)
	if !d.met || !d.when.holds(c) {
		return nil
	}
	if d.get != nil {
		v := d.get(c)
		if v.known && !v.time.Before(d.every.before(d.survey.asOf)) {
			return nil
		}
	}
	return []CrossMatch{{ItemID: MeID, Match: Match{Confidence: d.spec.base()}}}
}

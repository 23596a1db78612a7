package analyze

import (
	"errors"
	"fmt"
	"strings"

	"footprint/internal/analyze/strict"
	"footprint/internal/footprint"

	"gopkg.in/yaml.v3"
)

// mixingSpec is the kind "mixing": one account holds two sorts of items, each in a notable share.
//
//	kind: mixing
//	one: {has: {text: [life.private]}}
//	other: {has: {text: [life.work]}}
//	share: 0.15        # of the account's items, for each sort
//	least: 20          # items of the account; a profile that holds "known" needs a fifth of them
//	known: {has: {text: [people.title]}}
type mixingSpec struct {
	Common `yaml:",inline"`
	One    yaml.Node `yaml:"one"`
	Other  yaml.Node `yaml:"other"`
	Known  yaml.Node `yaml:"known"`
	Share  float64   `yaml:"share"`
	Least  int       `yaml:"least"`
}

type mixing struct {
	spec              *mixingSpec
	one, other, known *condition
}

func newMixing(b *build, n *yaml.Node) (surveyor, error) {
	k := &mixing{spec: &mixingSpec{}}
	if err := strict.Decode(n, k.spec); err != nil {
		return nil, err
	}
	for _, c := range []struct {
		node *yaml.Node
		into **condition
	}{{&k.spec.One, &k.one}, {&k.spec.Other, &k.other}, {&k.spec.Known, &k.known}} {
		w, err := b.condition(c.node)
		if err != nil {
			return nil, err
		}
		*c.into = w
	}
	if k.one == nil || k.other == nil || k.spec.Share <= 0 {
		return nil, errors.New("mixing needs one, other and share")
	}
	return k, nil
}

func (k *mixing) start(*Survey) tally { return &mixingTally{mixing: k, accounts: map[string]*mixed{}} }

// mixed is what is kept of one account.
type mixed struct {
	total, one, other  int
	first, profile     string
	oneItem, otherItem string
	known              bool
}

type mixingTally struct {
	*mixing
	accounts map[string]*mixed
	order    []string
}

func (t *mixingTally) add(c *Context) {
	key := c.Item.Platform + "\x00" + strings.ToLower(c.Item.Account)
	a := t.accounts[key]
	if a == nil {
		a = &mixed{}
		t.accounts[key] = a
		t.order = append(t.order, key)
	}
	if c.Item.Kind == footprint.KindProfile {
		a.profile = c.Item.ID
		a.known = a.known || t.known != nil && t.known.holds(c)
		return
	}
	if a.first == "" {
		a.first = c.Item.ID
	}
	a.total++
	// An item that speaks of both belongs to work: people thank their families at conferences.
	switch {
	case t.other.holds(c):
		a.other++
		a.otherItem = c.Item.ID
	case t.one.holds(c):
		a.one++
		a.oneItem = c.Item.ID
	}
}

func (t *mixingTally) matches() []CrossMatch {
	var out []CrossMatch
	for _, key := range t.order {
		a := t.accounts[key]
		least := t.spec.Least
		if a.known {
			least /= 5
		}
		part := t.spec.Share * float64(a.total)
		if a.total == 0 || a.total < least || float64(a.one) < part || float64(a.other) < part {
			continue
		}
		m := CrossMatch{ItemID: a.first, Related: []string{a.oneItem, a.otherItem}}
		if a.profile != "" {
			m.ItemID = a.profile
		}
		m.Confidence = t.spec.base()
		m.Why = fmt.Sprintf("Of %d items on this account %d are about private life and %d about work.", a.total, a.one, a.other)
		out = append(out, m)
	}
	return out
}

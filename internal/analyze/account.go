package analyze

import (
	"errors"
	"strings"

	"footprint/internal/analyze/strict"

	"gopkg.in/yaml.v3"
)

// accountSpec is the kind "account": an item counts because of what else stands on the same account, once per
// account.
//
//	kind: account
//	item: {kind: profile, lacks: {text: [disclaimer]}}   # the item to raise
//	with: {kind: [post, comment], own: true}             # other items of the account
//	least: 1                                             # at least so many of them
//	without: {kind: profile, has: {text: [disclaimer]}}  # no such item on the account
type accountSpec struct {
	Common  `yaml:",inline"`
	Item    yaml.Node `yaml:"item"`
	With    yaml.Node `yaml:"with"`
	Least   int       `yaml:"least"`
	Without yaml.Node `yaml:"without"`
}

type accountKind struct {
	spec                *accountSpec
	item, with, without *condition
}

func newAccount(b *build, n *yaml.Node) (surveyor, error) {
	k := &accountKind{spec: &accountSpec{}}
	if err := strict.Decode(n, k.spec); err != nil {
		return nil, err
	}
	if k.spec.Item.Kind == 0 {
		return nil, errors.New("account needs item")
	}
	var err error
	if k.item, err = b.condition(&k.spec.Item); err != nil {
		return nil, err
	}
	if k.with, err = b.condition(&k.spec.With); err != nil {
		return nil, err
	}
	if k.without, err = b.condition(&k.spec.Without); err != nil {
		return nil, err
	}
	if k.with != nil {
		k.spec.Least = max(1, k.spec.Least)
	}
	return k, nil
}

func (k *accountKind) start(*Survey) tally {
	return &accountTally{accountKind: k, accounts: map[string]*accountSeen{}}
}

// accountSeen is what is kept of one account.
type accountSeen struct {
	item     string
	with     int
	related  []string
	silenced bool
}

type accountTally struct {
	*accountKind
	accounts map[string]*accountSeen
	order    []string
}

// maxRelated bounds the items a finding about an account points to.
const maxRelated = 10

func (t *accountTally) add(c *Context) {
	key := accountKey(c)
	a := t.accounts[key]
	if a == nil {
		a = &accountSeen{}
		t.accounts[key] = a
		t.order = append(t.order, key)
	}
	switch {
	case t.without != nil && t.without.holds(c):
		a.silenced = true
	case t.item.holds(c):
		if a.item == "" {
			a.item = c.Item.ID
		}
	case t.with != nil && t.with.holds(c):
		a.with++
		if len(a.related) < maxRelated {
			a.related = append(a.related, c.Item.ID)
		}
	}
}

// accountKey names the account an item of the user belongs to.
func accountKey(c *Context) string { return c.Item.Platform + "\x00" + strings.ToLower(c.Item.Account) }

func (t *accountTally) matches() []CrossMatch {
	var out []CrossMatch
	for _, key := range t.order {
		a := t.accounts[key]
		if a.item == "" || a.silenced || a.with < t.spec.Least {
			continue
		}
		out = append(out, CrossMatch{ItemID: a.item, Related: a.related, Match: Match{Confidence: t.spec.base()}})
	}
	return out
}

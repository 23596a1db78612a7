package analyze

import (
	"fmt"
	"slices"
	"time"

	"footprint/internal/analyze/patient"
	"footprint/internal/analyze/strict"
	"footprint/internal/footprint"

	"gopkg.in/yaml.v3"
)

// mosaicSpec is the kind "mosaic": facts from several items of one person that together point to a patient,
// within a window of days. Where and when the user worked counts, and so does a news item passed on.
//
//	kind: mosaic
//	days: 14
//	weight: 3       # least weight of the combined facts; see patient.Fact
type mosaicSpec struct {
	Common `yaml:",inline"`
	Days   int     `yaml:"days"`
	Weight float64 `yaml:"weight"`
}

type mosaicKind struct{ spec *mosaicSpec }

func newMosaic(_ *build, n *yaml.Node) (surveyor, error) {
	k := &mosaicKind{&mosaicSpec{Days: 14, Weight: 3}}
	return k, strict.Decode(n, k.spec)
}

func (k *mosaicKind) start(*Survey) tally {
	return &mosaicTally{kind: k, number: map[string]int32{}}
}

// piece is what one item adds to the mosaic.
type piece struct {
	id    string
	at    time.Time
	event bool // tells of something that happened to a patient; without it the facts count near such an item only
	place bool // tells where the user was at work
	news  bool // a report of others, passed on or found
	facts []tile
}

// tile is the heaviest fact of a type in one item; the words are not kept.
type tile struct {
	kind   patient.FactType
	weight float64
}

// stored is a piece as it is kept: an account may hold a million.
type stored struct {
	id                 string
	at                 int64 // in microseconds
	facts              int32 // their number among the sets of facts
	event, place, news bool
}

// mosaicTally keeps a few numbers per item that adds anything. Profiles hold for all times.
type mosaicTally struct {
	kind    *mosaicKind
	pieces  []stored
	profile []piece
	sets    [][]tile         // the sets of facts met: few, since many items tell the same few things
	number  map[string]int32 // of a set
}

// keep stores a piece.
func (t *mosaicTally) keep(p piece) {
	key := fmt.Sprint(p.facts)
	n, met := t.number[key]
	if !met {
		n = int32(len(t.sets))
		t.number[key] = n
		t.sets = append(t.sets, p.facts)
	}
	t.pieces = append(t.pieces, stored{p.id, p.at.UnixMicro(), n, p.event, p.place, p.news})
}

// piecesOf returns stored pieces as they were.
func (t *mosaicTally) piecesOf(list []stored) []piece {
	out := make([]piece, len(list))
	for i, s := range list {
		out[i] = piece{id: s.id, at: time.UnixMicro(s.at), event: s.event, place: s.place, news: s.news, facts: t.sets[s.facts]}
	}
	return out
}

func (t *mosaicTally) add(c *Context) {
	switch c.Item.Kind {
	case footprint.KindMessage, footprint.KindGroup, footprint.KindFriend, footprint.KindFriendRequest, footprint.KindPrivacySetting, footprint.KindConnectedApp:
		return
	}
	p := piece{id: c.Item.ID, at: c.Item.Created}
	if c.Own() {
		p.read(c, "text")
		p.read(c, "title")
	}
	if c.Item.SharedText != "" || c.Item.Interaction == footprint.InteractionShared || c.Item.Kind == footprint.KindSearchResult {
		p.pass(c)
	}
	if !p.event && !p.place && len(p.facts) == 0 {
		return
	}
	if c.Item.Kind == footprint.KindProfile {
		t.profile = append(t.profile, p)
		return
	}
	if !p.at.IsZero() || c.Item.Kind != footprint.KindSearchResult {
		t.keep(p)
	}
}

// read takes the facts of the user's own words.
func (p *piece) read(c *Context, field string) {
	s := c.story(fieldIndex(field))
	if s == nil {
		return
	}
	p.place = p.place || s.Has(patient.Hospital) || s.Has(patient.Ward) && (s.Work || named(s, patient.Ward)) || s.Has(patient.Place) && s.Work
	switch s.Subject {
	case patient.Nobody, patient.Patient:
	default:
		return
	}
	strong := s.Has(patient.Outcome) || s.Has(patient.Rarity) || s.Body && s.Has(patient.Mechanism)
	met := strong || s.Has(patient.Date) || s.Work || s.Has(patient.Relation)
	if !strong && s.Clinical == 0 && !s.Has(patient.Relation) && !s.Has(patient.Occupation) || !met {
		return
	}
	for i := range s.Facts {
		switch f := &s.Facts[i]; f.Type {
		case patient.Condition, patient.Mechanism, patient.Outcome, patient.Relation, patient.Occupation, patient.Rarity, patient.Age, patient.Origin:
			p.facts = lay(p.facts, tile{f.Type, f.Weight})
		}
	}
	p.event = p.event || len(p.facts) > 0 && (strong || s.Tells() || rare(s))
}

// rare reports a condition that hardly anybody has.
func rare(s *patient.Story) bool {
	return slices.ContainsFunc(s.Facts, func(f patient.Fact) bool { return f.Type == patient.Condition && f.Weight > 2 })
}

// named reports a fact that says which one: "ward 6B", not "the ward".
func named(s *patient.Story, t patient.FactType) bool {
	return slices.ContainsFunc(s.Facts, func(f patient.Fact) bool { return f.Type == t && f.Weight >= 1 })
}

// pass takes the facts of a news item passed on or found.
func (p *piece) pass(c *Context) {
	for _, field := range []string{"shared_text", "title", "snippet"} {
		s := c.story(fieldIndex(field))
		if s == nil || s.Subject == patient.Published || s.Subject == patient.Population {
			continue
		}
		for i := range s.Facts {
			switch f := &s.Facts[i]; f.Type {
			case patient.Mechanism, patient.Outcome, patient.Place, patient.Occupation:
				p.facts = lay(p.facts, tile{f.Type, f.Weight})
				p.news = true
			}
		}
	}
}

// lay enters a fact where the heaviest of each type is kept.
func lay(facts []tile, f tile) []tile {
	for i := range facts {
		if facts[i].kind == f.kind {
			facts[i].weight = max(facts[i].weight, f.weight)
			return facts
		}
	}
	return append(facts, f)
}

package drafts

import (
	"context"
	"slices"
	"strings"
	"time"

	"footprint/internal/analyze"
	"footprint/internal/footprint"
)

// Rewording is a change of a draft after which fewer rules mind it.
type Rewording struct {
	Text string `json:"text"` // the whole draft as it would read
	Was  string `json:"was"`  // the words that go; several pieces are joined with commas
	Now  string `json:"now"`  // what stands in their place; "" where they are left out
	// Settles are the rules that no longer mind anything.
	Settles []string `json:"settles"`
}

// Offer puts rewordings into a draft. They take the place of the general advice of the rules they settle: an edit that
// was judged anew says more than a guess from the facts.
func (d *Draft) Offer(better []Rewording) {
	d.Better = better
	for i := range d.Findings {
		f := &d.Findings[i]
		if slices.ContainsFunc(better, func(r Rewording) bool { return slices.Contains(r.Settles, f.Rule) }) {
			f.Advice = ""
		}
	}
}

// Bounds of the search for rewordings: each candidate is one judgement.
const (
	mostPieces     = 8
	mostRewordings = 3
)

// standIn says what can take the place of a fact; facts of other kinds stay. A fact without one is left out, with the
// preposition before it, unless it begins a sentence.
type standIn struct {
	always string // takes its place wherever it stands
	first  string // takes its place at the beginning of a sentence
	being  string // takes its place after a form of "to be"
	alone  string // takes its place where it stands for the person: "an 84 year old with gout"
}

func standIns() map[string]standIn {
	left := standIn{}
	return map[string]standIn{
		"age": {being: "of a certain age", alone: "person"}, "date": {first: "The day"}, "place": {first: "The place"}, "hospital": {first: "The place"}, "ward": {first: "The ward"},
		"other_id": left, "address": left, "phone": left, "email": left, "device": left, "origin": left, "rarity": left,
		"name": {always: "somebody"}, "occupation": {always: "person"}, "relation": {always: "relative"}, "sex": {always: "person"},
		"condition": {always: "something"}, "mechanism": {always: "something"},
	}
}

// Reword looks for the least change that settles a finding on a draft: one fact left out or made general, else all of
// them. Every answer was judged anew. Drafts that nothing settles have none. The only error is that of the context.
func Reword(ctx context.Context, rules *analyze.RuleSet, it footprint.Item, me *footprint.Person, asOf time.Time) ([]Rewording, error) {
	return reword(ctx, it, func(it *footprint.Item) (findings []footprint.Finding) {
		j := judgeDraft(rules, it, me, asOf)
		defer j.Release()
		for _, f := range j.Findings {
			if f.Mode == footprint.ModeFinding {
				findings = append(findings, f)
			}
		}
		return findings
	})
}

func reword(ctx context.Context, it footprint.Item, judge func(*footprint.Item) []footprint.Finding) ([]Rewording, error) {
	before := judge(&it)
	pieces := softenable(it.Text, before)
	var found []Rewording
	try := func(pieces ...footprint.Span) {
		next := it
		r := soften(it.Text, pieces)
		next.Text = r.Text
		if r.Settles = settled(before, judge(&next)); len(r.Settles) > 0 {
			found = append(found, r)
		}
	}
	for _, p := range pieces {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		try(p)
	}
	if len(found) == 0 && len(pieces) > 1 {
		try(pieces...)
	}
	slices.SortStableFunc(found, func(x, y Rewording) int { return len(y.Settles) - len(x.Settles) })
	return found[:min(len(found), mostRewordings)], nil
}

// softenable are the facts in findings that have a stand-in, in the order of the text, without overlaps.
func softenable(text string, findings []footprint.Finding) (pieces []footprint.Span) {
	known := standIns()
	for _, f := range findings {
		for _, s := range f.Spans {
			if _, ok := known[s.Type]; ok && (s.Field == "" || s.Field == "text") && s.Start < s.End && s.End <= len(text) && !ofWriter(text[s.Start:s.End]) {
				pieces = append(pieces, s)
			}
		}
	}
	slices.SortFunc(pieces, func(x, y footprint.Span) int { return x.Start - y.Start })
	kept := pieces[:0]
	for _, s := range pieces {
		if len(kept) == 0 || s.Start >= kept[len(kept)-1].End {
			kept = append(kept, s)
		}
	}
	return kept[:min(len(kept), mostPieces)]
}

// ofWriter reports whether the words of a fact speak of the writer: no other word can take their place.
func ofWriter(words string) bool {
	first, _, _ := strings.Cut(words, " ")
	switch strings.ToLower(strings.ReplaceAll(first, "’", "'")) {
	case "i", "i'm", "i've", "i'd", "my", "our", "we":
		return true
	}
	return false
}

// settled are the rules raised before and not after; nil if the change raises another that is no less severe. A story
// without its facts is still a story, which a lesser rule says.
func settled(before, after []footprint.Finding) (rules []string) {
	raised := map[string]bool{}
	for _, f := range after {
		raised[f.Rule] = true
	}
	worst := footprint.Severity(0)
	for _, f := range before {
		if !raised[f.Rule] {
			worst = max(worst, f.Severity)
			if !slices.Contains(rules, f.Rule) {
				rules = append(rules, f.Rule)
			}
		}
	}
	for _, f := range after {
		if f.Severity >= worst && !slices.ContainsFunc(before, func(b footprint.Finding) bool { return b.Rule == f.Rule }) {
			return nil
		}
	}
	return rules
}

package patient

import (
	mathbits "math/bits"
	"strings"

	"footprint/internal/analyze/text"
)

// step is what a token is in the order of words: a small word, the class of a listed word, or the form of
// another. What stands beside what tells "a man walks into your ED" from "a man walked into my ED" where no word alone does.
type step uint16

// Steps. Behind them follow the topics, the classes, short forms of small words, and the frequent words by rank.
const (
	stepNone step = iota // fills up sequences of less than three
	stepFirst
	stepStart // of a sentence
	stepLast
	stepPoint
	stepMark
	stepAsk
	stepCall
	stepComma
	stepColon
	stepQuote
	stepParen
	stepDots
	stepEmoji
	stepTag
	stepLink
	stepNumber
	stepAge
	stepYear
	stepHour
	stepPerson
	stepOf // a possessive: "Reading's"
	stepUpper
	stepProper
	stepPast
	stepIng
	stepLy
	stepPlural
	stepWord
	stepRare
	stepTopics
	stepClasses = stepTopics + step(numTopics)
	stepShort   = stepClasses + 64
	stepRanks   = stepShort + 64
)

// frequent is the rank up to which a word is a step of its own; nearly all of them are words without content.
const frequent = 1000

// rareRank is the rank from which a word is rare.
const rareRank = 12000

// shortForms are the steps of pronouns and verbs run together.
var shortForms = func() map[string]step {
	m := map[string]step{}
	for w := range strings.FieldsSeq("he's she's i'm i've i'd i'll it's that's who's there's we're we've we'd we'll they're they've you're you've you'll you'd he'd she'd he'll she'll " +
		"don't didn't doesn't can't couldn't won't wouldn't wasn't weren't isn't aren't hasn't haven't hadn't shouldn't let's what's where's here's they'd they'll how's") {
		m[w] = stepShort + step(len(m))
	}
	return m
}()

// stepBits is the size of the table of sequences, as a power of two. Sequences that fall on one place share a weight.
const stepBits = 18

// NumSteps is the number of places for sequences of one to three steps.
const NumSteps = 1 << stepBits

// place returns the place of a sequence.
func place(a, b, c step) uint32 {
	key := uint64(a) | uint64(b)<<12 | uint64(c)<<24
	return uint32((key + 1) * 0x9E3779B97F4A7C15 >> (64 - stepBits))
}

// addSteps adds to places those of every sequence of one, two and three steps.
func (v *view) addSteps(places []uint32) []uint32 {
	var before, last step
	next := func(s step) {
		places = append(places, place(s, stepNone, stepNone))
		if last != stepNone {
			places = append(places, place(last, s, stepNone))
			if before != stepNone {
				places = append(places, place(before, last, s))
			}
		}
		before, last = last, s
	}
	for k := range v.t {
		t := &v.t[k]
		if t.Kind == text.HashtagPart {
			continue
		}
		switch {
		case k == 0:
			next(stepFirst)
		case t.Flags&text.FirstInSentence != 0:
			next(stepStart)
		}
		if s := v.step(k); s != last || s < stepPerson || s > stepShort { // a run of one class is one step
			next(s)
		}
	}
	next(stepLast)
	return places
}

func (v *view) step(k int) step {
	t := &v.t[k]
	switch t.Kind {
	case text.Word:
		return v.wordStep(k)
	case text.Number:
		return v.numberStep(k)
	case text.Emoji:
		return stepEmoji
	case text.Hashtag:
		return stepTag
	case text.Punct:
		return markStep(t.Norm)
	}
	return stepLink
}

func markStep(s string) step {
	switch s[0] {
	case '.':
		if len(s) > 1 {
			return stepDots
		}
		return stepPoint
	case '?':
		return stepAsk
	case '!':
		return stepCall
	case ',', ';':
		return stepComma
	case ':', '-':
		return stepColon
	case '"', '\'':
		return stepQuote
	case '(', ')':
		return stepParen
	}
	return stepMark
}

func (v *view) numberStep(k int) step {
	n := v.norm(k)
	if a, ok := v.age(k); ok && a.to > 0 {
		return stepAge
	}
	switch {
	case len(n) == 4 && (n[0] == '1' || n[0] == '2'):
		return stepYear
	case strings.ContainsAny(n, ":."):
		return stepHour
	}
	return stepNumber
}

// wordStep prefers what a word is listed as to what it looks like.
func (v *view) wordStep(k int) step {
	const vague = bMaybeName | bSeason | bPlural | bRarity | bCommon | bUncommon | bRare | bRelation | bSmall
	t := &v.t[k]
	if b := v.on[k] &^ vague; b != 0 && (b != bFirstName || v.capital(k)) {
		switch {
		case b&bPatient != 0:
			b = bPatient
		case b&bColleague != 0:
			b = bColleague
		case b&(bKin|bAnimal) == 0 && b&bPerson != 0:
			return stepPerson
		}
		return stepClasses + step(mathbits.TrailingZeros64(uint64(b)))
	}
	if v.topic[k] != noTopic {
		return stepTopics + step(v.topic[k])
	}
	if t.Rank > 0 && t.Rank <= frequent {
		return stepRanks + step(t.Rank)
	}
	if t.Rank == 0 && strings.IndexByte(t.Norm, '\'') > 0 {
		if s, ok := shortForms[t.Norm]; ok {
			return s
		}
		return stepOf
	}
	return v.formStep(k)
}

func (v *view) formStep(k int) step {
	t := &v.t[k]
	n := t.Norm
	switch {
	case v.past(k):
		return stepPast
	case t.Flags&text.AllCaps != 0 && len(n) > 1:
		return stepUpper
	case t.Flags&text.Capital != 0 && t.Flags&text.FirstInSentence == 0:
		return stepProper
	case len(n) > 4 && strings.HasSuffix(n, "ing"):
		return stepIng
	case len(n) > 4 && strings.HasSuffix(n, "ly"):
		return stepLy
	case len(n) > 3 && n[len(n)-1] == 's' && n[len(n)-2] != 's':
		return stepPlural
	case t.Rank == 0 || t.Rank > rareRank:
		return stepRare
	}
	return stepWord
}

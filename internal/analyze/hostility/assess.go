package hostility

import (
	"slices"

	"footprint/internal/analyze/judge"
	"footprint/internal/analyze/lexicon"
	"footprint/internal/analyze/text"
	"footprint/internal/footprint"
)

// Kind is what sort of hostility a remark is.
type Kind uint8

// Kinds of remark.
const (
	Hate       Kind = iota // against a protected group or a person as its member
	Derogatory             // contempt for a person or for a group that is not protected
	Threat                 // threat or call for harm against a person
)

// Remark is one hostile remark.
type Remark struct {
	Kind       Kind
	Confidence footprint.Confidence
	// Violent tells that harm is threatened or called for.
	Violent bool
	// From and To are the tokens of the evidence; From == To when only the whole text gave rise to it.
	From, To int
	// Why is one plain sentence; Raised and Lowered list what moved the confidence.
	Why             string
	Raised, Lowered []string
	points          float32
	soft            bool // rests on a word with a harmless sense
	framed          bool // found by a frame of the file, which the judge knows little of
}

// Points from which a remark is likely, possible, weak.
const (
	likely   = 3
	possible = 2
	weak     = 1.25
)

// Input is one passage as the detectors see it.
type Input struct {
	Doc  *text.Doc
	Hits []lexicon.Hit
	// Clinical is the share of clinical words, from 0 to 1.
	Clinical float64
	// Judge gives the judge's probabilities, or nil when there is no judge for the language. It is asked only
	// about texts with a word that could matter.
	Judge func() *judge.Scores
	// Renamed gives them for the text with another group's name in the place of these, which lie in order.
	Renamed func(names []text.Range) *judge.Scores
	// Patterns are the frames of the rule pack, nil for none.
	Patterns *Patterns
}

// read returns the hostile remarks of a passage that is not too long.
func (r *Reader) read(in Input, table Table) []Remark {
	r.open(in.Doc)
	r.mark(in.Hits, table)
	if r.seen&^(praise|report|reclaim|clinical|counter|idiom|harmless|evokes) == 0 {
		return strongest(r.harms(nil, in.Patterns))
	}
	r.scores = in.Judge()
	var found []Remark
	if r.seen&(group|groupAdj|slur|slurSoft|dehuman|exclude|evokes) != 0 {
		r.findMentions()
	}
	if r.seen&(predicate|slur|slurSoft|praise|threat|profanity) != 0 {
		found = r.slurs(found)
		found = r.frames(found)
		found = r.threats(found)
		found = r.insults(found)
	}
	found = r.implied(r.typical(r.away(found)))
	found = r.epithets(r.disowned(r.dislocated(r.patterned(found, in.Patterns))))
	found = r.harms(found, in.Patterns)
	found = r.weigh(found, in)
	found = r.propose(found, in)
	return strongest(found)
}

// strongest keeps the best remark of each kind, and of no more than weak ones only the first.
func strongest(found []Remark) []Remark {
	var best [Threat + 1]*Remark
	for i := range found {
		f := &found[i]
		if f.points < weak {
			continue
		}
		switch {
		case f.points >= likely:
			f.Confidence = footprint.Likely
		case f.points >= possible:
			f.Confidence = footprint.Possible
		default:
			f.Confidence = footprint.Weak
		}
		if b := best[f.Kind]; b == nil || f.points > b.points {
			best[f.Kind] = f
		}
	}
	var out []Remark
	for _, b := range best {
		if b != nil {
			out = append(out, *b)
		}
	}
	return out
}

// weigh moves the points by what stands around the evidence and by the judge.
func (r *Reader) weigh(found []Remark, in Input) []Remark {
	for i := range found {
		f := &found[i]
		s := r.sentence(f.From)
		if r.condemned(f) || r.recounted(f) || r.disavowed(f) {
			f.points = 0
			continue
		}
		if r.seen&butNot != 0 {
			f.points++
			f.Raised = append(f.Raised, "introduced by a denial (\"not ... but\")")
		}
		if f.Kind == Hate && r.statistical(s) {
			f.points -= 1.5
			f.Lowered = append(f.Lowered, "reads like a statement on health or statistics")
		}
		if (f.Violent || f.framed && r.harmIn(f.From, f.To)) && r.sportive(f.From) {
			f.points -= 2.5
			f.Lowered = append(f.Lowered, "speaks of a game")
		}
		if in.Clinical-r.inName(f) > 0.25 {
			f.points--
			f.Lowered = append(f.Lowered, "clinical text")
		}
		if r.count(text.Range{From: s.From, To: f.From}, praise)+r.count(text.Range{From: f.To, To: s.To}, praise) > 0 && f.points < 4 && !f.Violent && f.Kind != Derogatory {
			f.points -= 0.5
		}
		if !f.Violent && f.Kind == Hate && f.points < 4 && r.seen&slur == 0 && f.From < f.To && r.fondly(f.From) {
			f.points -= 2
			f.Lowered = append(f.Lowered, "said with admiration")
		}
		if r.scores == nil || f.Violent {
			continue // harm is harm, however calmly it is put
		}
		if f.soft && f.judged(r.scores) < 0.15 {
			f.points -= 1.5
		}
		if r.unlikely(f) {
			f.points = min(f.points, weak)
			f.Lowered = append(f.Lowered, "the wording as a whole reads harmless")
			continue
		}
		switch p := f.judged(r.scores); {
		case p >= 0.7:
			f.points += 1
			f.Raised = append(f.Raised, "the wording as a whole reads hostile")
		case p >= 0.4:
			f.points += 0.5
		case p < 0.02 && !f.framed, f.Kind == Hate && r.seen&(slur|slurSoft|slurName) == 0 && logOdds(r.scores[judge.Contempt]) < contemptNot:
			f.points -= 1
			f.Lowered = append(f.Lowered, "the wording as a whole reads harmless")
		case p < 0.06:
			f.points -= 0.5
		}
	}
	return slices.DeleteFunc(found, func(f Remark) bool { return f.points <= 0 })
}

// unlikely reports a remark on a group whose wording the judge finds nothing of contempt in: what a frame sees there is
// nearly always something else.
func (r *Reader) unlikely(f *Remark) bool {
	return f.Kind == Hate && len(r.doc.Tokens) > 6 && (f.framed || f.points < 3.5) && r.seen&(slur|slurSoft|slurName) == 0 && logOdds(r.scores[judge.Contempt]) < contemptNever && r.scores[judge.Hate] < 0.5
}

// inName is the share of the words of the passage that are in the name of the group a remark is about: "people with
// Down syndrome" makes no clinical text.
func (r *Reader) inName(f *Remark) float64 {
	for _, m := range r.mentions {
		if m.protected && !m.resolved && m.from < f.To && m.to > f.From && m.to-m.from > 2 {
			return float64(m.to-m.from) / float64(len(r.doc.Tokens))
		}
	}
	return 0
}

// judged is the judge's probability for the kind of remark.
func (f *Remark) judged(s *judge.Scores) float32 {
	if f.Kind == Hate {
		return max(s[judge.Hate], s[judge.Derogatory]*0.8, s[judge.Contempt]*0.8)
	}
	return max(s[judge.Hate], s[judge.Derogatory])
}

// statistical reports words of rates, risks and studies in the sentence.
func (r *Reader) statistical(s text.Range) bool {
	for i := s.From; i < s.To; i++ {
		switch r.word(i) {
		case "likely", "risk", "risks", "rate", "rates", "prevalence", "incidence", "study", "studies", "percent", "survey", "disparities", "disparity", "outcomes", "compared", "cohort", "associated", "trial", "data",
			"research", "statistics", "population", "diagnosed", "screening", "disproportionately", "largest", "percentage", "median", "proportion", "census", "underrepresented", "under-represented", "access", "inequity", "inequities", "vulnerable", "suffer", "experience", "prone":
			return true
		}
		if r.doc.Tokens[i].Norm == "%" {
			return true
		}
	}
	return false
}

func (r *Reader) count(s text.Range, want bits) (n int) {
	for i := s.From; i < s.To; i++ {
		if r.at[i]&want != 0 {
			n++
		}
	}
	return n
}

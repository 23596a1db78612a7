package hostility

import (
	"strings"

	"footprint/internal/analyze/judge"
	"footprint/internal/analyze/lexicon"
	"footprint/internal/analyze/text"
)

// bits say what the word lists know about a token.
type bits uint64

const (
	group    bits = 1 << iota // names people by itself
	groupAdj                  // names people with a person noun
	nonProtected
	person
	slur     // no common harmless sense
	slurSoft // has one
	slurName // has one, but said of a person it is hardly meant so
	dehuman
	traitStrong
	traitWeak
	hateVerb
	harm
	exclude
	praise
	counter
	ahead // counter-speech that rejects what follows it
	report
	reclaim
	insultNoun
	insultAdj
	profanity
	threat
	idiom
	butNot
	selfHarm
	sexual
	mild
	men
	clinical
	stereotype // said only of a group, to stereotype it
	misdeed
	insinuation
	precaution
	decline
	arrival
	jargon       // of a scene that despises women
	homeland     // where people are told to go back to
	homelandSure // and that cannot be meant otherwise
	order        // sends women to housework
	ofSex        // speaks of a woman, or of what is said of women
	cliche       // what is said of women over and over
	harmless     // looks like profanity and is none
	calledOne    // a name that runs a woman down
	calledMany   // the same of several
	evokes       // brings a group to mind without naming it
	notPerson    // an animal, a small child or a thing that is called names in fun
	ofThings     // an insult that is said of things as well
)

// trait is anything said of somebody to run them down.
const trait = dehuman | traitStrong | traitWeak | insultNoun | insultAdj

// predicate is what can be tied to a mention.
const predicate = trait | hateVerb | harm | exclude

// classBits says what each class of the word lists means here; the longest matching prefix counts.
var classBits = []struct {
	class string
	bits  bits
}{
	{"group.sex.men", group | men}, {"group", group}, {"groupadj", groupAdj}, {"nonprotected", nonProtected}, {"person", person}, {"slur.weight", insultNoun | group}, {"slur", slur}, {"slurclass", slur}, {"slurage", insultNoun}, {"slurh.name", slurSoft | slurName}, {"order", order}, {"slurh", slurSoft},
	{"dehuman", dehuman}, {"negtrait.strong", traitStrong}, {"negtrait.weak", traitWeak}, {"hateverb", hateVerb}, {"harmverb", harm},
	{"excludeverb", exclude}, {"praise", praise}, {"counter.ahead", counter | ahead}, {"counter", counter}, {"reportverb", report}, {"reclaim", reclaim}, {"insult.noun", insultNoun},
	{"insult.adj", insultAdj}, {"profanity.strong", profanity}, {"profanity.masked", profanity}, {"profanity.mild", mild}, {"threat", threat}, {"violence.idiom", idiom},
	{"butnot", butNot}, {"selfharm", selfHarm}, {"sexual.crude", sexual}, {"sexual.clinical", clinical},
	{"stereotype", stereotype}, {"misdeed", misdeed}, {"insinuation", insinuation}, {"precaution", precaution}, {"decline", decline}, {"arrival", arrival},
	{"jargon", jargon}, {"gendered", ofSex}, {"cliche", cliche}, {"womancalled.one", calledOne}, {"womancalled.many", calledMany}, {"evokes", evokes}, {"notperson", notPerson}, {"insultofthings", ofThings}, {"benign.profanity", harmless}, {"homeland.sure", homeland | homelandSure}, {"homeland", homeland},
}

// Table maps the classes of one lexicon, by number, to bits; it is built once.
type Table []bits

// NewTable builds the table for a lexicon.
func NewTable(lex *lexicon.Lexicon) Table {
	t := make(Table, lex.Size())
	for _, name := range lex.Classes() {
		for _, cb := range classBits {
			if name == cb.class || strings.HasPrefix(name, cb.class+".") {
				t[lex.Class(name)] |= cb.bits
				break
			}
		}
	}
	return t
}

// span is one entry found, with its bits.
type span struct {
	from, to int
	bits     bits
}

// Reader reads one passage. It holds scratch space and is used by one goroutine at a time.
type Reader struct {
	doc      *text.Doc
	at       []bits    // by token, without what follows
	things   []bits    // by token: notPerson and ofThings
	outlines []outline // by token: that of its form
	fills    []bool    // by token: see filler
	spans    []span
	seen     bits
	mentions []mention
	scores   *judge.Scores
	tries    []int32
	// acted and fated are the last tokens that can tell what is done to people, or what becomes of them: -1 for none.
	acted, fated int
	// aboutSelf is true when an insult is aimed at the author.
	aboutSelf bool
	// aboutThing is true when one is aimed at a thing.
	aboutThing bool
}

// open begins a passage of which nothing is known but its words.
func (r *Reader) open(doc *text.Doc) {
	r.doc, r.seen, r.aboutSelf, r.aboutThing = doc, 0, false, false
	r.spans, r.mentions = r.spans[:0], r.mentions[:0]
	r.at = append(r.at[:0], make([]bits, len(doc.Tokens))...)
	r.things = append(r.things[:0], make([]bits, len(doc.Tokens))...)
	r.outlines, r.fills = r.outlines[:0], r.fills[:0]
	for i := range doc.Tokens {
		w := r.form(i)
		r.outlines, r.fills = append(r.outlines, outlineOf(w)), append(r.fills, fills(w))
	}
}

// mark fills the bits of every token.
func (r *Reader) mark(hits []lexicon.Hit, table Table) {
	for i := range hits {
		h := &hits[i]
		b := table[h.Number()]
		for i := h.From; i < h.To; i++ {
			r.things[i] |= b & (notPerson | ofThings)
		}
		if b &^= notPerson | ofThings; b == 0 {
			continue
		}
		r.seen |= b
		r.spans = append(r.spans, span{h.From, h.To, b})
		for i := h.From; i < h.To; i++ {
			r.at[i] |= b
		}
	}
}

// word is the form of token i, "" outside the passage and for anything but words.
func (r *Reader) word(i int) string {
	if i < 0 || i >= len(r.doc.Tokens) {
		return ""
	}
	if k := r.doc.Tokens[i].Kind; k != text.Word && k != text.HashtagPart {
		return ""
	}
	return r.doc.Tokens[i].Norm
}

// bit is the bits of token i.
func (r *Reader) bit(i int) bits {
	if i < 0 || i >= len(r.at) {
		return 0
	}
	return r.at[i]
}

// own reports whether token i is in the author's voice.
func (r *Reader) own(i int) bool { return r.doc.Tokens[i].Voice == text.Own }

// sentence returns the range of the sentence of token i.
func (r *Reader) sentence(i int) text.Range { return r.doc.Sentences[r.doc.Tokens[i].Sentence] }

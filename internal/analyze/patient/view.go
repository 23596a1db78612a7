package patient

import (
	"slices"
	"strings"
	"sync"

	"footprint/internal/analyze/lexicon"
	"footprint/internal/analyze/text"
)

// Reader reads stories. It is made once per lexicon.
type Reader struct {
	bits    []bits      // by number of class
	gate    lexicon.Set // without one of these there is no story
	atWork  lexicon.Set // the same in short posts of those who work in health care
	small   *smallTable
	weights *Weights
	topics  []topic   // by number of class
	classes []float32 // by number of class: its weight
	names   []string  // by number of class
	who     []bool    // by number of class: what somebody is, such as origin, faith or disability
	// views are kept for their room.
	views sync.Pool
}

// NewReader returns a reader for the classes of a lexicon. Without weights every short post is read by its facts alone.
func NewReader(lex *lexicon.Lexicon, w *Weights) *Reader {
	r := &Reader{bits: make([]bits, lex.Size()), weights: w, small: newSmallTable(), topics: topics(lex), who: make([]bool, lex.Size()), classes: make([]float32, lex.Size()), names: make([]string, lex.Size())}
	for _, name := range lex.Classes() {
		r.names[lex.Class(name)] = name
		if w != nil {
			r.classes[lex.Class(name)] = w.Classes[name]
		}
		of, kind, _ := strings.Cut(name, ".")
		r.who[lex.Class(name)] = name == "people.demonym" || (of == "group" || of == "groupadj") && kind != "age" && kind != "weight" && kind != "mental" && kind != "poverty"
	}
	r.views.New = func() any { return &view{signed: new([numSigns]float64)} }
	var gate []string
	for name, b := range classes() {
		if c := lex.Class(name); c != 0 {
			r.bits[c] = b
		}
		if b&^(bPlace|bMonth|bWeekday|bNear|bSeason|bGeneral|bTopic|bJoy|bAnimal|bPopulation|bFiction|bOrigin|bColleague|bIll|bKit|bAct) != 0 {
			gate = append(gate, name)
		}
	}
	r.gate = lex.SetOf(gate...)
	r.atWork = lex.SetOf(slices.Concat(gate, []string{"care.ill", "care.kit", "care.act"})...)
	return r
}

// hit is one entry found, as tokens and bits.
type hit struct {
	bits     bits
	from, to int
}

// view is a passage with the bits of its tokens.
type view struct {
	d    *text.Doc
	t    []text.Token
	on   []bits  // by token
	says []small // by token
	nums []int   // by token: the number it stands for, or noNumber
	hits []hit
	all  bits
	said small // by any token
	w    Writer
	seen lexicon.Set // classes of the passage

	types  int            // of fact, not counting names
	topic  []topic        // by token
	topics [numTopics]int // words of each
	signed *[numSigns]float64
	places []uint32     // of words or steps
	who    []text.Range // what somebody is said to be

	story    *Story // what is read; see ReadAll for the order in which what follows is known
	best     mention
	pronouns int
	cared    care
	isShort  bool
	uncared  bool // nothing of care is spoken of
	short    brief
	chance   float64
}

func (r *Reader) view(p *Passage) *view {
	d := p.Doc
	v := r.views.Get().(*view)
	n := len(d.Tokens)
	*v = view{d: d, t: d.Tokens, on: slices.Grow(v.on[:0], n)[:n], says: v.says[:0], nums: v.nums[:0], hits: v.hits[:0], topic: slices.Grow(v.topic[:0], n)[:n], signed: v.signed, places: v.places, who: v.who[:0], w: p.Writer, seen: p.Marks.Seen, story: p.Story}
	clear(v.on)
	clear(v.topic)
	for i := range d.Tokens {
		says := r.small.of(&d.Tokens[i])
		if past := v.inPast(i, says); past {
			says |= wPast
		} else {
			says &^= wPast
		}
		v.says, v.nums = append(v.says, says), append(v.nums, numberOf(&d.Tokens[i]))
		v.said |= says
	}
	all := p.Marks.All()
	for i := range all {
		h := &all[i]
		if t := r.topics[h.Number()]; t != noTopic {
			v.topics[t]++
			for i := h.From; i < h.To; i++ {
				v.topic[i] = t
			}
		}
		if r.who[h.Number()] {
			v.who = append(v.who, text.Range{From: h.From, To: h.To})
		}
		b := r.bits[h.Number()]
		if b == 0 || d.Tokens[h.From].Kind == text.Hashtag {
			continue
		}
		if b&bUnit != 0 && v.proper(h.From, h.To) {
			continue
		}
		if b&bClinicalish != 0 && !v.shorthand(h.From, h.To) {
			continue
		}
		if b&bBody != 0 && d.Tokens[h.From].Norm == "back" && !v.is(h.From-1, "his", "her", "my", "your", "their", "the", "lower", "upper", "bad", "sore") {
			continue // "there and back"
		}
		if b&bDeath != 0 && d.Tokens[h.From].Norm == "lost" && v.possession(h.To) {
			b &^= bDeath // "lost her first tooth"
		}
		v.hits = append(v.hits, hit{b, h.From, h.To})
		for i := h.From; i < h.To; i++ {
			v.on[i] |= b
		}
		v.all |= b
	}
	return v
}

// keep takes a view back for the room it holds.
func (r *Reader) keep(v *view) {
	*v = view{on: v.on, says: v.says, nums: v.nums, hits: v.hits, topic: v.topic, signed: v.signed, places: v.places, who: v.who}
	r.views.Put(v)
}

// possession reports that the pronoun before token i belongs to a thing: "lost her keys", not "lost her today".
func (v *view) possession(i int) bool {
	return i < len(v.t) && v.t[i].Kind == text.Word && !v.has(i, bNear|bWeekday) &&
		!v.is(i, "today", "tonight", "yesterday", "this", "last", "to", "in", "on", "at", "and", "but", "after", "despite", "just", "so", "before", "when", "as", "we",
			"i", "overnight", "anyway", "twice", "three", "for", "because", "around", "about", "suddenly", "during", "within", "early", "too", "a", "the", "patient", "patients")
}

// shorthand reports whether an ambiguous abbreviation is written as one; longer words always count.
func (v *view) shorthand(from, to int) bool {
	t := &v.t[from]
	return to-from > 1 || len(t.Norm) > 4 || t.Flags&text.AllCaps != 0 || v.w.Chat && len(t.Norm) > 1
}

// proper reports a single capitalised word inside a sentence: "American Ballet Theatre" is no theatre; "Ward 6" is a ward.
func (v *view) proper(from, to int) bool {
	t := &v.t[from]
	return to-from == 1 && t.Flags&text.Capital != 0 && t.Flags&(text.AllCaps|text.FirstInSentence) == 0 && !v.number(to)
}

func (v *view) norm(i int) string {
	if uint(i) >= uint(len(v.t)) {
		return ""
	}
	return v.t[i].Norm
}

func (v *view) is(i int, words ...string) bool {
	n := v.norm(i)
	if n == "" {
		return false
	}
	last := n[len(n)-1] // tells most words of one length apart without a call
	for _, w := range words {
		if len(w) == len(n) && w[len(w)-1] == last && w == n {
			return true
		}
	}
	return false
}

// in reports whether token i stands in one of the lists of small words.
func (v *view) in(i int, s small) bool { return uint(i) < uint(len(v.says)) && v.says[i]&s != 0 }

func (v *view) has(i int, b bits) bool { return uint(i) < uint(len(v.on)) && v.on[i]&b != 0 }

// neither reports a token of the passage that has none of the bits and stands in none of the lists, as most do.
func (v *view) neither(i int, b bits, s small) bool { return v.on[i]&b == 0 && v.says[i]&s == 0 }

func (v *view) capital(i int) bool {
	return i >= 0 && i < len(v.t) && v.t[i].Kind == text.Word && v.t[i].Flags&text.Capital != 0
}

func (v *view) number(i int) bool { return uint(i) < uint(len(v.t)) && v.t[i].Kind == text.Number }

func (v *view) joined(i int) bool { return i >= 0 && i < len(v.t) && v.t[i].Flags&text.Joined != 0 }

// sentence returns the token range of the sentence of token i.
func (v *view) sentence(i int) (int, int) {
	s := v.d.Sentences[v.t[i].Sentence]
	return s.From, s.To
}

// window bounds every look around a token, so that a text without full stops costs no more than another.
const window = 60

// near reports whether bits stand in the sentence of token i or one next to it.
func (v *view) near(i int, b bits, reach int) bool {
	s := v.t[i].Sentence
	from := max(v.d.Sentences[max(0, s-reach)].From, i-window)
	to := min(v.d.Sentences[min(len(v.d.Sentences)-1, s+reach)].To, i+window)
	for k := from; k < to; k++ {
		if v.on[k]&b != 0 {
			return true
		}
	}
	return false
}

// own reports whether the token is the writer's own word.
func (v *view) own(i int) bool { return v.t[i].Voice == text.Own }

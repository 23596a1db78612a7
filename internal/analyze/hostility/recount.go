package hostility

import (
	"strings"

	"footprint/internal/analyze/text"
)

// recounted reports that the evidence tells what others said or did to a group: what they wrote, what stood on a sign,
// what was called whom.
func (r *Reader) recounted(f *Remark) bool {
	if f.From >= f.To {
		return false
	}
	return r.toldOfOthers(f.From) || r.deniedCause(f.From) || r.challenged(f) || r.titled(f.From) || r.deemed(f) || r.infinitive(f.From) && r.byOthers(f.From)
}

// toldOfOthers reports that token i is what others said or wrote.
func (r *Reader) toldOfOthers(i int) bool {
	s := r.sentence(i)
	return r.uttered(i, s) || r.displayed(i, s)
}

// deniedCause reports a reason for something bad that is denied: "Africa isn't poor because X are ...".
func (r *Reader) deniedCause(i int) bool {
	s := r.sentence(i)
	for k := i - 1; k > s.From+1 && k >= i-3; k-- {
		if r.word(k) != "because" {
			continue
		}
		switch r.word(k - 1) {
		case "poor", "broke", "late", "closed", "shut", "full", "empty", "struggling", "failing", "expensive", "broken", "underfunded", "crowded", "unsafe", "unaffordable", "short", "long":
		default:
			return false
		}
		for j := k - 2; j >= max(s.From, k-4); j-- {
			if w := r.word(j); w == "not" || w == "isn't" || w == "aren't" || w == "wasn't" || w == "weren't" {
				return true
			}
		}
		return false
	}
	return false
}

// challenged reports a dare to name something bad, which says that there is none: "can you name one thing that's worse
// since X ...".
func (r *Reader) challenged(f *Remark) bool {
	s := r.sentence(f.From)
	i := s.From
	if w := r.word(i); w == "can" || w == "could" {
		i += 2
	}
	if w := r.word(i); w != "name" && w != "show" && w != "point" {
		return false
	}
	one := false
	for ; i < f.To; i++ {
		switch r.word(i) {
		case "one", "single":
			one = true
		case "worse", "wrong", "harm", "harmed", "bad", "lost", "broke", "ruined":
			return one
		}
	}
	return false
}

// infinitive reports that token i is governed by another verb: "so that it could deport X".
func (r *Reader) infinitive(i int) bool {
	switch r.word(i - 1) {
	case "to", "could", "would":
		return true
	}
	return false
}

// uttered reports what somebody is told to have said: "admits posting that X ...", "that old line that X ...".
func (r *Reader) uttered(i int, s text.Range) bool {
	for k := i - 1; k > s.From && k >= i-9; k-- {
		switch r.word(k) {
		case "but", "because":
			return false
		case "that":
			if saying(r.word(k - 1)) {
				return !r.admits(k-1, s)
			}
			if claim(r.word(k-1)) && r.word(k-2) != "no" && r.word(k-2) != "my" {
				return true
			}
		}
	}
	return false
}

// saying reports verbs of speech in a form that tells of others: no order, and nothing that is said right now.
func saying(w string) bool {
	switch w {
	case "said", "claimed", "joked", "jokes", "joking", "posted", "posts", "posting", "tweeted", "tweets", "tweeting", "wrote", "writes", "writing", "shouted", "shouts", "shouting", "chanted", "chanting", "yelled", "yelling", "preached", "preaches",
		"ranted", "ranting", "texted", "muttered", "announced", "announces", "declared", "declares", "insisted", "insists", "ruled", "decreed", "boasted", "suggested", "suggests", "hinted", "implied", "commented", "replied", "argued", "argues", "stated", "remarked", "sneered", "warned", "alleged", "taught":
		return true
	}
	return false
}

// claim reports nouns for what is said and not so.
func claim(w string) bool {
	switch w {
	case "line", "lie", "lies", "rumour", "rumours", "rumor", "rumors", "slogan", "trope", "libel", "slur", "slander", "canard", "smear", "accusation", "superstition", "stereotype", "prejudice":
		return true
	}
	return false
}

// quoteReach is how many words what is written somewhere may be long before the word in question.
const quoteReach = 30

// displayed reports what is written somewhere: "signs in the windows: no X", "graffiti read X ...".
func (r *Reader) displayed(i int, s text.Range) bool {
	for k := i - 1; k > s.From && k >= i-quoteReach; k-- {
		switch n := r.doc.Tokens[k].Norm; n {
		case ":", "read", "reads", "saying", "said", "says", "reading":
		default:
			if n == ";" || n == "but" {
				return false
			}
			continue
		}
		for j := k - 1; j >= s.From && j >= k-9; j-- {
			switch r.word(j) {
			case "sprayed", "daubed", "scrawled", "scribbled", "scratched", "painted", "carved", "graffitied", "stencilled":
				return !r.first(j)
			case "sign", "signs", "poster", "posters", "placard", "placards", "notice", "notices", "graffiti", "banner", "banners", "leaflet", "leaflets", "slogan", "slogans", "chant", "chants", "headline", "headlines", "sticker", "stickers", "flyer", "flyers", "plaque", "advert", "adverts":
				switch r.word(j - 1) {
				case "my", "our", "new", "need", "want", "a":
					return r.word(j-1) == "a" && j > s.From+1
				}
				return true
			}
		}
		return false
	}
	return false
}

// deemed reports what others call a group or make of it: "X called stupid by the teacher", "kept X ignorant".
func (r *Reader) deemed(f *Remark) bool {
	for _, m := range r.mentions {
		if !m.protected || m.from < f.From || m.to > f.To {
			continue
		}
		for k := m.to; k < f.To; k++ {
			if calls(r.word(k)) && r.norm(m.to, k) == 0 && r.word(k-1) != "be" && r.bit(k)&predicate == 0 && r.bit(k+1)&trait != 0 {
				return true
			}
		}
		k := m.from - 1
		for k > 0 && (isDeterminer(r.word(k)) || r.bit(k)&groupAdj != 0) {
			k--
		}
		if w := r.word(k - 1); k >= f.From-1 && renders(r.word(k)) && (w == "that" || w == "which") {
			return true // "a system that leaves X homeless has ..."
		}
		if m.to >= f.To || r.bit(m.to)&trait == 0 {
			continue
		}
		if renders(r.word(k)) && !r.opens(k) && !r.first(k) {
			return true
		}
	}
	return false
}

// madeSo reports an adjective that tells what others make of those named before it: "keep X children ignorant".
func (r *Reader) madeSo(sp span) bool {
	k := sp.from - 1
	for k > 0 && (isDeterminer(r.word(k)) || r.bit(k)&(person|group|groupAdj) != 0) {
		k--
	}
	return k < sp.from-1 && renders(r.word(k)) && !r.opens(k) && !r.first(k)
}

// calls reports participles of verbs that say what somebody is taken for.
func calls(w string) bool {
	switch w {
	case "called", "labelled", "labeled", "branded", "deemed", "declared", "considered", "portrayed", "painted", "depicted", "dubbed", "termed":
		return true
	}
	return false
}

// renders reports verbs that say what somebody makes of others.
func renders(w string) bool {
	switch w {
	case "keep", "keeps", "keeping", "kept", "leave", "leaves", "leaving", "left", "make", "makes", "making", "made", "call", "calls", "calling", "called", "brand", "brands", "branded", "label", "labels", "labelled", "deem", "deems", "deemed", "declared", "consider", "considers", "considered", "paint", "paints", "painted":
		return true
	}
	return false
}

// first reports that the author is the subject of the verb at token i, or that it is an order or a norm.
func (r *Reader) first(i int) bool {
	for k := i - 1; k >= r.sentence(i).From && k >= i-6; k-- {
		switch r.word(k) {
		case "i", "i'd", "i'll", "i'm", "i've", "we", "we'd", "we'll", "we're", "we've", "let's", "should", "must", "ought", "let", "please":
			return true
		}
	}
	return false
}

// byOthers reports that the verb at token i tells what others did: the clause has a subject that is not the author and
// stands in the past, "the policy was designed to keep out X", "traffickers robbed X".
func (r *Reader) byOthers(i int) bool {
	if r.applauded() {
		return false
	}
	s := r.sentence(i)
	earliest, loose := -1, pastToo(r.word(i))
	k := i
	if bygone(r.word(i)) {
		earliest = i
	}
	for k--; k >= s.From; k-- {
		switch n := r.doc.Tokens[k].Norm; n {
		case ",":
			if loose {
				continue
			}
			return r.subjectOf(earliest, k+1)
		case ":", ";", "—", "–", "-", "(", "\"":
			return r.subjectOf(earliest, k+1)
		case "i", "i'd", "i'll", "i'm", "i've", "we", "we'd", "we'll", "we're", "we've", "let's", "should", "must", "ought", "let", "please", "you", "god", "nature", "evolution", "darwin", "finally", "gonna", "will":
			return false
		default:
			if bygone(n) {
				earliest = k
			}
		}
	}
	return r.subjectOf(earliest, s.From)
}

// subjectOf reports that something stands before the verb at token i that can be its subject.
func (r *Reader) subjectOf(i, from int) bool {
	for k := from; k < i; k++ {
		if w := r.word(k); isWordy(w) && !r.filler(k) && w != "and" && w != "then" && w != "to" && w != "just" && r.bit(k)&profanity == 0 {
			return true
		}
	}
	return false
}

// bygone reports the past of a verb.
func bygone(w string) bool {
	switch w {
	case "was", "were", "had", "did", "went", "took", "made", "kept", "left", "sent", "drove", "threw", "held", "ran", "led", "brought", "taught", "fought", "built", "gave", "came", "saw", "found", "shot", "wrote", "began", "stole", "who'd", "wasn't", "weren't", "didn't", "sought", "fed", "hung", "chose", "spent", "swore", "spat":
		return true
	case "need", "indeed", "hundred", "naked", "wicked", "sacred", "feed", "speed", "breed", "bleed", "exceed", "proceed", "succeed", "agreed", "disabled", "retarded", "inbred", "so-called", "uneducated", "unwashed", "entitled":
		return false
	}
	return len(w) > 4 && strings.HasSuffix(w, "ed")
}

// pastToo reports verbs whose past is written like their present.
func pastToo(w string) bool {
	switch w {
	case "beat", "cut", "hit", "put", "shut", "hurt", "set", "burst", "cast", "rid", "let":
		return true
	}
	return false
}

// applauded reports words of approval anywhere in the passage, which make what others did the author's wish.
func (r *Reader) applauded() bool {
	for i := range r.doc.Tokens {
		switch r.form(i) {
		case "finally", "good", "great", "glad", "happy", "love", "loved", "thank", "thanks", "pity", "hero", "heroes", "legend", "legends", "bravo", "rightly", "right", "correct", "deserved", "deserve", "deserves", "brilliant", "best", "job", "respect", "cheers", "lol", "haha", "riddance", "enough", "proud", "based", "again", "more", "😂", "🤣", "👏", "🍾", "🎉", "👍":
			return true
		}
	}
	return false
}

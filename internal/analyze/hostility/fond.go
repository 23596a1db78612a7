package hostility

import "footprint/internal/analyze/text"

// fondly reports that what is said in the sentence at i, or right after it, is admiration in rough words: "savage gossips
// and I adore them", "freaks, in the best way".
func (r *Reader) fondly(i int) bool {
	n := r.doc.Tokens[i].Sentence
	for k := r.sentence(i).From; k < len(r.at) && r.doc.Tokens[k].Sentence <= n+1; k++ {
		if !r.own(k) || r.doc.Tokens[k].Negated {
			continue
		}
		switch r.word(k) {
		case "love", "adore", "salute", "admire", "worship", "miss":
			w := r.word(k - 1)
			if (w == "i" || w == "we" || w == "still") && (theirs(r.word(k+1)) || r.word(k+1) == "every" || r.word(k+1) == "all") {
				return true
			}
		case "best", "good", "nicest", "kindest", "loveliest", "finest":
			if w := r.word(k + 1); r.word(k-2) == "in" && (w == "way" || w == "possible" || w == "sense") {
				return true
			}
		case "bless":
			if theirs(r.word(k + 1)) {
				return true
			}
		case "legends", "heroes", "brilliant", "glorious", "magnificent", "unstoppable":
			if r.ends(k+1) && k > r.sentence(k).From && r.doc.Tokens[k-1].Kind == text.Punct {
				return true // ", brilliant."
			}
		}
	}
	return false
}

// theirs reports the pronouns for those who were just named.
func theirs(w string) bool { return w == "them" || w == "her" || w == "him" || w == "it" }

package hostility

// judgedHate is the judge's probability of hate or general hostility.
func (r *Reader) judgedHate() float32 {
	f := Remark{Kind: Hate}
	return f.judged(r.scores)
}

// generalising reports a statement about all women: with the judge's word it stands for a stereotype.
func (r *Reader) generalising() bool {
	for _, m := range r.mentions {
		if !r.spokenOf(m) || !r.ofWomen(m) || r.kindly(m) {
			continue
		}
		if w := r.word(m.from - 1); w == "many" || w == "more" {
			continue // "how many X are"
		}
		if r.hedged(m) || r.word(m.to+1) == "not" || r.word(m.to+1) == "just" && r.word(m.to+2) == "as" || r.word(r.sentence(m.from).From) == "not" {
			continue
		}
		if first := r.sentence(m.from).From; r.word(first) == "no" && r.word(first+1) == "wonder" {
			continue // "no wonder X don't trust us" takes their side
		}
		if w := r.word(m.from - 1); (w == "these" || w == "those") && bygone(r.word(m.to)) && !r.doc.Tokens[m.to].Negated {
			continue // "those X walked 1,500 miles" tells of some
		}
		if r.generalised(m) {
			return true
		}
		switch r.word(m.to) {
		case "only", "always", "never", "just", "all", "will", "want", "need", "love", "hate", "can't", "cant", "don't", "dont", "should", "think", "aren't", "are", "have", "shouldn't":
			if r.word(m.to) == "hate" && !plural(r.word(m.to+1)) && r.word(m.to+1) != "us" && r.word(m.to+1) != "our" && r.word(m.to+1) != "the" {
				continue
			}
			if w := r.word(m.to + 1); r.word(m.to) == "have" && (w == "nothing" || w == "little" || w == "less" || w == "fewer" || w == "nowhere") {
				continue // they are poor
			}
			if r.feels(m.to+1) || r.undergoes(m.to) || r.undergoes(m.to+1) {
				continue
			}
			if isWordy(r.word(m.to+1)) && !r.doc.Tokens[m.to+1].Negated && r.bit(m.to+1)&praise == 0 {
				return true
			}
		}
	}
	return false
}

// feels reports the beginning of what people feel or go through, or that they are people, at token i.
func (r *Reader) feels(i int) bool {
	for r.filler(i) {
		i++
	}
	switch r.word(i) {
	case "being", "when", "that", "how", "having", "it", "tired", "sick", "fed", "scared", "afraid", "worried", "proud", "people", "human", "humans", "welcome", "been", "doing":
		return true
	}
	return false
}

// hedged reports a negation shortly after a mention: "X are no threat".
func (r *Reader) hedged(m mention) bool {
	for k := m.to; k < min(len(r.at), m.to+4); k++ {
		if w := r.word(k); w == "no" || w == "not" || w == "neither" || w == "never" || w == "aren't" {
			return true
		}
	}
	return false
}

// kindly reports words of praise or of protection in the sentence of a mention.
func (r *Reader) kindly(m mention) bool {
	s := r.sentence(m.from)
	for k := s.From; k < s.To; k++ {
		if r.at[k]&praise != 0 && !r.doc.Tokens[k].Negated && r.at[k]&predicate == 0 {
			return true
		}
		switch r.word(k) {
		case "treated", "deserve", "deserves", "victims", "abused", "survivors", "rights", "equal", "equally", "stigma", "support", "supported", "underpaid", "facing", "face", "faced", "experience", "suffer":
			return true
		}
	}
	return false
}

// areOurs reports "X are our neighbours".
func (r *Reader) areOurs(m mention) bool {
	w := r.word(m.to + 1)
	return (w == "my" || w == "our") && r.bit(m.to+2)&person != 0
}

// ofWomen reports a mention of women.
func (r *Reader) ofWomen(m mention) bool {
	switch r.word(m.to - 1) {
	case "women", "woman", "girls", "girl", "females", "female", "wives", "feminists", "ladies", "chicks", "mothers":
		return true
	}
	return false
}

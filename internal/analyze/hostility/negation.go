package hostility

import "strings"

func (r *Reader) denied(sp span, m mention) float32 {
	if !r.doc.Tokens[sp.from].Negated || r.supportive(sp) || r.word(sp.from-1) == "to" && r.word(sp.from-2) == "not" { // "impossible not to respect"
		return 0
	}
	if m.to <= sp.from {
		none := r.word(m.from-1) == "no"
		if p := r.subjectPath(m, sp.from); p.ok && !p.relative && (!r.doc.Tokens[m.from].Negated || none) {
			if none && p.modal && !p.copula && !p.passive {
				return 0 // "no X should have to grow up like this"
			}
			if none {
				return 2.5
			}
			switch {
			case r.word(sp.from) == "rights":
				return 3 * r.norm(m.to, sp.from)
			case r.word(m.to) == "were" || r.word(m.to) == "was" || r.word(m.to) == "weren't" || r.word(m.to) == "wasn't":
				return 1 // how it was
			case (r.word(sp.from) == "allowed" || r.word(sp.from) == "permitted") && r.word(sp.to) == "to" && !p.modal:
				return 1 // what the rules are
			case strings.HasSuffix(r.word(sp.from), "ed") && !p.modal && r.word(sp.from-1) != "be":
				return 1 // how they are treated
			case p.copula || p.modal:
				return 3
			}
			return 1.5
		}
		return 0
	}
	if isWordy(r.word(sp.to)) && r.bit(sp.to) == 0 && r.word(sp.to+1) == "for" {
		return 0 // "no decent house for X"
	}
	if r.objectPath(sp.to, m) && r.speaker(sp.from) {
		return 2.25
	}
	return 0
}

func (r *Reader) norm(from, to int) float32 {
	for i := from; i < to; i++ {
		switch r.word(i) {
		case "should", "shouldn't", "must", "mustn't", "ought", "deserve", "deserves", "need", "needs":
			return 1
		}
	}
	return 0
}

func (r *Reader) falseNegation(i int) bool {
	for k := i - 1; k >= max(0, i-9); k-- {
		switch r.word(k) {
		case "better", "more":
			if w := r.word(k - 1); w == "no" || w == "not" || w == "nothing" {
				return true
			}
		case "cannot", "can't", "couldn't":
			switch r.word(k + 1) {
			case "express", "tell", "say", "describe", "stress":
				if r.word(k+2) != "i" {
					return true
				}
			case "believe", "understand", "get", "see": // "can't believe they let X ..."
				if w := r.word(k + 2); w == "they" || w == "we" || w == "how" || w == "why" || w == "that" || w == "people" || w == "anyone" {
					return true
				}
			}
		case "no":
			return r.word(k+1) == "group" || r.word(k+1) == "people"
		case "secret", "coincidence", "mystery", "exaggeration", "question", "genius":
			return true // "it's no secret that X are ..."
		case "wants", "dares", "likes":
			if w := r.word(k - 1); w == "nobody" || w == "one" || w == "noone" {
				return true // "what nobody wants to hear"
			}
		case "way": // "never despised anything the way I despise X"
			if w := r.word(k + 1); w == "i" || w == "i've" {
				return true
			}
		case "nobody", "none":
			return r.word(k+1) == "i"
		case "nothing":
			return r.word(k+1) == "but" || r.word(k+1) == "more"
		case "even":
			return r.word(k-1) == "not"
		case "convince", "persuade", "pretend":
			if w := r.word(k - 1); r.doc.Tokens[k].Negated || negator(w) {
				return true
			}
		case "apologise", "apologize", "apologising", "regret", "sorry", "ashamed", "stop", "quit", "help":
			if r.doc.Tokens[k].Negated || negator(r.word(k-1)) {
				return true // "I won't apologise for saying", "I will never stop hating"
			}
		case "deny", "denying", "wonder", "else", "surprise", "doubt":
			return true
		case "not", "doesn't", "don't", "wouldn't", "doesnt", "dont", "isn't", "aren't", "didn't":
			switch r.word(k - 1) {
			case "anyone", "anybody", "who", "you", "everyone", "everybody", "why", "someone":
				return true
			case "":
				return r.asks(k)
			}
		case "weren't", "werent", "wasn't":
			if r.word(k-2) == "if" { // "if they weren't so ..."
				return true
			}
		}
	}
	return false
}

func (r *Reader) asks(i int) bool {
	s := r.sentence(i)
	for k := s.To - 1; k >= s.From && k > s.To-4; k-- {
		if r.doc.Tokens[k].Norm == "?" {
			return true
		}
	}
	return false
}

func (r *Reader) supportive(sp span) bool {
	for k := sp.to; k < min(len(r.at), sp.to+5); k++ {
		if w := r.word(k); (w == "this" || w == "that") && isWordy(r.word(k+1)) && r.at[k+1]&(harm|traitWeak|traitStrong|insultAdj) == 0 {
			continue // "in this country"
		}
		if r.at[k]&(harm|exclude|counter|traitWeak|traitStrong) != 0 {
			return true
		}
		switch r.word(k) {
		case "this", "that", "abuse", "violence", "treatment", "bullying", "harassment", "discrimination", "blame", "criticism", "backlash", "scrutiny", "flak", "grief", "treated", "blamed", "hated", "hate", "judged", "ashamed", "shamed", "scared", "afraid", "stigma", "left", "bullied", "mocked", "ignored", "punished", "pain", "alone", "done", "happened", "happening", "wait", "waiting", "refused", "charged", "detention", "prison", "jail", "lecture", "lectures", "fixing", "saving", "pity", "poverty", "limbo":
			return true
		}
	}
	return false
}

func (r *Reader) pastPassive(sp span) bool {
	for k := sp.from - 1; k >= max(0, sp.from-3); k-- {
		switch r.word(k) {
		case "called", "considered", "labelled", "labeled", "treated", "seen", "portrayed", "told", "viewed", "described", "depicted", "stereotyped", "accused":
			return true
		}
	}
	if r.word(sp.to) != "by" {
		return false
	}
	switch r.word(sp.to + 1) {
	case "nature", "birth", "blood", "definition", "default", "far", "heart", "instinct", "design", "upbringing":
		return false
	}
	return true
}

package text

import "strings"

// negate marks the scope of negations: from the word to the end of the clause. "No fever, cough or pain"
// goes on over the commas of a list.
func negate(d *Doc) {
	t := d.Tokens
	for ci, c := range d.Clauses {
		for i := c.From; i < c.To; i++ {
			if t[i].Kind != Word {
				continue
			}
			kind := negator(t, i)
			if kind == notNegation {
				continue
			}
			for k := i + 1; k < c.To; k++ {
				t[k].Negated = true
			}
			if kind == determiner {
				negateList(d, ci)
			}
			break
		}
	}
}

const (
	notNegation = iota
	verbal
	determiner // "no", "without": may open a list
)

func negator(t []Token, i int) int {
	next := ""
	if i+1 < len(t) {
		next = t[i+1].Norm
	}
	switch t[i].Norm {
	case "not", "never", "cannot", "neither", "nobody", "noone", "none", "hardly", "ain't", "aint", "dont", "doesnt", "didnt", "isnt", "arent", "wasnt",
		"wont", "cant", "wouldnt", "shouldnt", "couldnt", "havent", "hasnt", "nor", "nothing":
		return pseudo(t[i].Norm, next)
	case "no", "without", "denies", "denied":
		switch next {
		case "doubt", "wonder", "matter", "offence", "offense", "joke", "problem", "idea", "exception", "exceptions", "question", "fail", "surprise", "shame":
			return notNegation
		}
		if i+1 < len(t) && t[i+1].Kind == Punct { // the answer "No."
			return notNegation
		}
		return determiner
	}
	if n := t[i].Norm; len(n) > 3 && strings.HasSuffix(n, "n't") {
		return pseudo(n, next)
	}
	return notNegation
}

// pseudo leaves out negations that deny nothing: "not only", "can't wait", "not gonna lie".
func pseudo(word, next string) int {
	switch next {
	case "only", "just", "merely", "wait", "help", "gonna", "sure", "stop":
		if word == "not" && next != "wait" && next != "help" && next != "stop" || word != "not" && next != "only" && next != "gonna" && next != "sure" && next != "just" {
			return notNegation
		}
	}
	return verbal
}

// maxList is the longest list, in clauses, that one negation reaches over.
const maxList = 12

// negateList carries the negation of clause ci over the short clauses of a list.
func negateList(d *Doc, ci int) {
	t := d.Tokens
	sentence := t[d.Clauses[ci].From].Sentence
	for _, c := range d.Clauses[ci+1 : min(len(d.Clauses), ci+1+maxList)] {
		if t[c.From].Sentence != sentence || c.To-c.From > 4 || startsStatement(t[c.From:c.To]) {
			return
		}
		for k := c.From; k < c.To; k++ {
			t[k].Negated = true
		}
	}
}

func startsStatement(t []Token) bool {
	for _, k := range t {
		switch k.Norm {
		case "i", "i'm", "you", "he", "she", "it", "we", "they", "is", "are", "was", "were", "but", "has", "have", "had", "just", "only":
			return true
		}
	}
	return false
}

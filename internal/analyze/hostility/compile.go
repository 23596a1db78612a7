package hostility

import (
	"fmt"
	"slices"
	"strings"
)

// compile reads one wording of a frame, around the place where a group stands.
func (f *frameFile) compile(say string) (p pattern, err error) {
	words := strings.Fields(say)
	at := -1
	for i, w := range words {
		if w == "G" || w == "X" || w == "A" || w == "V" || w == "P" {
			at, p.any, p.adjective = i, w == "X", w == "A"
		}
	}
	if at < 0 {
		return p, fmt.Errorf("names no group: %w", errPattern)
	}
	for i, w := range words {
		if i == at {
			continue
		}
		e, negates, err := f.element(w, i < at)
		if err != nil {
			return p, err
		}
		p.negates = p.negates || negates
		if i < at {
			p.before = append([]element{e}, p.before...)
		} else {
			p.after = append(p.after, e)
		}
	}
	return p, nil
}

func (f *frameFile) element(w string, backwards bool) (e element, negates bool, err error) {
	if strings.HasPrefix(w, "(") && strings.HasSuffix(w, ")") {
		e.optional, w = true, w[1:len(w)-1]
	}
	switch w {
	case "~":
		e.gap = 3
		return e, false, nil
	case "~~":
		e.gap = 8
		return e, false, nil
	case "|":
		e.edge = true
		return e, false, nil
	case ",":
		e.mark = true
		return e, false, nil
	}
	if rest := strings.TrimPrefix(w, "!"); rest != w {
		e.not, w = true, rest
	}
	by, err := f.wording(w, backwards)
	e.phrases, e.words, e.bits, e.edgeToo = by.phrases, by.words, by.bits, by.edgeToo
	return e, by.negates, err
}

// wording reads the alternatives of a step: "must/should/<duty>".
func (f *frameFile) wording(alternatives string, backwards bool) (wording, error) {
	step := fmt.Sprint(backwards, alternatives)
	if by, ok := f.read[step]; ok {
		return by, nil
	}
	by := wording{phrases: map[string][][]string{}}
	for _, alt := range strings.Split(alternatives, "/") {
		if alt == "|" {
			by.edgeToo = true
			continue
		}
		list := []string{strings.ReplaceAll(alt, "_", " ")}
		if name := strings.TrimSuffix(strings.TrimPrefix(alt, "<"), ">"); name != alt {
			set, isSet := f.Sets[name]
			if b, isBits := bitNames[name]; isBits {
				by.bits |= b
			} else if !isSet {
				return by, fmt.Errorf("no set %q: %w", name, errPattern)
			}
			list = set
		}
		denials := 0
		for _, phrase := range list {
			words := strings.Fields(phrase)
			key := words[0]
			if backwards {
				key = words[len(words)-1]
			}
			if slices.ContainsFunc(words, negator) {
				denials++
			}
			by.phrases[key] = append(by.phrases[key], words)
			by.words.add(key)
		}
		by.negates = by.negates || denials*2 > len(list) // a set that holds a denial among others is none
	}
	if f.read == nil {
		f.read = map[string]wording{}
	}
	f.read[step] = by
	return by, nil
}

func negator(w string) bool {
	switch w {
	case "not", "no", "never", "cannot", "nobody", "nothing", "none", "without", "cant", "dont", "wont", "neither", "shouldnt", "hardly", "zero", "lack", "lacks":
		return true
	}
	return strings.HasSuffix(w, "n't")
}

package hostility

import (
	"slices"
	"strings"
)

// victim is somebody to whom harm is to be done.
type victim struct {
	from, to int
	group    *mention // nil for one who is spoken to or of
	spokenTo bool
	place    bool // it is the home of a group, its place of prayer or the like
}

// harms finds what is threatened, wished or called for: an act or a fate, whom it befalls, and the mood that makes
// it more than a report.
func (r *Reader) harms(found []Remark, p *Patterns) []Remark {
	if p == nil || p.acts == nil {
		return found
	}
	a := *p.acts
	acted, fated := false, false
	for i := range r.doc.Tokens {
		w := r.word(i)
		if !a.begins.may(w) {
			continue
		}
		uses := a.verbs[w]
		acted, fated = acted || len(uses) > 0, fated || len(a.fates[w]) > 0
		for _, use := range uses {
			if v, to, ok := r.done(use.act, i); ok && v.place == use.act.kind.places {
				if from, ok := r.meant(&a, use.form, i); ok {
					found = r.accuse(found, use.act.kind, v, from, to)
					break
				}
			}
		}
	}
	if !acted {
		a.passives = nil // which need one behind them
	}
	if !fated {
		a.destinies = nil
	}
	for i := range r.mentions {
		m := &r.mentions[i]
		found = r.befalls(found, &a, victim{from: m.from, to: m.to, group: m})
	}
	for i := range r.doc.Tokens {
		if v, ok := r.placeAt(i); ok {
			found = r.befalls(found, &a, v)
		}
		switch r.word(i) {
		case "you", "u", "you'll", "you're", "you'd", "ya", "yous":
			found = r.befalls(found, &a, victim{from: i, to: i + 1, spokenTo: true})
		case "he", "she", "he'll", "she'll", "he'd", "she'd", "him", "her":
			found = r.befalls(found, &a, victim{from: i, to: i + 1})
		}
	}
	return found
}

// done reads an act from its verb at token i: whom it is done to, and where it ends.
func (r *Reader) done(a *act, i int) (v victim, to int, ok bool) {
	if !r.reads(a.tail, i+1) || !r.own(i) {
		return v, 0, false
	}
	rest := a.rest
	to, ok = r.forward(a.between, i+1+len(a.tail), maxFill)
	if !ok {
		return v, 0, false
	}
	if a.moved {
		after := rest
		if after[0].optional {
			after = after[1:] // "all", which stands with the name
		}
		if end, ok := r.forward(after[:1], to, maxFill); ok {
			to, rest = end, after[1:]
		}
	}
	if a.owned {
		v, ok = r.owner(to)
	} else {
		v, ok = r.victimAt(to)
	}
	if !ok {
		return v, 0, false
	}
	to, ok = r.forward(rest, v.to, maxFill)
	return v, to, ok
}

// victimAt reads the one who is named at token k, after articles and the like.
func (r *Reader) victimAt(k int) (victim, bool) {
	for i := k; i < min(len(r.doc.Tokens), k+6); i++ {
		if v, ok := r.placeAt(i); ok {
			return v, true
		}
		if at := slices.IndexFunc(r.mentions, func(m mention) bool { return m.from == i }); at >= 0 {
			return victim{from: k, to: r.mentions[at].to, group: &r.mentions[at]}, true
		}
		switch w := r.word(i); {
		case w == "you" && r.mentioned(i+1), isDeterminer(w) && w != "you", introduces(w) && w != "them", r.filler(i), r.at[i]&(profanity|mild|insultAdj|trait) != 0 && r.at[i]&insultNoun == 0:
			continue
		case w == "you", w == "ya", w == "u", w == "yous":
			return victim{from: i, to: i + 1, spokenTo: true}, true
		case w == "him", w == "her", r.at[i]&(insultNoun|person) != 0 && i > k:
			return victim{from: i, to: i + 1}, true
		}
		break
	}
	return victim{}, false
}

func (r *Reader) mentioned(i int) bool {
	return slices.ContainsFunc(r.mentions, func(m mention) bool { return m.from == i })
}

// owner reads "their", "your", "his" at token k: the one whose body or home is meant.
func (r *Reader) owner(k int) (victim, bool) {
	switch r.word(k) {
	case "your", "ur":
		return victim{from: k, to: k + 1, spokenTo: true}, true
	case "his", "her":
		return victim{from: k, to: k + 1}, true
	case "their", "there":
		for j := len(r.mentions) - 1; j >= 0; j-- {
			m := &r.mentions[j]
			if m.to > k {
				continue
			}
			if r.doc.Tokens[k].Sentence-r.doc.Tokens[m.from].Sentence > reach {
				break
			}
			return victim{from: k, to: k + 1, group: m}, true
		}
	}
	return victim{}, false
}

// meant reports that the verb at token i stands in a mood that makes it a threat or a call.
func (r *Reader) meant(a *acts, form verbForm, i int) (from int, ok bool) {
	moods := a.moods
	switch form {
	case ending:
		moods = a.gerunds
	case passive: // "should have strung them up"
		if w := r.word(i - 1); w != "have" && w != "of" && !strings.HasSuffix(w, "'ve") {
			return 0, false
		}
	}
	for k := range moods {
		f := &moods[k]
		if from, ok := r.backwards(f.before, i-1, maxFill); ok && r.calledFor(f, from, i) {
			return from, true
		}
	}
	return 0, false
}

// calledFor reports that the mood at [from,i) is the author's and not denied.
func (r *Reader) calledFor(f *pattern, from, i int) bool {
	if !r.own(from) || r.claimed(from, r.sentence(i)) || r.plotted(i) || r.willed(i) || r.told(from) || pastToo(r.word(i)) && r.byOthers(i) {
		return false
	}
	if r.doc.Tokens[i].Negated && !f.negates && !r.falseNegation(i) {
		return false
	}
	if w := r.word(from - 1); w == "if" || w == "whether" || w == "that" && r.bit(from-2)&report != 0 {
		return false
	}
	return true
}

// befalls finds the acts in the passive, the fates and the warnings that follow those who are named.
func (r *Reader) befalls(found []Remark, a *acts, v victim) []Remark {
	if !r.own(v.from) {
		return found
	}
	for k := range a.passives {
		if from, i, ok := r.around(&a.passives[k], v); ok {
			for _, use := range a.verbs[r.word(i)] {
				if v.place != use.act.kind.places || use.form != passive && (use.form != ending || !needs(r.word(i-1))) || use.act.owned || !r.reads(use.act.tail, i+1) {
					continue
				}
				if to, ok := r.rest(use.act, i); ok && r.calledFor(&a.passives[k], from, i) {
					found = r.accuse(found, use.act.kind, v, from, to)
					break
				}
			}
		}
	}
	for k := range a.destinies {
		if from, i, ok := r.around(&a.destinies[k], v); ok && !r.asked(from) {
			for _, f := range a.fates[r.word(i)] {
				if v.place != f.kind.places {
					continue
				}
				if to, ok := r.forward(f.rest, i+1+len(f.tail), maxFill); ok && r.reads(f.tail, i+1) && r.calledFor(&a.destinies[k], from, i) {
					found = r.accuse(found, f.kind, v, from, to)
					break
				}
			}
		}
	}
	for k := range a.warns {
		w := &a.warns[k]
		if v.place != w.kind.places {
			continue
		}
		to, ok := r.forward(w.rest, v.to, maxFill)
		if !ok && strings.Contains(r.word(v.to-1), "'") { // "they'll"
			to, ok = r.forward(w.rest[1:], r.after(v.to), maxFill)
		}
		if ok && (!w.kind.dared || r.dared(v)) && r.calledFor(&pattern{negates: w.negates}, v.from, to-1) {
			found = r.accuse(found, w.kind, v, v.from, to)
		}
	}
	return found
}

// needs reports the verbs after which a form in -ing is meant as a passive: "they need shooting".
func needs(w string) bool {
	return w == "need" || w == "needs" || w == "want" || w == "wants"
}

// after leaves out what a shortened verb takes with it: "they're going to".
func (r *Reader) after(i int) int {
	if r.word(i) == "all" {
		i++
	}
	switch {
	case r.word(i) == "gonna":
		return i + 1
	case r.word(i) == "going" && r.word(i+1) == "to":
		return i + 2
	}
	return i
}

// around matches what stands before and after those who are named; i is the token after it.
func (r *Reader) around(p *pattern, v victim) (from, i int, ok bool) {
	if i, ok = r.forward(p.after, v.to, maxFill); !ok {
		return 0, 0, false
	}
	for r.filler(i) {
		i++
	}
	if len(p.before) == 0 {
		return v.from, i, true
	}
	m := mention{from: v.from}
	from, ok = r.backwards(p.before, r.before(&m), maxFill)
	return from, i, ok
}

// rest reads what follows the participle of an act at token i.
func (r *Reader) rest(a *act, i int) (to int, ok bool) {
	if to, ok = r.forward(a.between, i+1+len(a.tail), maxFill); !ok {
		return 0, false
	}
	return r.forward(a.rest, to, maxFill)
}

// asked reports a question why something should be: it takes the side of those who suffer.
func (r *Reader) asked(i int) bool {
	switch s := r.sentence(i); r.word(s.From) {
	case "why", "how", "must", "should", "do", "does":
		return r.doc.Tokens[s.To-1].Norm == "?"
	}
	return false
}

// dared reports that a provocation is named: what befalls them does so if they come near.
func (r *Reader) dared(v victim) bool {
	s := r.sentence(v.from)
	first := s.From
	if n := r.doc.Tokens[v.from].Sentence; n > 0 {
		first = r.doc.Sentences[n-1].From
	}
	condition, deed := false, false
	for i := first; i < s.To; i++ {
		switch r.word(i) {
		case "if", "when", "next", "whenever", "any", "another", "ever", "every", "again", "more", "once", "should", "keep", "promise", "swear", "who", "first":
			condition = true
		case "come", "comes", "coming", "set", "sets", "step", "steps", "show", "shows", "touch", "touches", "look", "looks", "talk", "talks", "cross", "crosses", "mouth", "walk", "walks", "try", "tries", "enter", "enters", "move", "moves", "open", "opens",
			"catch", "see", "find", "meet", "near", "anywhere", "here", "my", "our", "round", "foot", "door", "street", "dares", "dare", "knock", "knocks", "turn", "turns", "hit", "speak", "speaks", "kiss", "stay", "complain":
			deed = true
		}
	}
	return condition && deed
}

// accuse adds a remark on one to whom harm of a kind is to be done.
func (r *Reader) accuse(found []Remark, k *harmKind, v victim, from, to int) []Remark {
	if !r.own(to-1) || r.invented(from) {
		return found
	}
	points := k.points
	m := v.group
	if m == nil && v.spokenTo {
		m = r.addressee(v.from)
	}
	from, to = min(from, v.from), max(to, v.to)
	switch {
	case m == &worship:
		return append(found, Remark{Kind: Hate, Violent: true, From: from, To: to, points: points, Why: k.why})
	case m == nil && k.grave:
		points -= 1.25
		if v.spokenTo {
			points += 0.5
		}
		return append(found, Remark{Kind: Threat, Violent: true, From: from, To: to, points: points, Why: "Harm to a person is threatened, wished or called for."})
	case m == nil:
		return found
	case !m.protected && k.grave:
		return append(found, Remark{Kind: Derogatory, Violent: true, From: from, To: to, points: points - 1, Why: "Harm is called for against people."})
	case !m.protected, r.word(m.from-1) == "we", r.selfReference(m.from) && !m.resolved:
		return found
	}
	if m.men {
		points -= 0.75
	}
	if m.resolved {
		points -= 0.25
	}
	if !m.generic && !m.slur {
		points -= 1.5
	}
	return append(found, Remark{Kind: Hate, Violent: k.violent, From: from, To: to, points: points, Why: k.why})
}

// addressee is the group that "you" at token i stands for, nil for none.
func (r *Reader) addressee(i int) *mention {
	for k := len(r.mentions) - 1; k >= 0; k-- {
		m := &r.mentions[k]
		d := r.doc.Tokens[i].Sentence - r.doc.Tokens[m.from].Sentence
		if d < -1 || d > reach || !m.protected || m.resolved || !r.own(m.from) || !plural(r.word(m.to-1)) {
			continue
		}
		s := r.sentence(m.from)
		w := r.word(m.from - 1)
		called := w == "you" || w == "u" || w == "all" && r.word(m.from-2) == "you" || r.bit(m.from-1)&(profanity|insultAdj|trait) != 0 && r.word(m.from-2) == "you"
		vocative := m.from == s.From && m.to < s.To && (r.doc.Tokens[m.to].Norm == "," || r.doc.Tokens[m.to].Norm == ":") || m.to >= s.To-1 && m.from > s.From && r.doc.Tokens[m.from-1].Norm == ","
		if called || vocative && d >= 0 {
			return m
		}
	}
	return nil
}

// invented reports that the sentence of token i, or the one before, speaks of a story or a game.
func (r *Reader) invented(i int) bool {
	return r.speaksOf(i, func(w string) bool {
		switch w {
		case "film", "films", "movie", "movies", "novel", "episode", "character", "characters", "plot", "villain", "villains", "zombie", "zombies", "npc", "npcs", "storyline", "trailer", "protagonist", "minecraft", "skyrim", "gta", "screenplay", "musical", "opera":
			return true
		}
		return false
	})
}

// sportive reports a contest, in which to beat somebody is to win.
func (r *Reader) sportive(i int) bool {
	return r.speaksOf(i, func(w string) bool {
		switch w {
		case "match", "final", "semi-final", "cup", "league", "season", "tournament", "score", "goals", "goal", "defend", "rugby", "cricket", "football", "netball", "hockey", "tennis", "basketball", "afl", "nrl", "ashes", "olympics", "test", "wicket", "wickets",
			"innings", "twickenham", "wembley", "bowling", "batting", "quiz", "chess", "bingo", "trivia", "regatta", "relay", "playoffs", "halftime", "half-time", "referee", "scrum", "tackle", "eurovision", "fortnite", "mario", "game", "games":
			return true
		}
		return false
	})
}

// speaksOf reports a word of a kind in the sentence of token i or the one before.
func (r *Reader) speaksOf(i int, kind func(string) bool) bool {
	s := r.sentence(i)
	if n := r.doc.Tokens[i].Sentence; n > 0 {
		s.From = r.doc.Sentences[n-1].From
	}
	for k := s.From; k < s.To; k++ {
		if w := r.word(k + 1); kind(r.word(k)) && w != "bat" && w != "bats" && r.word(k-1) != "open" && r.word(k-1) != "hunting" { // a cricket bat is a weapon, open season none
			return true
		}
	}
	return false
}

// worship is a group of which only the place of prayer is named.
var worship = mention{protected: true, generic: true}

// placeAt reads "their mosque", "Roma camps", "the boats with the refugees" at token i: what belongs to a group.
func (r *Reader) placeAt(i int) (v victim, ok bool) {
	switch r.word(i) {
	case "mosque", "mosques", "synagogue", "synagogues", "gurdwara", "gurdwaras":
		return victim{from: i, to: i + 1, group: &worship, place: true}, true
	case "camp", "camps", "boat", "boats", "dinghy", "dinghies", "home", "homes", "house", "houses", "village", "villages", "caravan", "caravans", "temple", "temples", "church", "churches", "shop", "shops", "hostel", "hostels", "hotel", "hotels", "shelter",
		"shelters", "school", "schools", "quarter", "neighbourhood", "neighbourhoods", "neighborhood", "parade", "march", "marae", "embassy", "bars", "bar", "club", "clubs", "boatload", "boatloads", "barge", "barges", "settlement", "settlements", "cemetery", "graves", "lorry":
	default:
		return v, false
	}
	for k := range r.mentions {
		m := &r.mentions[k]
		before := m.to <= i && i-m.to < 2 && (m.to == i || r.doc.Tokens[m.to].Norm == "'" || r.word(m.to) == "asylum")
		if gap := m.from - i; before || gap > 1 && gap < 6 && r.holds(i+1) {
			return victim{from: min(m.from, i), to: max(m.to, i+1), group: m, place: true}, m.protected && !m.men
		}
	}
	if r.word(i-1) == "their" {
		if v, ok := r.owner(i - 1); ok && v.group.protected {
			return victim{from: i - 1, to: i + 1, group: v.group, place: true}, true
		}
	}
	return v, false
}

// holds reports the words that say who is in a place.
func (r *Reader) holds(i int) bool {
	switch r.word(i) {
	case "with", "full", "of", "carrying", "where", "packed", "housing", "holding", "for", "that", "filled":
		return true
	}
	return false
}

// told reports that what begins at token i is what people are told: "we are told that they ...".
func (r *Reader) told(i int) bool {
	for k := i - 1; k >= max(r.sentence(i).From, i-3); k-- {
		switch r.word(k) {
		case "that", "to":
			continue
		case "told", "taught", "warned":
			return isCopula(r.word(k-1)) || r.word(k-1) == "been" || r.word(k-1) == "being" || r.word(k-1) == "get"
		case "hear", "heard", "hearing", "read", "said":
			return true
		}
		return false
	}
	return false
}

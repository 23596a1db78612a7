package identify

import (
	"strings"

	"footprint/internal/footprint"
)

// username takes a handle, or what a label calls a user name.
func (s *scan) username(i int) int {
	if s.at(i) == '@' && s.adjacent(i) && !s.is(i+1, symbol) && (i == 0 || !s.adjacent(i-1) || s.is(i-1, symbol)) {
		end := s.handleEnd(s.toks[i+1].start)
		if end-s.toks[i].start < 3 || s.claim < len(s.claims) && s.claims[s.claim].Start < end {
			return i
		}
		own := s.says(i-1, "he's") || s.says(i-1, "she's") || s.unmasked(i, end) || s.onHere(i, s.after(i, end)) || s.namesUser(i-1) && (strings.EqualFold(wordAt(s, i-2), "my") || strings.EqualFold(wordAt(s, i-2), "on")) || s.at(i-1) == 1 && s.has(i-2, lNetwork) || s.pays(i-1) || s.says(i-1, "me") && s.pays(i-2) || (s.at(i-1) == ':' || strings.EqualFold(wordAt(s, i-1), "is")) && s.namesUser(i-2)
		s.hits = append(s.hits, Hit{Start: s.toks[i].start, End: end, Type: TypeUsername, System: "handle", Label: own, Personal: own, Confidence: footprint.Possible})
		return s.after(i, end)
	}
	if to := s.reddit(i); to > i {
		return to
	}
	if to := s.onNetwork(i); to > i {
		return to
	}
	if to := s.accountBefore(i); to > i {
		return to
	}
	if !s.has(i, lUser|lNetwork) && s.at(i+1) != '-' {
		return i
	}
	if to := s.numberedAccount(i); to > i || !s.has(i, lUser|lNetwork) {
		return to
	}
	if to := s.profile(i); to > i {
		return to
	}
	v, sure := s.value(i + 1)
	if v == 0 && s.isShort(i) && (s.whose(i-1) || s.says(i-1, "my")) && (s.is(i+1, code) || s.at(i+2) == '#' || s.at(i+2) == '.' && s.adjacent(i+2)) {
		v = i + 1 // "my discord's brackenfoot#4471"
	}
	if v == 0 && i+1 < len(s.toks) && s.is(i+1, word) {
		if w := s.text[s.toks[i+1].start:s.handleEnd(s.toks[i+1].start)]; figures(w) > 0 && strings.ContainsAny(w, "._") {
			v = i + 1 // "username fenella.tarn82"
		}
	}
	if v == 0 {
		v, sure = s.farValue(i+1), true
	}
	if v == 0 && (s.has(i, lNetwork) || strings.Contains(s.str(min(i+1, len(s.toks)-1)), "_")) && s.is(i+1, code) && figures(s.str(i+1)) <= len(s.str(i+1))-3 {
		v = i + 1
	}
	if v == 0 || s.is(v, symbol) {
		return s.linkedAccount(i)
	}
	end := s.handleEnd(s.toks[v].start)
	w := s.text[s.toks[v].start:end]
	if s.has(i, lNetwork) && s.at(v+1) == '#' && s.adjacent(v) && s.adjacent(v+1) && s.is(v+2, number) && figures(s.str(v+2)) == 4 {
		end = s.toks[v+2].end // name#1234
		w = s.text[s.toks[v].start:end]
	}
	odd := figures(w) > 0 || strings.ContainsAny(w, "_.")
	if len(w) < 3 || thing(strings.TrimRight(w, "0123456789")) || strings.Contains(w, "..") || end < len(s.text) && s.text[end] >= 0x80 || !odd && (!sure || s.has(i, lNetwork) || s.toks[v].label != 0 || s.is(v+1, word) && s.toks[v+1].start-end <= 1) || figures(w) == len(w) && len(w) < 5 || s.has(i, lNetwork) && figures(w)+strings.Count(w, ".") == len(w) {
		return s.linkedAccount(i)
	}
	start := s.toks[v].start
	if s.text[start-1] == '@' {
		start--
	}
	s.hits = append(s.hits, Hit{Start: start, End: end, Type: TypeUsername, System: "username", Label: true, Personal: true, Confidence: footprint.Possible})
	return s.after(v, end)
}

// pays reports a service by which people pay one another: what follows is one of them.
func (s *scan) pays(i int) bool {
	switch strings.ToLower(wordAt(s, i)) {
	case "venmo", "cashapp", "paypal", "beemit", "payid":
		return true
	}
	return false
}

// namesUser reports whether the word at token i announces a user name and is not itself one.
func (s *scan) namesUser(i int) bool {
	return s.has(i, lUser|lNetwork) && !(s.at(i-1) == '@' && s.adjacent(i-1))
}

// handleEnd returns the end of a user name that begins at byte i.
func (s *scan) handleEnd(i int) int {
	end := i
	for end < len(s.text) && end-i < 40 && (isLetter(s.text[end]) || isDigit(s.text[end]) || s.text[end] == '_' || s.text[end] == '.' || s.text[end] == '-') {
		end++
	}
	for end > i && (s.text[end-1] == '.' || s.text[end-1] == '-') {
		end--
	}
	return end
}

// value returns the token where the value of the label before token i begins, 0 if none does; sure is true
// after a colon or an equals sign.
func (s *scan) value(i int) (v int, sure bool) {
	linked := false
	for k := i; k < len(s.toks) && k < i+5; k++ {
		switch t := &s.toks[k]; {
		case t.mark == ':' || t.mark == '=':
			linked, sure = true, true
		case t.mark == '?' && k == i: // who answers
			linked = true
		case t.mark == '"' || t.mark == '\'' || t.mark == '`' || t.mark == 1 || t.mark == '@' && linked:
		case t.mark == '-' && !linked:
			linked = true
		case t.shape == symbol:
			return 0, false
		case linked:
			return k, sure
		default:
			switch w := strings.ToLower(s.str(k)); w {
			case "is", "was", "are":
				linked = true
			case "number", "no", "id", "details", "name", "my":
			case "for", "to":
				if to := s.whither(k); to > k { // "login for the club site is"
					return to + 1, false
				}
			default:
				return 0, false
			}
		}
	}
	return 0, false
}

// unmasked reports that the words around the handle at token i say whose account it is: "she posts as @...", "his own
// tiktok, search @...".
func (s *scan) unmasked(i, end int) bool {
	if s.says(i-1, "as") && accountVerb(strings.ToLower(wordAt(s, i-2))) {
		return true
	}
	if s.at(i-1) == ',' && s.whose(i-2) && (s.says(i-4, "account") || s.says(i-4, "profile") || s.says(i-4, "handle") || s.says(i-4, "page")) { // "that account is Kieran's, @..."
		return true
	}
	next := s.after(i, end)
	if s.at(next) == ',' && s.says(next+1, "that's") && (s.whose(next+2) || s.says(next+2, "me")) {
		return true
	}
	for k := i - 1; k >= max(0, i-8); k-- {
		switch {
		case s.says(k, "here") && s.says(k-1, "on") && (s.says(k-2, "he's") || s.says(k-2, "she's")):
			return true
		case s.at(k) == '.' || s.at(k) == '\n' || s.at(k) == '!' || s.at(k) == '?':
			return false
		case s.has(k, lNetwork) && k >= i-5:
			return s.whose(k-1) || s.whose(k-2) || s.says(k-1, "on") && kin(wordAt(s, k-2))
		}
	}
	return false
}

// accountVerb reports what people do under a name: "posts as", "tweets as", "goes by".
func accountVerb(w string) bool {
	switch w {
	case "posts", "posting", "post", "tweets", "tweeting", "streams", "known", "registered", "signed", "listed", "here", "there", "him", "her", "them", "me", "snapchat", "insta",
		"instagram", "tiktok", "twitter", "telegram", "reddit", "discord", "goes", "online", "comments", "commenting", "writes", "blogs", "plays", "playing", "games", "sings":
		return true
	}
	return false
}

// whose reports a word for one person to whom an account belongs.
func (s *scan) whose(k int) bool {
	switch w := strings.ToLower(wordAt(s, k)); w {
	case "his", "her", "their", "hers", "him", "them":
		return true
	default:
		return strings.HasSuffix(w, "'s") && len(w) > 4 && w != "today's" && w != "here's" && w != "there's" && w != "that's" && w != "what's" && w != "let's"
	}
}

// reddit takes the name of an account whose holder is told: "the account u/name is Tim Aske".
func (s *scan) reddit(i int) int {
	if !s.says(i, "u") || s.at(i+1) != '/' || !s.adjacent(i) || !s.adjacent(i+1) || i+2 >= len(s.toks) || i > 0 && s.adjacent(i-1) && s.at(i-1) != '/' && s.at(i-1) != '(' {
		return i
	}
	end := s.handleEnd(s.toks[i+2].start)
	if end-s.toks[i+2].start < 3 {
		return i
	}
	to := s.after(i, end)
	who := to + 1
	switch strings.ToLower(wordAt(s, who)) {
	case "obviously", "definitely", "clearly", "actually", "literally", "really":
		who++
	}
	told := s.says(i-1, "under") && accountVerb(strings.ToLower(wordAt(s, i-2))) || s.says(to, "is") && (s.capital(who) || s.says(who, "my") || s.says(who, "our")) || s.says(i-1, "as") && accountVerb(strings.ToLower(wordAt(s, i-2))) || s.says(i-2, "i'm") || s.has(i-2, lNetwork|lUser) && (s.says(i-1, "is") || s.at(i-1) == ':')
	s.hits = append(s.hits, Hit{Start: s.toks[i].start, End: end, Type: TypeUsername, System: "handle", Label: told, Personal: told, Confidence: footprint.Possible})
	return to
}

// onNetwork takes a user name before the network: "I'm izzy_quill11 on insta". It has a mark or figures inside.
func (s *scan) onNetwork(i int) int {
	if !s.is(i, code) || !s.says(i+1, "on") || !s.has(i+2, lNetwork) || figures(s.str(i)) > len(s.str(i))-4 {
		return i
	}
	switch strings.ToLower(wordAt(s, i-1)) {
	case "i'm", "im", "he's", "she's", "they're", "am", "is", "as", "me", "her", "him", "add", "find", "follow", "dm":
		return s.add(Hit{Type: TypeUsername, System: "username", Label: true, Personal: true, Confidence: footprint.Possible}, i, i+1)
	}
	return i
}

// farValue returns the token of a user name that stands some words behind the name of the network: "my insta's the same as
// here btw: jude_bakes", "find her on snapchat as dozy_maeve99". It has a mark or figures inside, which no other word has.
func (s *scan) farValue(i int) int {
	for k := i; k < min(len(s.toks), i+8); k++ {
		switch {
		case s.at(k) == ',' && k == i && s.says(i-2, "on") && s.is(k+1, word) && s.at(k+2) == '.' && s.adjacent(k+1) && s.adjacent(k+2) && s.is(k+3, word) && !s.capital(k+3) && !ending(s.str(k+3)):
			return k + 1
		case s.at(k) == ':' || s.says(k, "is") && k > i || s.says(k, "as") && k == i || s.at(k) == ',' && k == i && (s.says(k+1, "search") || s.says(k+1, "its") || s.says(k+1, "it's") || s.says(k+1, "i'm") || s.says(k+1, "im")):
			if k += 1 + btoi(s.at(k) == ','); k < len(s.toks) && s.is(k, code) && strings.Contains(s.str(k), "_") && figures(s.str(k)) <= len(s.str(k))-4 {
				return k
			}
			return 0
		case s.says(k, "live") && s.at(k+1) == ':' && s.adjacent(k) && s.adjacent(k+1) && k+2 < len(s.toks): // as Skype writes names
			return k + 2
		case s.toks[k].shape == symbol || s.is(k, number):
			return 0
		}
	}
	return 0
}

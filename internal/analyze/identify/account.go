package identify

import (
	"strings"

	"footprint/internal/footprint"
)

// farAccount is how many tokens a name of an account may stand behind its network.
const farAccount = 8

// linkedAccount takes what looks like the name of an account and is said to be one: "mine on lichess is dovmarsh1988", "signed in as
// dov.marsh3", "ig: rosheen.k.makes". The label stands at token i.
func (s *scan) linkedAccount(i int) int {
	for k := i + 1; k < min(len(s.toks), i+farAccount); k++ {
		switch s.at(k) {
		case '.', '!', ';', '\n':
			return i
		}
		if !s.accountLink(k - 1) {
			continue
		}
		end := s.accountLike(k)
		if end == 0 {
			continue
		}
		s.hits = append(s.hits, Hit{Start: s.toks[k].start, End: end, Type: TypeUsername, System: "username", Label: true, Personal: true, Confidence: footprint.Possible})
		return s.after(k, end)
	}
	return i
}

// accountLink reports what stands right before the name of an account.
func (s *scan) accountLink(k int) bool {
	switch s.at(k) {
	case ':', '=', '"', '\'', '-', 1:
		return true
	}
	switch strings.ToLower(wordAt(s, k)) {
	case "as":
		return !s.says(k-1, "user")
	case "is", "was", "id", "name", "tag", "called", "under", "handle", "login", "username", "its", "it's", "insta", "discord", "ig":
		return true
	}
	return false
}

// accountLike returns where a name of an account ends that begins at token k, 0 where none does: letters with a low line, several small
// letters before figures, or small words that dots join.
func (s *scan) accountLike(k int) int {
	t := &s.toks[k]
	end := s.handleEnd(t.start)
	w := s.text[t.start:end]
	letters := 0
	for letters < len(w) && isLetter(w[letters]) {
		letters++
	}
	f := figures(w)
	switch {
	case t.shape != word && t.shape != code || len(w) < 5 || end < len(s.text) && (s.text[end] == '@' || s.text[end] == '/' || s.text[end] >= 0x80) || strings.Contains(w, "..") || strings.ToUpper(w) == w:
		return 0
	case strings.Contains(w, "_"):
		if f > len(w)-4 {
			return 0
		}
	case strings.Contains(w, "."):
		last := w[strings.LastIndexByte(w, '.')+1:]
		if !isLetter(w[0]) || isUpper(last[0]) || len(last) < 2 || ending(last) || file(last) || f > 4 {
			return 0
		}
	case s.has(k-1, lUser|lNetwork) || s.says(k-1, "live") || s.says(k-1, "is") || s.at(k-1) == ':' || f > 0:
		if inner(w) && f == 0 && letters == len(w) && t.label == 0 { // PrycelessGoat
			return end
		}
		if letters < 4 || f < 1 || letters+f != len(w) || f > 4 || thing(w[:letters]) {
			return 0
		}
	case letters < 4 || f < 1 || letters+f != len(w) || f > 4 || thing(w[:letters]):
		return 0
	}
	return end
}

// inner reports a capital inside a word behind at least three small letters, with as many behind it.
func inner(w string) bool {
	for k := 3; k+3 < len(w); k++ {
		if isUpper(w[k]) {
			return !isUpper(w[k-1]) && !isUpper(w[k-2]) && !isUpper(w[k+1]) && !isUpper(w[k+2])
		}
	}
	return false
}

// file reports what the names of files and programs end in.
func file(w string) bool {
	switch strings.ToLower(w) {
	case "pdf", "doc", "docx", "jpg", "jpeg", "png", "gif", "mp3", "mp4", "csv", "xls", "xlsx", "txt", "html", "htm", "js", "py", "go", "zip", "exe", "tv", "ly", "be", "gg":
		return true
	}
	return false
}

// thing reports words that figures follow and that are no person's: "covid19", "iphone14".
func thing(w string) bool {
	switch strings.ToLower(w) {
	case "covid", "iphone", "ipad", "windows", "galaxy", "pixel", "formula", "season", "episode", "part", "level", "mario", "type", "omega", "grade", "stage", "fifa", "catch", "route", "area", "studio", "blink", "vitamin":
		return true
	}
	return false
}

// accountBefore takes the name of an account before its network, once somebody is said to have it: "crumbly_otter" on AO3 is my mother.
func (s *scan) accountBefore(i int) int {
	if !s.is(i, code) && s.at(i+1) != '.' || !s.says(i+1, "on") && !s.says(i+2, "on") && !s.says(i+3, "on") && !s.says(i+4, "on") {
		return i
	}
	end := s.accountLike(i)
	if end == 0 {
		return i
	}
	to := s.after(i, end)
	next := to + btoi(s.at(to) == '"' || s.at(to) == '\'' || s.at(to) == 1)
	if !s.says(next, "on") || !s.has(next+1, lNetwork) || !s.ownPage(i, next+2) {
		return i
	}
	s.hits = append(s.hits, Hit{Start: s.toks[i].start, End: end, Type: TypeUsername, System: "username", Label: true, Personal: true, Confidence: footprint.Possible})
	return to
}

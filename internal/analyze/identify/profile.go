package identify

import (
	"strings"

	"footprint/internal/footprint"
)

// profiles are the addresses of pages that belong to one person each, without "https://www.".
var profiles = [...]string{"linkedin.com/in/", "facebook.com/", "fb.com/", "instagram.com/", "twitter.com/", "x.com/", "tiktok.com/@", "github.com/", "gitlab.com/", "strava.com/athletes/",
	"t.me/", "snapchat.com/add/", "reddit.com/u/", "reddit.com/user/", "youtube.com/@", "steamcommunity.com/id/", "steamcommunity.com/profiles/", "venmo.com/", "paypal.me/", "threads.net/@",
	"twitch.tv/", "soundcloud.com/", "letterboxd.com/", "medium.com/@", "bsky.app/profile/"}

// profileLink reports a web address that is a person's page and nothing below it.
func profileLink(url string) bool {
	url = strings.ToLower(url)
	if _, rest, ok := strings.Cut(url, "://"); ok {
		url = rest
	}
	url = strings.TrimPrefix(strings.TrimPrefix(url, "www."), "m.")
	for _, p := range profiles {
		if name, ok := strings.CutPrefix(url, p); ok {
			name = strings.TrimSuffix(name, "/")
			return len(name) > 2 && !strings.ContainsAny(name, "/?#") && name != "groups" && name != "events" && name != "explore"
		}
	}
	return false
}

// profile takes the bare address of a page, "facebook.com/quill.nessa", whose owner the words around tell.
func (s *scan) profile(i int) int {
	if s.at(i+1) != '.' || !s.says(i+2, "com") || s.at(i+3) != '/' || !s.adjacent(i) || !s.adjacent(i+1) || !s.adjacent(i+2) || !s.adjacent(i+3) || i > 0 && s.adjacent(i-1) {
		return i
	}
	end := s.toks[i].start
	for end < len(s.text) && s.text[end] > ' ' && strings.IndexByte(",;()<>\"'", s.text[end]) < 0 {
		end++
	}
	url := strings.TrimRight(s.text[s.toks[i].start:end], ".!?")
	to := s.after(i, s.toks[i].start+len(url))
	if !profileLink(url) || !s.ownPage(i, to) {
		return i
	}
	s.hits = append(s.hits, profileHit(s.toks[i].start, s.toks[i].start+len(url)))
	return to
}

func profileHit(start, end int) Hit {
	return Hit{Start: start, End: end, Type: TypeUsername, System: "profile", Label: true, Personal: true, Confidence: footprint.Possible}
}

// ownPage reports that the words before token from or behind token to say whose page stands between: "my insta is ...", "..., that's
// his profile", "... has the fix, she's my flatmate".
func (s *scan) ownPage(from, to int) bool {
	for k := from - 1; k >= max(0, from-4) && (s.is(k, word) || s.at(k) == ':' || s.at(k) == '-'); k-- {
		if (s.person(k) || s.says(k, "my")) && (s.at(from-1) == ':' || s.says(from-1, "is")) {
			return k == from-2 || pageWord(s, k+1) || s.has(k+1, lNetwork)
		}
	}
	for k := to; k < min(len(s.toks), to+9) && s.at(k) != '\n'; k++ {
		switch strings.ToLower(wordAt(s, k)) {
		case "is", "that's", "thats", "she's", "he's", "shes", "hes":
			if s.says(k+1, "me") || s.says(k+1, "mine") || (s.says(k+1, "my") || s.person(k+1)) && (pageWord(s, k+2) || kin(wordAt(s, k+2))) {
				return true
			}
		}
	}
	return false
}

// person reports a word for one person to whom something belongs: "his", "Moana's".
func (s *scan) person(k int) bool { return s.whose(k) && !s.says(k, "him") && !s.says(k, "them") }

// pageWord reports what people call the page at token k.
func pageWord(s *scan, k int) bool {
	switch strings.ToLower(wordAt(s, k)) {
	case "cv", "resume", "profile", "account", "page", "insta", "handle", "username", "linkedin", "facebook", "fb", "github", "strava":
		return true
	}
	return false
}

// kin reports a word for somebody of the family or the household, or a friend.
func kin(w string) bool {
	switch strings.ToLower(w) {
	case "mum", "mom", "mam", "dad", "mother", "father", "sister", "brother", "sis", "bro", "uncle", "aunt", "auntie", "aunty", "cousin", "nephew", "niece", "son", "daughter", "wife", "husband",
		"partner", "flatmate", "housemate", "roommate", "boyfriend", "girlfriend", "fiance", "fiancée", "fiancé", "mate", "friend", "neighbour", "neighbor", "kid", "boy", "girl", "gran", "nana", "grandad", "nan", "boss", "ex":
		return true
	}
	return false
}

// onHere reports that the handle at the tokens [i, next) is somebody's on a network: "she's @... on insta", "the bride's uncle, @... over
// on X".
func (s *scan) onHere(i, next int) bool {
	switch strings.ToLower(wordAt(s, i-1)) { // "DM @... she's organising"
	case "dm", "message", "msg", "text", "add":
		switch strings.ToLower(wordAt(s, next)) {
		case "she's", "he's", "she", "he":
			return true
		}
	}
	next += btoi(s.says(next, "over"))
	if !s.says(next, "on") || !s.has(next+1, lNetwork) && !s.says(next+1, "x") {
		return false
	}
	k := i - 1
	if s.at(k) == ',' || s.at(k) == ':' || s.at(k) == '(' {
		k--
	}
	switch strings.ToLower(wordAt(s, k)) {
	case "i'm", "im", "he's", "she's", "hes", "shes", "they're", "am":
		return true
	case "is":
		return s.capital(k-1) || kin(wordAt(s, k-1))
	}
	return kin(wordAt(s, k)) && (s.whose(k-1) || s.says(k-1, "my"))
}

// numberedAccount takes an account that is a number: a friend's code in a game, "athletes/48820917" behind the network.
func (s *scan) numberedAccount(i int) int {
	k := i + 1
	if s.at(k) == ':' || s.says(k, "is") {
		k++
	}
	switch {
	case s.says(i, "sw") && s.at(i+1) == '-' && s.is(i+2, number) && s.at(i+3) == '-' && s.is(i+4, number) && s.at(i+5) == '-': // of Nintendo
		k = i
	case s.says(i, "code") && s.has(i, lUser): // of a friend
	case s.has(i, lNetwork) && s.is(k, word) && s.at(k+1) == '/' && s.adjacent(k) && s.adjacent(k+1):
		k += 2
	default:
		return i
	}
	from := k
	if s.says(k, "sw") && s.at(k+1) == '-' {
		k += 2
	}
	digits, to := 0, k
	for ; s.is(to, number) && digits < 18; to++ {
		digits += s.toks[to].end - s.toks[to].start
		if s.at(to+1) == '-' && s.is(to+2, number) {
			to++
		}
	}
	if digits < 7 {
		return i
	}
	return s.add(Hit{Type: TypeUsername, System: "username", Label: true, Personal: true, Confidence: footprint.Possible}, from, to)
}

package identify

import (
	"net/netip"
	"strings"

	"footprint/internal/footprint"
)

// claimEmail looks for an e-mail address around the '@' at byte i and claims it.
func (s *scan) claimEmail(i int) {
	from, to := i, i+1
	for from > 0 && i-from < 64 && localByte(s.text[from-1]) {
		from--
	}
	for to < len(s.text) && to-i < 254 && (isLetter(s.text[to]) || isDigit(s.text[to]) || s.text[to] == '-' || s.text[to] == '.') {
		to++
	}
	for to > i && (s.text[to-1] == '.' || s.text[to-1] == '-') {
		to--
	}
	for from < i && (s.text[from] == '.' || s.text[from] == '-') {
		from++
	}
	dot := strings.LastIndexByte(s.text[i:to], '.')
	if from == i || dot < 2 || len(s.text[i+dot+1:to]) < 2 || figures(s.text[i+dot+1:to]) > 0 {
		return
	}
	if n := len(s.claims); n > 0 && s.claims[n-1].End > from {
		return
	}
	s.claims = append(s.claims, Hit{Start: from, End: to, Type: TypeEmail, System: "email", Checked: true, Confidence: footprint.Likely,
		Personal: !office(s.text[from:i]) && !machine(s.text[:from])})
}

// machine reports that what stands before an address is the field of a machine: the name of a message or an entry.
func machine(before string) bool {
	field := strings.TrimRight(before[max(0, len(before)-16):], " <")
	return strings.HasSuffix(field, "Message-ID:") || strings.HasSuffix(field, "Content-ID:") || strings.HasSuffix(field, "UID:") || strings.HasSuffix(field, "Message-Id:")
}

func localByte(c byte) bool {
	return isLetter(c) || isDigit(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-' || c >= 0x80
}

// office reports whether the local part of an address names a desk rather than a person, in one of its parts: "clinic.bookings".
func office(local string) bool {
	switch strings.ToLower(local) {
	case "user", "username", "yourname", "your.name", "you", "someone", "name", "firstname.lastname", "example", "no-reply", "it":
		return true
	}
	for part := range strings.FieldsFuncSeq(local, func(r rune) bool { return r == '.' || r == '-' || r == '_' || r == '+' }) {
		switch strings.ToLower(part) {
		case "info", "admin", "reception", "enquiries", "inquiries", "contact", "support", "help", "office", "noreply", "hello", "sales", "bookings", "booking", "editor", "editors", "editorial",
			"media", "press", "feedback", "complaints", "hr", "jobs", "careers", "team", "mail", "webmaster", "privacy", "appointments", "secretary", "secretariat", "events", "members", "membership",
			"service", "services", "donotreply", "newsletter", "conference", "postmaster", "root", "library", "helpdesk", "servicedesk", "security", "legal", "accounts", "billing", "invoices",
			"payments", "orders", "returns", "shop", "news", "tickets", "volunteers", "donations", "admissions", "alumni", "lab", "pathology", "pharmacy", "radiology", "outpatients",
			"referrals", "maternity", "switchboard", "council", "planning", "parking", "research", "ethics", "study", "trials", "clinic", "surgery", "practice", "recruitment", "welcome", "letters":
			return true
		}
	}
	return false
}

// claimed takes the e-mail address or link that covers token i.
func (s *scan) claimed(i int) int {
	t := &s.toks[i]
	for s.claim < len(s.claims) && s.claims[s.claim].End <= t.start {
		s.claim++
	}
	if s.claim < len(s.claims) && s.claims[s.claim].Start <= t.start {
		h := s.claims[s.claim]
		if n := len(s.hits); n > 0 && s.hits[n-1].End > h.Start {
			return i
		}
		h.Personal = h.Personal && !s.has(i-1, lPlace) && !s.has(i-2, lPlace)
		s.hits = append(s.hits, h)
		return s.shared(s.after(i, h.End))
	}
	if t.shape == word && (t.end-t.start == 3 || t.end-t.start == 4 || t.end-t.start == 5) {
		return s.link(i)
	}
	return i
}

// shared takes the password behind an address with which one logs in, "nessa@quillmail.net / Pineapple77!", and returns the
// token after it; i is the token after the address.
func (s *scan) shared(i int) int {
	if s.at(i) != '/' || s.adjacent(i) || i+1 >= len(s.toks) {
		return i
	}
	v, end := s.toks[i+1].start, s.toks[i+1].start
	for end < len(s.text) && s.text[end] > ' ' && end-v < 40 {
		end++
	}
	w := strings.TrimRight(s.text[v:end], ".,;)")
	if len(w) < 6 || figures(w) == 0 || figures(w) == len(w) || !looksSecret(w, false) {
		return i
	}
	s.hits = append(s.hits, Hit{Start: v, End: v + len(w), Type: TypeCredential, System: "password", Label: true, Personal: true, Confidence: footprint.Likely})
	return s.after(i, v+len(w))
}

// after returns the first token from i on that begins at or behind byte end.
func (s *scan) after(i, end int) int {
	for i < len(s.toks) && s.toks[i].start < end {
		i++
	}
	return i
}

// link takes a web address that begins at token i.
func (s *scan) link(i int) int {
	t := &s.toks[i]
	rest := s.text[t.start:]
	switch {
	case len(rest) > 10 && (strings.EqualFold(rest[:7], "http://") || strings.EqualFold(rest[:8], "https://")):
	case len(rest) > 7 && strings.EqualFold(rest[:4], "www."):
	default:
		return i
	}
	end := strings.IndexAny(rest, " \t\r\n<>\"'`|\\")
	if end < 0 {
		end = len(rest)
	}
	for end > 0 && strings.IndexByte(".,;:!?)]}*", rest[end-1]) >= 0 {
		end--
	}
	if end < 5 {
		return i
	}
	h, to := Hit{Start: t.start, End: t.start + end, Type: TypeURL, System: "url", Checked: true, Confidence: footprint.Likely}, s.after(i, t.start+end)
	if profileLink(rest[:end]) && s.ownPage(i, to) {
		h = profileHit(h.Start, h.End)
	}
	s.hits = append(s.hits, h)
	return to
}

// network takes an IP or hardware address that begins at token i.
func (s *scan) network(i int) int {
	t := &s.toks[i]
	if t.shape == symbol && t.mark != ':' || i > 0 && s.adjacent(i-1) && strings.IndexByte("-/.:@_", s.at(i-1)) >= 0 && s.at(i-1) != 0 {
		return i
	}
	if t.shape == number {
		if to := s.ipv4(i); to > i {
			return to
		}
	}
	if s.at(i+1) != ':' && (t.mark != ':' || s.at(i+1) != ':') && !(s.at(i+1) == '-' && t.end-t.start == 2) {
		return i
	}
	end := t.start
	for end < len(s.text) && end-t.start < 46 && (isHex(s.text[end]) || s.text[end] == ':' || s.text[end] == '.' || s.text[end] == '-') {
		end++
	}
	if end < len(s.text) && isLetter(s.text[end]) {
		return i
	}
	v := strings.TrimRight(s.text[t.start:end], ".:-")
	h := Hit{Start: t.start, End: t.start + len(v), Type: TypeIP, System: "ipv6", Checked: true, Personal: true, Confidence: footprint.Likely}
	switch {
	case hardware(v):
		h.Type, h.System = TypeOther, "mac"
	case strings.Count(v, ":") < 3 || figures(v) == 0:
		return i
	default:
		if a, err := netip.ParseAddr(v); err != nil || !a.Is6() {
			return i
		}
	}
	s.hits = append(s.hits, h)
	return s.after(i, h.End)
}

func isHex(c byte) bool { return isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'f' }

// hardware reports whether v is a network card's address: six pairs of hexadecimal digits.
func hardware(v string) bool {
	if len(v) != 17 || v[2] != ':' && v[2] != '-' {
		return false
	}
	for i := range len(v) {
		if i%3 == 2 && v[i] != v[2] || i%3 != 2 && !isHex(v[i]) {
			return false
		}
	}
	return true
}

// ipv4 takes four numbers below 256 joined by dots.
func (s *scan) ipv4(i int) int {
	if i+6 >= len(s.toks) {
		return i
	}
	for k := range 6 {
		if !s.adjacent(i+k) || k%2 == 1 && s.toks[i+k].mark != '.' {
			return i
		}
	}
	v := s.text[s.toks[i].start:s.toks[i+6].end]
	a, err := netip.ParseAddr(v)
	if err != nil || !a.Is4() || s.adjacent(i+6) && (s.at(i+7) == '.' && s.adjacent(i+7) || s.at(i+7) == '-' || s.at(i+7) == '/') {
		return i
	}
	near, n := s.around(i, i+7)
	labelled := false
	for _, l := range near[:n] {
		if l.label&lIP != 0 {
			labelled = true
		} else if l.label&(lVersion|lNot) != 0 && !labelled && !(l.behind && s.at(i+7) == ',') { // a field of a log
			return i + 7
		}
	}
	switch strings.ToLower(wordAt(s, i-1)) {
	case "patch", "patched", "upgrade", "hotfix", "driver", "bios", "revision", "rev", "client", "plugin", "app":
		return i + 7
	}
	for k := i + 7; k < min(len(s.toks), i+10); k++ {
		if s.says(k, "driver") {
			return i + 7
		}
	}
	b := a.As4()
	if !labelled && (b[0] == 0 || b[0] < 10 && b[1] < 10 && b[2] < 10 && b[3] < 10) {
		return i + 7
	}
	if b[0] == b[1] && b[1] == b[2] && b[2] == b[3] { // 8.8.8.8, 1.1.1.1: everybody's
		return i + 7
	}
	return s.add(Hit{Type: TypeIP, System: "ipv4", Label: labelled, Checked: true, Personal: !a.IsLoopback() && !a.IsUnspecified() && b[0] < 224 && !(a.IsPrivate() && b[3] == 1), Confidence: footprint.Likely}, i, i+7)
}

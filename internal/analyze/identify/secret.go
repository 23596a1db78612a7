package identify

import (
	"strings"

	"footprint/internal/analyze/identify/checksum"
	"footprint/internal/footprint"
)

// secret takes a password, PIN, door code or key, announced by the word at token i or known by its shape.
func (s *scan) secret(i int) int {
	t := &s.toks[i]
	switch {
	case t.shape == code || t.shape == word && t.end-t.start >= 2:
		if to := s.key(i); to > i {
			return to
		}
		fallthrough
	case t.label != 0:
		switch {
		case t.label&(lPin|lCode) != 0:
			return s.pin(i)
		case t.label&(lPassword|lAPIKey) != 0:
			return s.password(i)
		case t.label&lUser != 0:
			return s.login(i)
		case t.label&lDoor != 0:
			return s.door(i)
		}
	}
	return i
}

// presents reports "here is the password," before the label at i: what follows is the value.
func (s *scan) presents(i int) bool {
	for k := i - 1; k >= max(0, i-4); k-- {
		if s.is(k, word) && (strings.EqualFold(s.str(k), "here") || strings.EqualFold(s.str(k), "here's") || strings.EqualFold(s.str(k), "it's") || strings.EqualFold(s.str(k), "have")) {
			return true
		}
	}
	return false
}

// password takes what stands behind a word for a password or a key.
func (s *scan) password(i int) int {
	v, sure := s.secretValue(i + 1)
	if to := s.whither(i + 1); v < 0 && to > i+1 && to+1 < len(s.toks) {
		v = s.unquote(s.toks[to+1].start)
	}
	if s.isShort(i) && i+1 < len(s.toks) {
		v = s.unquote(s.toks[i+1].start)
	}
	if v < 0 && s.has(i, lPassword) && (s.is(i+1, code) || s.is(i+1, word) && s.adjacent(i+1)) {
		v = s.toks[i+1].start
	}
	if v < 0 {
		return i
	}
	end := v
	for end < len(s.text) && s.text[end] > ' ' && end-v < 200 && s.text[end] != '"' && s.text[end] != '`' && !strings.HasPrefix(s.text[end:], "”") && !strings.HasPrefix(s.text[end:], "’") {
		end++
	}
	for end > v && strings.IndexByte(".,;)]'", s.text[end-1]) >= 0 || end > v && end < len(s.text) && s.text[end-1] == '?' {
		end--
	}
	w := s.text[v:end]
	if !looksSecret(w, sure) || !sure && figures(w) == 0 {
		return i
	}
	s.hits = append(s.hits, Hit{Start: v, End: end, Type: TypeCredential, System: "password", Label: true, Personal: true, Confidence: footprint.Likely})
	return s.after(i, end)
}

// secretValue returns the byte where the value of a label before token i begins, -1 if there is none. Up to
// four words may stand between when a colon follows them.
func (s *scan) secretValue(i int) (v int, sure bool) {
	for k := i; k < len(s.toks) && k < i+6; k++ {
		switch t := &s.toks[k]; {
		case t.mark == ':' || t.mark == '=':
			if k+1 < len(s.toks) && s.at(k+1) != '\n' && s.at(k+1) != ':' && s.at(k+1) != '/' {
				return s.unquote(s.toks[k+1].start), true
			}
			return -1, false
		case t.mark == '-' && k == i && !s.adjacent(k) && k+1 < len(s.toks):
			return s.unquote(s.toks[k+1].start), false
		case (t.mark == '\'' || t.mark == '"' || t.mark == '`') && k == i:
			return s.unquote(t.start), false
		case t.mark == '?' && k == i && s.says(k+1, "it's") && k+2 < len(s.toks):
			return s.unquote(s.toks[k+2].start), false
		case t.mark == '#' && k == i || t.mark == ',' && k == i && s.presents(i-1):
			if k+1 < len(s.toks) && s.at(k+1) != '\n' {
				return s.unquote(s.toks[k+1].start), false
			}
			return -1, false
		case t.mark == 1 && k == i && s.is(k+1, word) && s.str(k+1) == "s" && k+2 < len(s.toks):
			return s.unquote(s.toks[k+2].start), false
		case t.mark == '-' || t.mark == '/':
			if k > i {
				return -1, false
			}
		case t.shape == symbol:
			return -1, false
		default:
			w := strings.ToLower(s.str(k))
			if (w == "reads" || w == "set") && k+1 < len(s.toks) && (s.is(k+1, code) || s.is(k+1, word)) {
				return s.unquote(s.toks[k+1].start), false
			}
			if (w == "is" || w == "was") && k < i+2 && !s.has(i-1, lAPIKey) && k+1 < len(s.toks) && s.at(k+1) != '\n' {
				if s.at(k+1) == ':' {
					continue
				}
				return s.unquote(s.toks[k+1].start), false
			}
		}
	}
	return -1, false
}

func (s *scan) unquote(i int) int {
	for i < len(s.text) && (s.text[i] == '"' || s.text[i] == '\'' || s.text[i] == '`') {
		i++
	}
	for _, q := range [...]string{"“", "‘"} {
		i += len(q) * btoi(strings.HasPrefix(s.text[i:], q))
	}
	return i
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// looksSecret tells a password from the next word of a sentence: it mixes letters with digits or marks, or
// capitals inside. After a colon (sure) one long odd word is enough.
func looksSecret(w string, sure bool) bool {
	if len(w) < 4 || len(w) > 128 || strings.Trim(w, "*x.-_#?") == "" || strings.HasPrefix(w, "http") || strings.HasSuffix(w, "%") || strings.HasSuffix(w, ":") || strings.Contains(w, "://") || strings.ContainsAny(w, "|(") || w[0] == '$' || w[0] == '<' || w[0] == '[' || w[0] == '{' {
		return false
	}
	figs, lower, upper, marks := 0, 0, 0, 0
	for i := range len(w) {
		switch c := w[i]; {
		case isDigit(c):
			figs++
		case isUpper(c):
			upper++
		case isLetter(c):
			lower++
		case c < 0x80 && c != '\'' && c != '-' && c != '.' && c != ',' && c != '/':
			marks++
		}
	}
	switch {
	case figs > 0 && (lower+upper > 1 || marks > 0):
		return sure || len(w) >= 5
	case marks > 0 && lower+upper > 2:
		return true
	case sure && upper > 0 && lower > 0 && isLetter(w[0]) && strings.ToLower(w[1:]) != w[1:] && strings.ToUpper(w) != w:
		return true
	case figs == len(w):
		return sure && figs <= 12
	}
	return false
}

// login takes the second half of "login: name / word".
func (s *scan) login(i int) int {
	near := s.toks[i].end
	limit := min(len(s.text), near+80)
	line := s.text[near:limit]
	if n := strings.IndexAny(line, "\n;"); n >= 0 {
		line = line[:n]
	}
	slash := strings.Index(line, "/")
	colon := strings.IndexAny(line, ":=")
	if is := strings.Index(line, " is "); colon < 0 && is >= 0 {
		colon = is
	}
	sep := slash + 1
	switch as, with := strings.Index(line, " as "), strings.Index(line, " with "); {
	case slash >= 0 && colon >= 0 && colon < slash && !strings.HasPrefix(line[slash:], "//"):
	case as == 0 && with > as:
		sep = with + len(" with ")
	default:
		return i
	}
	v := near + sep
	for v < limit && s.text[v] == ' ' {
		v++
	}
	end := v
	for end < limit && s.text[end] > ' ' {
		end++
	}
	for end > v && strings.IndexByte(".,)", s.text[end-1]) >= 0 {
		end--
	}
	if !looksSecret(s.text[v:end], false) || figures(s.text[v:end]) == 0 {
		return i
	}
	s.hits = append(s.hits, Hit{Start: v, End: end, Type: TypeCredential, System: "password", Label: true, Personal: true, Confidence: footprint.Likely})
	return s.after(i, end)
}

// minKey is the length of a word that may be a key by itself, in bytes.
const minKey = 16

// key takes a key of a web service by the prefix its maker gives it.
func (s *scan) key(i int) int {
	start, end := s.toks[i].start, s.toks[i].end
	if end-start < minKey && (end == len(s.text) || s.text[end] != '-' && s.text[end] != '.') {
		return i
	}
	rest := s.text[start:]
	least := 0
	for _, k := range [...]struct {
		prefix string
		least  int
	}{{"AKIA", 20}, {"ASIA", 20}, {"AIza", 39}, {"ghp_", 40}, {"gho_", 40}, {"github_pat_", 60}, {"glpat-", 26}, {"sk-", 24}, {"sk_live_", 24}, {"pk_live_", 24}, {"rk_live_", 24}, {"xoxb-", 30}, {"xoxp-", 30}, {"SG.", 50}, {"eyJ", 60}, {"0x", 42}, {"bc1", 42}, {"1", 26}, {"3", 26}} {
		if strings.HasPrefix(rest, k.prefix) {
			least = k.least
			break
		}
	}
	if least == 0 {
		return i
	}
	n := 0
	for n < len(rest) && n < 2000 && (isLetter(rest[n]) || isDigit(rest[n]) || rest[n] == '_' || rest[n] == '-' || rest[n] == '.') {
		n++
	}
	if n < least || figures(rest[:n]) == 0 {
		return i
	}
	h := Hit{Start: start, End: start + n, Type: TypeCredential, System: "api-key", Checked: true, Personal: true, Confidence: footprint.Likely}
	switch rest[0] {
	case '0', '1', '3', 'b':
		if h.Type, h.System = TypeBank, "wallet"; rest[0] != '0' && !checksum.Wallet(rest[:n]) {
			return i
		}
	}
	s.hits = append(s.hits, h)
	return s.after(i, h.End)
}

// securityAnswer takes the answer to a question by which banks know their customers.
func (s *scan) securityAnswer(i int) int {
	if !s.has(i, lAnswer) {
		return i
	}
	k, linked := i+1, false
	for ; k < len(s.toks) && k < i+14; k++ {
		t := &s.toks[k]
		if t.mark == ':' || t.mark == '=' {
			linked = true
			continue
		}
		if linked && s.capital(k) {
			break
		}
		if t.mark == '\n' || t.mark == '!' || t.mark == '?' || t.mark == '.' || linked && t.shape != symbol {
			return i
		}
		if t.shape == word {
			w := strings.ToLower(s.str(k))
			linked = linked || w == "was" || w == "is"
		}
	}
	if !linked || !s.capital(k) {
		return i
	}
	to := k + 1
	for to < k+4 && s.capital(to) && s.toks[to].start-s.toks[to-1].end == 1 {
		to++
	}
	return s.add(Hit{Type: TypeCredential, System: "security-answer", Label: true, Personal: true, Confidence: footprint.Possible}, k, to)
}

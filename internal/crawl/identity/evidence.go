package identity

import (
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// text is a subject as words: the part near the name decides, the rest counts half.
type text struct {
	all      []string
	joined   string // words with single spaces, space at both ends
	segments []string
	raw      string
}

func newText(s Subject) text {
	prose := s.Title + " . " + s.Snippet + " . " + s.Text
	t := text{all: tokens(prose), raw: strings.ToLower(prose + " " + s.URL)}
	t.joined = " " + strings.Join(t.all, " ") + " "
	if u, err := url.Parse(s.URL); err == nil {
		t.segments = strings.FieldsFunc(strings.ToLower(u.Path), func(r rune) bool { return r == '/' || r == '.' || r == '@' })
		t.segments = append(t.segments, strings.ToLower(u.Hostname()))
	}
	return t
}

// phrase is a folded phrase with a space at both ends.
type phrase string

func phrases(list []string) []phrase {
	var out []phrase
	for _, s := range list {
		if words := tokens(s); len(words) > 0 {
			out = append(out, phrase(" "+strings.Join(words, " ")+" "))
		}
	}
	return out
}

func (t text) has(list []phrase) (string, bool) {
	for _, p := range list {
		if strings.Contains(t.joined, string(p)) {
			return strings.TrimSpace(string(p)), true
		}
	}
	return "", false
}

// nameEvidence is what each way to write a name is worth.
var nameEvidence = map[strength]struct {
	points int
	why    string
}{
	fullName:    {40, "your full name"},
	firstLast:   {30, "your name"},
	formerName:  {30, "your former name"},
	nickname:    {26, "a short form of your name"},
	allInitials: {22, "all your initials and last name"},
	initials:    {15, "your initials and last name"},
	surname:     {15, "a title and your last name"},
	scattered:   {8, "parts of your name"},
}

// name looks for the user's names, handles and contact details and returns the best match.
func (p *Profile) name(t text, e *evidence) strength {
	best := p.written(t, e)
	if h := p.handle(t); h != "" {
		p.account(t, h, e)
		best = max(best, handleMatch)
	}
	for _, x := range p.exact {
		if x != "" && strings.Contains(t.raw, strings.ToLower(x)) {
			e.add(60, "your contact details")
			e.anchors++
			if best == none {
				best = firstLast
			}
		}
	}
	return best
}

// written looks for the user's names.
func (p *Profile) written(t text, e *evidence) strength {
	best, conflict := none, false
	for _, n := range p.names {
		s, _, c := n.match(t.all)
		if s > best {
			best, conflict = s, c
		}
	}
	if found, ok := nameEvidence[best]; ok {
		e.add(found.points, found.why)
	}
	if conflict {
		e.add(-25, "another middle name")
		e.hard = true
	}
	return best
}

// account weighs a handle of the user's that was found.
func (p *Profile) account(t text, handle string, e *evidence) {
	points := 30
	if len(handle) <= 5 {
		points = 12
	}
	e.add(points, "your handle")
	if !slices.Contains(t.segments, handle) {
		return
	}
	e.anchors++ // the address itself is the account's
	e.add(15, "the address of your account")
	if strings.Contains(handle, p.names[0].last) && p.names[0].last != "" {
		e.add(12, "a handle with your last name")
	}
}

func (p *Profile) handle(t text) string {
	for _, h := range p.handles {
		if h == "" {
			continue
		}
		if slices.Contains(t.all, fold(h)) || slices.ContainsFunc(t.segments, func(s string) bool { return s == h || strings.HasPrefix(s, h+".") }) {
			return h
		}
	}
	return ""
}

// context adds what fits: workplace, school, profession, town, region.
func (e *evidence) context(p *Profile, t text) {
	anchor := func(list []phrase, points int, what string) bool {
		if _, ok := t.has(list); ok {
			e.add(points, what)
			e.anchors++
			return true
		}
		return false
	}
	anchor(p.workplaces, 30, "your workplace")
	anchor(p.schools, 20, "your school")
	anchor(p.roles, 18, "your profession")
	e.companions(p, t)
	if anchor(p.places, 14, "your town") {
		if _, ok := t.has(p.special); ok {
			e.add(10, "your specialty in your town")
		}
		if _, ok := t.has(p.region); ok {
			e.add(5, "your region")
		}
	} else if _, ok := t.has(p.region); ok {
		e.add(3, "your region")
	}
}

// Points of one person named beside the user, and of all of them.
const companionPoints, mostCompanions = 10, 20

// companions adds people of the user's who are named on the same page.
func (e *evidence) companions(p *Profile, t text) {
	points := 0
	for _, n := range p.companions {
		if s, _, _ := n.match(t.all); s >= initials {
			points = min(points+companionPoints, mostCompanions)
		}
	}
	if points > 0 {
		e.add(points, "people you know")
		e.anchors++
	}
}

var (
	lifespan = regexp.MustCompile(`\b(1[6-9]\d\d|20[0-2]\d)\s*[-–]\s*(1[6-9]\d\d|20[0-2]\d)\b`)
	oldYear  = regexp.MustCompile(`\b(?:born|died|married|baptised|buried)\b[^.]{0,40}\b(1[5-9]\d\d)\b`)
)

// conflicts takes away for what cannot be the user: the dead, another trade, another country, names that are
// streets and firms.
func (e *evidence) conflicts(p *Profile, t text, named strength) {
	dead := lifespan.MatchString(t.raw)
	if m := oldYear.FindStringSubmatch(t.raw); m != nil {
		year, _ := strconv.Atoi(m[1])
		dead = dead || year < 1925
	}
	for _, w := range []string{" obituary ", " in loving memory ", " passed away ", " the late "} {
		dead = dead || strings.Contains(t.joined, w)
	}
	if dead {
		e.add(-50, "the dates of another life")
		e.hard = true
	}
	_, rightJob := t.has(p.roles)
	if job, ok := t.has(p.jobs); ok && !rightJob {
		e.add(-40, "another profession: "+job)
		e.hard = true
	}
	_, rightPlace := t.has(p.places)
	_, rightWork := t.has(p.workplaces)
	if place, ok := t.has(p.others); ok && !rightPlace && !rightWork {
		e.add(-35, "another country or town: "+place)
		e.hard = true
	}
	if _, atWork := t.has(p.workplaces); named == surname && !atWork && e.score > meScore-1 {
		e.add(meScore-1-e.score, "no first name")
	}
	if named <= scattered && e.score > 10 {
		e.add(10-e.score, "only parts of your name")
	}
}

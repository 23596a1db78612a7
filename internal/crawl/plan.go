package crawl

import (
	"cmp"
	"slices"
	"strings"

	"footprint/internal/crawl/identity"
	"footprint/internal/footprint"
)

// mostNicknames bounds the searches for short forms of the name.
const mostNicknames = 3

// PlannedQuery is one search the user may start, with the reader who would type it.
type PlannedQuery struct {
	Text string `json:"query"`
	// Who would type this: patient, employer, colleague, journalist, stranger.
	Who string `json:"who"`
	Why string `json:"why"`
}

// Plan lists the searches for a person, what patients type first. Nothing is sent; every row can be switched off.
func Plan(me footprint.Person) []PlannedQuery {
	var plan []PlannedQuery
	seen := map[string]bool{}
	add := func(who, why string, parts ...string) {
		for _, p := range parts {
			if strings.TrimSpace(strings.Trim(p, `"`)) == "" {
				return
			}
		}
		text := strings.Join(parts, " ")
		if key := strings.ToLower(text); !seen[key] {
			seen[key] = true
			plan = append(plan, PlannedQuery{text, who, why})
		}
	}
	first, middle, last := splitName(me.Name)
	short := quote(first + " " + last)
	if last == "" {
		short = quote(me.Name)
	}
	title := titleFor(me.Role)
	workplace, town, field := me.Employer, me.Place, specialty(me.Specialty)

	add("patient", "the name on a letter or a badge", quote(strings.TrimSpace(title+" "+first+" "+last)))
	add("patient", "the name and what you do", short, field)
	add("patient", "the name and where you are", short, town)
	add("patient", "what others say about you", short, "(review OR rating OR complaint)")
	add("employer", "the name as it stands in an application", short)
	if middle != "" {
		add("employer", "the full name, which tells you from namesakes", quote(me.Name))
		add("journalist", "the name as papers print it", quote(last+" "+initial(first)+initial(middle)))
	}
	add("employer", "the name and the workplace", short, quote(workplace))
	add("colleague", "initial and last name", quote(initial(first)+" "+last), town)
	for _, n := range me.FormerNames {
		add("employer", "a former name", quote(n))
	}
	if last != "" {
		short := identity.Nicknames(first)
		for _, n := range short[:min(len(short), mostNicknames)] {
			add("colleague", "a short form of your name", quote(capital(n)+" "+last), cmp.Or(workplace, town, field))
		}
	}
	for _, h := range slices.Concat(me.Handles, me.Aliases) {
		add("stranger", "a handle you use or used", quote(strings.TrimPrefix(h, "@")))
	}
	for _, e := range me.Emails {
		add("stranger", "an e-mail address of yours", quote(e))
	}
	for _, p := range me.Phones {
		add("stranger", "a phone number of yours", quote(p))
	}
	add("journalist", "news and proceedings", short, "(tribunal OR court OR council OR news)")
	for _, site := range []string{"reddit.com", "facebook.com", "linkedin.com"} {
		add("stranger", "the name on one large site", "site:"+site, short)
	}
	add("stranger", "documents that carry the name", "filetype:pdf", short)
	add("employer", "presentations and lists that carry the name", "(filetype:ppt OR filetype:pptx OR filetype:doc OR filetype:docx OR filetype:xls)", short)
	return plan
}

func splitName(name string) (first, middle, last string) {
	parts := strings.Fields(name)
	switch len(parts) {
	case 0:
		return "", "", ""
	case 1:
		return parts[0], "", ""
	}
	return parts[0], strings.Join(parts[1:len(parts)-1], " "), parts[len(parts)-1]
}

func capital(s string) string { return strings.ToUpper(initial(s)) + strings.TrimPrefix(s, initial(s)) }

func initial(first string) string {
	for _, r := range first {
		return string(r)
	}
	return ""
}

func quote(s string) string { return `"` + strings.ReplaceAll(strings.TrimSpace(s), `"`, "") + `"` }

func titleFor(role string) string {
	switch strings.ToLower(role) {
	case "doctor", "dentist", "surgeon", "gp":
		return "Dr"
	case "professor":
		return "Prof"
	}
	return ""
}

// specialty drops the grade in brackets: "surgery (registrar)".
func specialty(s string) string {
	s, _, _ = strings.Cut(s, "(")
	return strings.TrimSpace(s)
}

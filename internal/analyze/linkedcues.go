package analyze

import (
	"strings"
	"time"

	"footprint/internal/analyze/names"
	"footprint/internal/analyze/text"
	"footprint/internal/footprint"
)

// cueSource is where a cue was seen.
type cueSource struct {
	item   string
	weight int
}

// only finds "the only female trainee here": a claim that one person alone fits.
func only(p *Passage) bool {
	for i := range p.Tokens {
		if p.Tokens[i].Norm != "only" || i+1 >= len(p.Tokens) {
			continue
		}
		for _, h := range p.Marks.Hits("staff") {
			if h.From > i && h.From-i <= 4 {
				return true
			}
		}
	}
	return false
}

// cuesOf lists what could tie an item's account to another.
func cuesOf(c *Context, add func(cue string, weight int)) {
	if s := c.Item.ProfilePicture; len(s) > 3 {
		add("picture:"+strings.ToLower(s), strongCue)
	}
	day := ""
	if !c.Item.Created.IsZero() {
		day = c.Item.Created.Format(time.DateOnly)
	}
	for _, field := range []string{"text", "title", "description", "snippet"} {
		p := c.Passage(field)
		if p == nil {
			continue
		}
		for i := range p.Tokens {
			t := &p.Tokens[i]
			switch t.Kind {
			case text.Email:
				add("mail:"+t.Norm, strongCue)
			case text.URL:
				if c.Item.Kind == footprint.KindProfile {
					add("link:"+t.Norm, strongCue)
				}
			case text.Number:
				if n := digits(t.Norm); len(n) >= minDigits {
					add("number:"+n, strongCue)
				} else if day != "" && len(n) >= 3 && strings.ContainsAny(t.Norm, ":.") {
					add("figure:"+day+t.Norm, weakCue)
				}
			case text.Word:
				if len(t.Norm) >= minRareWord && text.Rarity(strings.TrimSuffix(t.Norm, "s")) > rareWord && text.Rarity(t.Norm) > rareWord {
					if c.Item.Kind == footprint.KindProfile {
						add("word:"+strings.TrimSuffix(t.Norm, "s"), weakCue)
					} else if day != "" {
						add("event:"+day+t.Norm, weakCue)
					}
				}
			}
		}
	}
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// cueNames are the cues in words.
func cueNames() map[string]string {
	return map[string]string{"mail": "same e-mail address", "link": "same link", "number": "same number", "figure": "same figure on the same day",
		"word": "same unusual word", "event": "same unusual word on the same day", "picture": "same profile picture", names.Own: "your name",
		names.Employer: "your employer", names.Place: "your town", names.Specialty: "your specialty", "address": "an address with your name", "handle": "your name in the account name"}
}

// sharedStem reports whether two handles have a run of letters in common, digits left out.
func sharedStem(a, b string) bool {
	a, b = letters(a), letters(b)
	for i := 0; i+minStem <= len(a); i++ {
		if part := a[i : i+minStem]; strings.Contains(b, part) {
			return true
		}
	}
	return false
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 'a' || r > 'z' {
			return -1
		}
		return r
	}, strings.ToLower(s))
}

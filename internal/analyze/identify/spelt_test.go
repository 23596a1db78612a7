package identify

import "testing"

func TestAddressesWrittenOut(t *testing.T) {
	for text, want := range map[string]string{
		"Contact maria dot lopez at mail dot com":                       "maria dot lopez at mail dot com",
		"write to j.smith at gmail dot com please":                      "j.smith at gmail dot com",
		"reach me: sam_oneil [at] health [dot] govt [dot] nz":           "sam_oneil [at] health [dot] govt [dot] nz",
		"email paula at northcare dot org dot au before Friday":         "paula at northcare dot org dot au",
		"Ana (dot) Reyes (at) clinic (dot) co (dot) uk":                 "Ana (dot) Reyes (at) clinic (dot) co (dot) uk",
		"paula.t @ northcare dot org":                                   "paula.t @ northcare dot org",
		"We met at dot com boom parties":                                "",
		"Look at mail dot com for news":                                 "",
		"a dot at the end of the line":                                  "",
		"email me at home, dot is my nickname, com is short for comedy": "",
		"The red dot at us is a laser":                                  "",
	} {
		got := ""
		for _, h := range Find(text, Options{}) {
			if h.Type == TypeEmail {
				got = text[h.Start:h.End]
			}
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

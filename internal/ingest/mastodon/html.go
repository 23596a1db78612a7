package mastodon

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"footprint/internal/ingest"
)

// plainText turns the HTML of a post into text. Links are written out whole, since servers shorten what is
// shown of them; mentions and hashtags keep their words.
func plainText(markup string) string {
	if !strings.ContainsAny(markup, "<&") {
		return strings.TrimSpace(markup)
	}
	var out []byte
	z := html.NewTokenizer(strings.NewReader(markup))
	link, words := "", 0 // address of the open link, and where its words begin
	for {
		switch z.Next() {
		case html.ErrorToken:
			return strings.TrimSpace(ingest.CleanText(string(out)))
		case html.TextToken:
			out = append(out, z.Text()...)
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			switch t.DataAtom {
			case atom.Br:
				out = append(out, '\n')
			case atom.P, atom.Blockquote, atom.Ul, atom.Ol:
				if len(out) > 0 {
					out = append(out, "\n\n"...)
				}
			case atom.Li:
				out = append(out, "\n- "...)
			case atom.A:
				link, words = href(t), len(out)
			}
		case html.EndTagToken:
			if z.Token().DataAtom == atom.A && link != "" {
				out = append(out[:words], linkText(string(out[words:]), link)...)
				link = ""
			}
		}
	}
}

// linkText is what is written for a link: the words of a mention or hashtag, else the whole address, after
// its words where they are not a part of it.
func linkText(shown, link string) string {
	switch {
	case strings.HasPrefix(shown, "@"), strings.HasPrefix(shown, "#"):
		return shown
	case bare(shown) != "" && !strings.Contains(link, bare(shown)):
		return shown + " " + link
	}
	return link
}

// bare is a shown address without its scheme and its ellipsis.
func bare(shown string) string {
	shown = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(shown), "…"))
	_, rest, found := strings.Cut(shown, "://")
	if found {
		return rest
	}
	return shown
}

func href(t html.Token) string {
	for _, a := range t.Attr {
		if a.Key == "href" && (strings.HasPrefix(a.Val, "http://") || strings.HasPrefix(a.Val, "https://") || strings.HasPrefix(a.Val, "mailto:")) {
			return a.Val
		}
	}
	return ""
}

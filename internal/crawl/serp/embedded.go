package serp

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// startpageData begins the data from which Startpage's script draws its results, in pages saved before it ran.
const startpageData = "React.createElement(UIStartpage.AppSerpWeb,"

// embedded reads results that stand in a page as data only.
func (e *engine) embedded(d *document, p *Page) {
	_, rest, found := bytes.Cut(d.raw, []byte(startpageData))
	if e.name != "startpage" || !found {
		return
	}
	var data struct {
		Render struct {
			Presenter struct {
				Regions struct {
					Mainline []struct {
						Kind    string `json:"display_type"`
						Results []struct{ ClickURL, Title, Description string }
					}
				}
			}
		}
	}
	if json.NewDecoder(bytes.NewReader(rest)).Decode(&data) != nil {
		return // then the page has no results, and says so
	}
	for _, block := range data.Render.Presenter.Regions.Mainline {
		for _, r := range block.Results {
			target, ok := Decode(r.ClickURL, nil)
			if !ok || e.ours(target) || !strings.HasPrefix(block.Kind, "web-") || r.Title == "" {
				continue
			}
			res := Result{Rank: len(p.Results) + 1, URL: target, Title: plain(r.Title), Snippet: plain(r.Description)}
			if m := leadingDate.FindStringSubmatch(res.Snippet); m != nil {
				res.DateText, res.Snippet = m[1], strings.TrimSpace(strings.TrimLeft(strings.TrimPrefix(res.Snippet, m[1]), cut))
			}
			p.Results = append(p.Results, res)
		}
	}
}

// plain is the text of a piece of markup.
func plain(markup string) string {
	fragment, err := goquery.NewDocumentFromReader(strings.NewReader(markup))
	if err != nil {
		return ""
	}
	return words(fragment.Selection)
}

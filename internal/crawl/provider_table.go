package crawl

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

func braveRequest(q Query, o ProviderOptions) (*http.Request, error) {
	params := url.Values{"q": {q.Text}, "count": {"20"}, "offset": {strconv.Itoa(q.Page - 1)}, "safesearch": {"off"}, "spellcheck": {"false"}, "text_decorations": {"false"}}
	if q.Country != "" {
		params.Set("country", strings.ToUpper(q.Country))
	}
	req, err := get("https://api.search.brave.com/res/v1/web/search", o, params)
	if err == nil {
		req.Header.Set("X-Subscription-Token", o.Key)
	}
	return req, err
}

func braveParse(body []byte) (a answer, err error) {
	var in struct {
		Web struct {
			Results []struct {
				URL, Title, Description string
				PageAge                 string `json:"page_age"`
				Age                     string
			}
		}
	}
	if err := decodeAnswer(body, &in); err != nil {
		return a, err
	}
	for _, r := range in.Web.Results {
		date := r.Age
		if r.PageAge != "" {
			date = r.PageAge
		}
		a.add(hit{r.URL, r.Title, r.Description, date})
	}
	return a, nil
}

func searxRequest(q Query, o ProviderOptions) (*http.Request, error) {
	base, err := url.Parse(strings.TrimSuffix(o.Base, "/"))
	if err != nil || base.Host == "" {
		return nil, fmt.Errorf("the address of the SearXNG server is missing")
	}
	return get(base.String()+"/search", o, url.Values{"q": {q.Text}, "format": {"json"}, "safesearch": {"0"}, "pageno": {strconv.Itoa(q.Page)}})
}

func searxParse(body []byte) (a answer, err error) {
	var in struct {
		Results []struct {
			URL, Title, Content string
			Published           *string `json:"publishedDate"`
		}
		Unresponsive [][]string `json:"unresponsive_engines"`
	}
	if err := decodeAnswer(body, &in); err != nil {
		return a, err
	}
	for _, r := range in.Results {
		h := hit{url: r.URL, title: r.Title, text: r.Content}
		if r.Published != nil {
			h.date = *r.Published
		}
		a.add(h)
	}
	for _, e := range in.Unresponsive {
		a.warnings = append(a.warnings, strings.Join(e, ": ")+" did not answer")
	}
	return a, nil
}

func mojeekRequest(q Query, o ProviderOptions) (*http.Request, error) {
	params := url.Values{"q": {q.Text}, "fmt": {"json"}, "t": {"10"}, "s": {pageStart(q.Page, 10)}, "safe": {"0"}, "api_key": {o.Key}}
	if q.Country != "" {
		params.Set("rb", strings.ToUpper(q.Country))
		params.Set("rbb", "10")
	}
	return get("https://www.mojeek.com/search", o, params)
}

func mojeekParse(body []byte) (a answer, err error) {
	var in struct {
		Response struct {
			Status  string
			Results []struct{ URL, Title, Desc string }
		}
	}
	if err := decodeAnswer(body, &in); err != nil {
		return a, err
	}
	if in.Response.Status != "OK" { // an error sentence may come with HTTP 200
		return a, ErrQuota
	}
	for _, r := range in.Response.Results {
		a.add(hit{url: r.URL, title: r.Title, text: r.Desc})
	}
	return a, nil
}

func kagiRequest(q Query, o ProviderOptions) (*http.Request, error) {
	body := map[string]any{"query": q.Text, "workflow": "search", "page": q.Page, "safe_search": false}
	if q.Country != "" {
		body["filters"] = map[string]any{"region": q.Country}
	}
	req, err := post("https://kagi.com/api/v1/search", o, body)
	if err == nil {
		req.Header.Set("Authorization", "Bearer "+o.Key)
	}
	return req, err
}

func kagiParse(body []byte) (a answer, err error) {
	var in struct {
		Data struct {
			Search []struct{ URL, Title, Snippet, Time string }
		}
	}
	if err := decodeAnswer(body, &in); err != nil {
		return a, err
	}
	for _, r := range in.Data.Search {
		a.add(hit{r.URL, r.Title, r.Snippet, r.Time})
	}
	return a, nil
}

func googleRequest(q Query, o ProviderOptions) (*http.Request, error) {
	params := url.Values{"key": {o.Key}, "cx": {o.Base}, "q": {q.Text}, "num": {"10"}, "start": {pageStart(q.Page, 10)}, "safe": {"off"}, "filter": {"0"}}
	if q.Country != "" {
		params.Set("gl", q.Country)
	}
	return get("https://www.googleapis.com/customsearch/v1", o, params)
}

func googleParse(body []byte) (a answer, err error) {
	var in struct {
		Items []struct{ Link, Title, Snippet string }
	}
	if err := decodeAnswer(body, &in); err != nil {
		return a, err
	}
	for _, r := range in.Items {
		a.add(hit{url: r.Link, title: r.Title, text: r.Snippet})
	}
	return a, nil
}

func serperRequest(q Query, o ProviderOptions) (*http.Request, error) {
	body := map[string]any{"q": q.Text, "num": 10, "page": q.Page, "autocorrect": false}
	if q.Country != "" {
		body["gl"] = q.Country
	}
	req, err := post("https://google.serper.dev/search", o, body)
	if err == nil {
		req.Header.Set("X-API-KEY", o.Key)
	}
	return req, err
}

func serperParse(body []byte) (a answer, err error) {
	var in struct {
		Organic []struct{ Link, Title, Snippet, Date string }
	}
	if err := decodeAnswer(body, &in); err != nil {
		return a, err
	}
	for _, r := range in.Organic {
		a.add(hit{r.Link, r.Title, r.Snippet, r.Date})
	}
	return a, nil
}

func serpapiRequest(q Query, o ProviderOptions) (*http.Request, error) {
	params := url.Values{"engine": {"google"}, "q": {q.Text}, "num": {"10"}, "start": {strconv.Itoa((q.Page - 1) * 10)}, "safe": {"off"}, "api_key": {o.Key}}
	if q.Country != "" {
		params.Set("gl", q.Country)
	}
	return get("https://serpapi.com/search.json", o, params)
}

func serpapiParse(body []byte) (a answer, err error) {
	var in struct {
		Error   string
		Organic []struct{ Link, Title, Snippet, Date string } `json:"organic_results"`
	}
	if err := decodeAnswer(body, &in); err != nil {
		return a, err
	}
	if in.Error != "" && len(in.Organic) == 0 && !strings.Contains(in.Error, "hasn't returned any results") {
		return a, ErrFailed
	}
	for _, r := range in.Organic {
		a.add(hit{r.Link, r.Title, r.Snippet, r.Date})
	}
	return a, nil
}

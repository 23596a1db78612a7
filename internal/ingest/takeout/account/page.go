package account

import (
	"errors"
	"io"
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/takeout/product"
)

var email = regexp.MustCompile(`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`)

// Subscriber reads the page about the account: labels with values, and a table of sign-ins. Labels are
// translated and kept as they are.
func Subscriber(r *product.Reader, name string) {
	facts, rows, ok := lines(r, name)
	if !ok {
		return
	}
	it := footprint.Item{Kind: footprint.KindProfile, Author: footprint.AuthorSelf, Title: "Google Account", ContainerKind: footprint.ContainerOwnProfile, URL: "https://myaccount.google.com/personal-info", Visibility: footprint.VisibilityPrivate}
	for _, f := range facts {
		label, value, ok := strings.Cut(f, ":")
		if label, value = strings.TrimSpace(label), strings.TrimSpace(value); !ok || value == "" || len(label) > 80 {
			continue
		}
		product.Put(&it, label, value)
		for _, e := range email.FindAllString(value, -1) {
			r.Own("", e)
		}
		switch product.Fold(label) {
		case "name", "nombre", "nom", "naam", "nome":
			r.Own(value, "")
		}
	}
	if !r.Emit(0, it) {
		return
	}
	pos := int64(0)
	for i, cells := range rows {
		login := footprint.Item{Kind: footprint.KindLogin, Author: footprint.AuthorSelf, URL: devicePage, Visibility: footprint.VisibilityPrivate, Title: "account"}
		for n, c := range cells {
			if t := product.Spoken(c); !t.IsZero() && login.Created.IsZero() {
				login.Created = t
				continue
			}
			label := "field"
			if i > 0 && n < len(rows[0]) {
				label = rows[0][n]
			}
			product.Put(&login, label, c)
		}
		if login.Created.IsZero() {
			continue // the heading
		}
		login.Text = strings.Join(cells, " ")
		if pos++; !r.Emit(pos, login) {
			return
		}
	}
}

// Device reads a page about a telephone.
func Device(r *product.Reader, name string) {
	facts, rows, ok := lines(r, name)
	if !ok {
		return
	}
	for _, cells := range rows {
		facts = append(facts, strings.Join(cells, ": "))
	}
	it := footprint.Item{Kind: footprint.KindDevice, Author: footprint.AuthorSelf, Title: strings.TrimSuffix(name[strings.LastIndexByte(name, '/')+1:], ".html"), URL: devicePage, Visibility: footprint.VisibilityPrivate}
	for _, f := range facts {
		if label, value, ok := strings.Cut(f, ":"); ok && len(it.Details) < 100 && len(label) < 80 {
			product.Put(&it, strings.TrimSpace(label), strings.TrimSpace(value))
		}
	}
	it.Title = ingest.CleanText(it.Title)
	r.Emit(0, it)
}

// lines takes a page apart: its lines of text, and the rows of its tables. Both are bounded.
func lines(r *product.Reader, name string) (facts []string, rows [][]string, ok bool) {
	r.At(name)
	f, err := r.X.Open(name)
	if err != nil {
		return nil, nil, r.Fail(0, err) && false
	}
	defer f.Close()
	const maxToken, most = 1 << 20, 100_000
	z := html.NewTokenizer(f)
	z.SetMaxBuf(maxToken)
	var words strings.Builder
	inRow, hidden := false, false
	end := func() string {
		s := strings.Join(strings.Fields(ingest.CleanText(words.String())), " ")
		words.Reset()
		return s
	}
	for len(facts)+len(rows) < most {
		switch z.Next() {
		case html.ErrorToken:
			if !errors.Is(z.Err(), io.EOF) {
				r.Fail(0, z.Err())
			}
			if s := end(); s != "" {
				facts = append(facts, s)
			}
			return facts, rows, !r.Stopped()
		case html.TextToken:
			if !hidden && words.Len() < maxToken {
				words.Write(z.Text())
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			tag, _ := z.TagName()
			switch t := string(tag); t {
			case "style", "script":
				hidden = !hidden
			case "tr":
				if inRow = !inRow; inRow {
					rows = append(rows, nil)
				}
				end()
			case "td", "th":
				if s := end(); s != "" && len(rows) > 0 {
					rows[len(rows)-1] = append(rows[len(rows)-1], s)
				}
			case "li", "br", "p", "div", "ul", "h1", "h2", "h3", "table", "title":
				if s := end(); s != "" && !inRow {
					facts = append(facts, s)
				}
			}
		default:
		}
	}
	return facts, rows, true
}

package serp

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"html"
	"mime/quotedprintable"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"text/template"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// entry is one invented result, put into every layout.
type entry struct{ URL, Host, Crumbs, Title, Snippet, Date string }

func entries() []entry {
	var list []entry
	for _, e := range []struct{ host, path, title, snippet, date string }{
		{"saltmarsh.example", "team/orla-fenwick", "Dr Orla Fenwick – Saltmarsh Clinic", "Orla Fenwick is a dermatologist at Saltmarsh Clinic in Wexcombe and sees patients on Tuesdays.", ""},
		{"www.ratings.example", "doctors/orla-fenwick?tab=reviews&page=2", "Orla Fenwick: 4 reviews & opening hours", "Rated 3.5 out of 5. “She listened and explained every step”, writes one visitor of the practice.", "12 Mar 2021"},
		{"forum.example", "t/4711", "Best skin doctor in Wexcombe?", "Has anybody been to Dr Fenwick? I waited for an hour, but unusual traffic from your computer network is no excuse.", "3 days ago"},
		{"journal.example", "articles/10.1000/182", "Sun and salt: a cohort of fishermen", "O Fenwick, T Marlow. We followed 212 people who work outdoors for eleven years and looked at their skin.", ""},
		{"gazette.example", "2019/05/fun-run", "Fun run raises 4,000 for the hospice", "Among the runners were the mayor, Orla Fenwick of Saltmarsh Clinic and a dog called Biscuit.", "May 4, 2019"},
		{"saltmarsh.example", "news/new-rooms", "New rooms at the clinic", "From June on the practice has two more rooms; Dr Fenwick and her team are moving upstairs.", ""},
		{"pots.example", "orla", "Orla Fenwick Pottery", "Bowls, jugs and plates from Cork. Visit the studio or order by post; no two are alike.", ""},
		{"register.example", "entry/000042", "Register of practitioners: Fenwick, Orla", "Registration status: registered. Division: specialist. Conditions on practice: none recorded at present.", ""},
	} {
		list = append(list, entry{"https://" + e.host + "/" + e.path, e.host, strings.ReplaceAll(e.path, "/", " › "), e.title, e.snippet, e.date})
	}
	return list
}

const layoutQuery = `"Orla Fenwick" & dermatologist`

var layoutFuncs = template.FuncMap{
	"html": html.EscapeString, "esc": url.QueryEscape,
	"ck": func(target string) string {
		return "https://www.bing.com/ck/a?!&amp;&amp;p=00c0ffee&amp;ptn=3&amp;u=a1" + base64.RawURLEncoding.EncodeToString([]byte(target)) + "&amp;ntb=1"
	},
	"goto": func(target string) string {
		return "CAES" + base64.RawURLEncoding.EncodeToString([]byte("sealed"+target))
	},
	"json": func(s string) (string, error) { b, err := json.Marshal(s); return string(b), err },
}

func layout(t testing.TB, file string, results []entry) []byte {
	t.Helper()
	tmpl, err := template.New(filepath.Base(file)).Funcs(layoutFuncs).ParseFiles(file)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := tmpl.Execute(&b, map[string]any{"Query": layoutQuery, "Results": results}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func layouts(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/layouts/*.html")
	if err != nil || len(files) < 25 {
		t.Fatalf("%d layouts, %v", len(files), err)
	}
	return files
}

// same compares a page with what went into the layout.
func same(t *testing.T, p Page, engine string, want []entry) {
	t.Helper()
	if p.Engine != engine || p.Query != layoutQuery || p.Status != StatusOK || p.Unread != 0 || p.Number != 1 {
		t.Errorf("engine %q query %q status %q (%s) unread %d page %d", p.Engine, p.Query, p.Status, p.Reason, p.Unread, p.Number)
	}
	if len(p.Results) != len(want) {
		for _, r := range p.Results {
			t.Logf("%d %s %q", r.Rank, r.URL, r.Title)
		}
		t.Fatalf("%d results, want %d", len(p.Results), len(want))
	}
	for i, w := range want {
		r := p.Results[i]
		address := r.URL == w.URL || r.HostOnly && r.URL == "https://"+w.Host+"/" && r.OpaqueURL != ""
		if !address || r.Title != w.Title || r.Snippet != w.Snippet || r.Rank != i+1 {
			t.Errorf("result %d:\n got %s %q %q\nwant %s %q %q", i+1, r.URL, r.Title, r.Snippet, w.URL, w.Title, w.Snippet)
		}
		if r.DateText != w.Date {
			t.Errorf("result %d: date %q, want %q", i+1, r.DateText, w.Date)
		}
	}
}

func TestLayoutsOfAllYears(t *testing.T) {
	for _, file := range layouts(t) {
		engine, _, _ := strings.Cut(filepath.Base(file), "-")
		for _, n := range []int{8, 1} {
			t.Run(fmt.Sprint(filepath.Base(file), " ", n), func(t *testing.T) {
				want := entries()[:n]
				p, err := Parse(bytes.NewReader(layout(t, file, want)))
				if err != nil {
					t.Fatal(err)
				}
				same(t, p, engine, want)
			})
		}
	}
}

// savings are the ways in which browsers and extensions save a page.
var savings = map[string]func(page []byte, address string) []byte{
	"complete": func(page []byte, address string) []byte {
		return fmt.Appendf(nil, "<!-- saved from url=(%04d)%s -->\r\n%s", len(address), address, page)
	},
	"mhtml quoted-printable": func(page []byte, address string) []byte {
		var b bytes.Buffer
		w := quotedprintable.NewWriter(&b)
		_, _ = w.Write(page)
		_ = w.Close()
		return singleFilePage(address, "quoted-printable", b.String())
	},
	"mhtml base64": func(page []byte, address string) []byte {
		return singleFilePage(address, "base64", base64.StdEncoding.EncodeToString(page))
	},
	"mhtml nested": func(page []byte, address string) []byte {
		inner := "Content-Type: multipart/alternative; boundary=\"in\"\r\n\r\n--in\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: base64\r\nContent-Location: " + address + "\r\n\r\n" + base64.StdEncoding.EncodeToString(page) + "\r\n--in--\r\n"
		return []byte("\xef\xbb\xbfFrom: \"Saved by a browser\"\r\nSubject: page\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"out\"\r\n\r\n--out\r\n" + inner + "\r\n--out--\r\n")
	},
	"SingleFile": func(page []byte, address string) []byte {
		page = bytes.ReplaceAll(bytes.ReplaceAll(page, []byte("</body>"), nil), []byte("</html>"), nil)
		return bytes.Replace(page, []byte("<head>"), []byte("<!--\n Page saved with SingleFile \n url: "+address+" \n saved date: Fri Apr 17 2026 10:11:12 GMT+0200 (Central European Summer Time)\n--><head>"), 1)
	},
	"view-source": func(page []byte, address string) []byte {
		var b strings.Builder
		b.WriteString(`<html><head><meta name="color-scheme" content="light dark"></head><body><div class="line-gutter-backdrop"></div><table><tbody>`)
		for i, line := range strings.Split(string(page), "\n") {
			fmt.Fprintf(&b, `<tr><td class="line-number" value="%d"></td><td class="line-content"><span class="html-tag">%s</span></td></tr>`, i+1, html.EscapeString(line))
		}
		return []byte(b.String() + "</tbody></table></body></html>")
	},
	"view-source of Firefox": func(page []byte, address string) []byte {
		return []byte(`<!DOCTYPE html><html><head><title>` + html.EscapeString(address) + `</title></head><body id="viewsource" class="highlight"><pre id="line1"><span>` + html.EscapeString(string(page)) + `</span></pre></body></html>`)
	},
	"web archive": webArchiveOf,
	"UTF-16": func(page []byte, _ string) []byte {
		b, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes(page)
		return b
	},
	"windows-1252": func(page []byte, _ string) []byte {
		page = bytes.ReplaceAll(bytes.ReplaceAll(page, []byte("UTF-8"), []byte("windows-1252")), []byte("utf-8"), []byte("windows-1252"))
		page = []byte(strings.NewReplacer("›", "&rsaquo;", "\u200e", "").Replace(string(page)))
		b, err := charmap.Windows1252.NewEncoder().Bytes(page)
		if err != nil {
			panic(err)
		}
		return b
	},
}

func singleFilePage(address, encoding, body string) []byte {
	return []byte("From: <Saved by Blink>\r\nSnapshot-Content-Location: " + address + "\r\nSubject: page\r\nDate: Fri, 17 Apr 2026 08:11:12 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----MultipartBoundary--abc----\"\r\n\r\n\r\n------MultipartBoundary--abc----\r\nContent-Type: text/html\r\nContent-ID: <frame@mhtml.blink>\r\nContent-Transfer-Encoding: " + encoding +
		"\r\nContent-Location: " + address + "\r\n\r\n" + body + "\r\n------MultipartBoundary--abc----\r\nContent-Type: text/html\r\nContent-Location: https://frame.example/\r\n\r\n<p>a frame</p>\r\n------MultipartBoundary--abc------\r\n")
}

// webArchiveOf writes a page as Safari does: {WebMainResource: {WebResourceData, WebResourceURL, ...}}.
func webArchiveOf(page []byte, address string) []byte {
	var b bytes.Buffer
	b.WriteString("bplist00")
	var offsets []uint32
	add := func(kind byte, n int, body []byte) byte {
		offsets = append(offsets, uint32(b.Len()))
		if n < 15 {
			b.WriteByte(kind<<4 | byte(n))
		} else {
			b.WriteByte(kind<<4 | 0x0f)
			b.WriteByte(0x12)
			_ = binary.Write(&b, binary.BigEndian, uint32(n))
		}
		b.Write(body)
		return byte(len(offsets) - 1)
	}
	text := func(s string) byte { return add(5, len(s), []byte(s)) }
	keys := []byte{text("WebResourceData"), text("WebResourceURL"), text("WebResourceTextEncodingName")}
	values := []byte{add(4, len(page), page), text(address), text("UTF-8")}
	inner := add(13, 3, append(keys, values...))
	top := add(13, 1, []byte{text("WebMainResource"), inner})
	table := b.Len()
	for _, o := range offsets {
		_ = binary.Write(&b, binary.BigEndian, o)
	}
	b.Write([]byte{0, 0, 0, 0, 0, 0, 4, 1})
	for _, n := range []int{len(offsets), int(top), table} {
		_ = binary.Write(&b, binary.BigEndian, uint64(n))
	}
	return b.Bytes()
}

// addresses are those of result pages, in several regions.
var addresses = map[string]string{
	"google": "https://www.google.com.au/search?hl=en&q=", "bing": "https://www.bing.com/search?cc=nz&q=", "duckduckgo": "https://html.duckduckgo.com/html/?q=", "brave": "https://search.brave.com/search?q=",
	"mojeek": "https://www.mojeek.co.uk/search?q=", "startpage": "https://eu.startpage.com/sp/search?query=", "ecosia": "https://www.ecosia.org/search?q=", "yahoo": "https://uk.search.yahoo.com/search?p=",
}

func TestWaysOfSaving(t *testing.T) {
	for _, file := range layouts(t) {
		engine, _, _ := strings.Cut(filepath.Base(file), "-")
		page := layout(t, file, entries())
		for way, save := range savings {
			t.Run(filepath.Base(file)+" "+way, func(t *testing.T) {
				p, err := Parse(bytes.NewReader(save(page, addresses[engine]+url.QueryEscape(layoutQuery))))
				if err != nil {
					t.Fatal(err)
				}
				same(t, p, engine, entries())
			})
		}
	}
}

func TestLaterPages(t *testing.T) {
	for address, want := range map[string]int{
		"https://www.google.de/search?q=x&start=20": 3, "https://www.bing.com/search?q=x&first=11": 2, "https://search.brave.com/search?q=x&offset=2": 3, "https://www.mojeek.com/search?q=x&s=11": 2,
		"https://www.startpage.com/sp/search?query=x&page=4": 4, "https://www.google.com/search?q=x&start=-5": 1,
	} {
		if got := numberByAddress(address); got != want {
			t.Errorf("%s: page %d, want %d", address, got, want)
		}
	}
	page := layout(t, "testdata/layouts/google-2023-mjjyud.html", entries())
	page = bytes.Replace(page, []byte(`</span>1</td>`), []byte(`</span>3</td>`), 1)
	if p, err := Parse(bytes.NewReader(page)); err != nil || p.Number != 3 {
		t.Errorf("marked page: %d, %v", p.Number, err)
	}
}

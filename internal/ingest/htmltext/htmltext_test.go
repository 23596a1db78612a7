package htmltext

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"footprint/internal/footprint"
)

func TestText(t *testing.T) {
	for name, tc := range map[string]struct{ markup, want string }{
		"plain":           {" two words ", "two words"},
		"entities":        {"a &amp; b &lt;c&gt;", "a & b <c>"},
		"paragraphs":      {"<p>one</p>\n<p>two<br>three</p>", "one\n\ntwo\nthree"},
		"white space":     {"<div>a\n   b</div><div>c</div>", "a b\nc"},
		"preformatted":    {"<pre>a\n  b</pre>", "a\n  b"},
		"list":            {"<ul><li>a</li><li>b</li></ul>", "- a\n- b"},
		"link by words":   {`see <a href="https://a.example/x">here</a>.`, "see here (https://a.example/x)."},
		"link cut short":  {`<a href="https://a.example/long/path">a.example/lo…</a>`, "https://a.example/long/path"},
		"mention":         {`<a href="https://a.example/u">@u</a>`, "@u"},
		"script":          {"a<script>alert(1)</script>b", "ab"},
		"never closed":    {"<p>a<b>b", "ab"},
		"not quite a tag": {"a < b", "a < b"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := Text(tc.markup); got != tc.want {
				t.Errorf("%q, want %q", got, tc.want)
			}
		})
	}
}

func TestTokensGoOnBehindAnOverlongText(t *testing.T) {
	page := "<p>a</p>" + strings.Repeat("x", maxToken+10) + "<b>c</b>"
	var names []string
	tooLarge := 0
	for tok, err := range Tokens(strings.NewReader(page)) {
		if errors.Is(err, footprint.ErrTooLarge) {
			tooLarge++
		} else if tok.Type == html.StartTagToken {
			names = append(names, tok.Data)
		}
	}
	if tooLarge != 1 || len(names) != 2 || names[1] != "b" {
		t.Errorf("%d too large, elements %v", tooLarge, names)
	}
}

func TestWriterCutsTheLastLine(t *testing.T) {
	var w Writer
	for tok := range Tokens(strings.NewReader("<p>one</p><p>two</p>\n")) {
		w.Add(tok)
	}
	if last := w.LastLine(); last != "two" {
		t.Errorf("last line %q", last)
	}
	if cut, rest := w.CutLastLine(), w.String(); cut != "two" || rest != "one" {
		t.Errorf("cut %q, rest %q", cut, rest)
	}
}

func FuzzText(f *testing.F) {
	f.Add("<p>a <a href=https://x.example>b</a><pre> c</pre></p>&#0;")
	f.Fuzz(func(t *testing.T, markup string) {
		if s := Text(markup); !utf8.ValidString(s) {
			t.Fatalf("not valid: %q", s)
		}
	})
}

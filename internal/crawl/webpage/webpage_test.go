package webpage

import (
	"strings"
	"testing"
)

const rated = `<!doctype html><html><head><meta charset="utf-8"><title>Dr Orla Fenwick | Ratings</title>
<meta name="author" content="Ratings team"><meta property="article:published_time" content="2023-04-05T10:00:00Z"><meta name="robots" content="NOINDEX, follow">
<script type="application/ld+json">{"@context":"https://schema.org","@type":["Physician"],"name":"Dr Orla Fenwick","review":[
{"@type":"Review","author":{"@type":"Person","name":"A. Visitor"},"datePublished":"2022-01-02","reviewBody":"Waited two hours.","reviewRating":{"@type":"Rating","ratingValue":"1","bestRating":"5"}},
{"@type":"http://schema.org/Review","author":"B","reviewBody":"Kind.","reviewRating":{"ratingValue":9,"bestRating":10}},
{"@type":"Review","reviewRating":{"ratingValue":"many"}}]}</script><script type="application/ld+json">{broken</script></head>
<body><nav>Home About</nav><main><h1>Dr Orla Fenwick</h1><p>Dermatologist at <b>Saltmarsh</b> Clinic
in Wexcombe.</p><p hidden>secret</p><ul><li>One</li><li>Two</li></ul><p>` + "long words here to be the main part of the page. long words here to be the main part of the page. long words here to be the main part of the page. long words here to be the main part of the page." + `</p></main><footer>Cookies</footer><script>var x</script></body></html>`

func TestRead(t *testing.T) {
	p, err := Read([]byte(rated), "text/html")
	if err != nil {
		t.Fatal(err)
	}
	if p.Title != "Dr Orla Fenwick | Ratings" || p.Author != "Ratings team" || p.Published.Format("2006-01-02") != "2023-04-05" || !p.NoIndex {
		t.Errorf("%+v", p)
	}
	if !strings.HasPrefix(p.Text, "Dr Orla Fenwick\nDermatologist at Saltmarsh Clinic in Wexcombe.\nOne\nTwo\n") {
		t.Errorf("text: %q", p.Text)
	}
	for _, no := range []string{"Cookies", "Home", "secret", "var x"} {
		if strings.Contains(p.Text, no) {
			t.Errorf("the text holds %q", no)
		}
	}
	if len(p.Persons) != 1 || len(p.Reviews) != 2 || p.Reviews[0].Author != "A. Visitor" || *p.Reviews[0].Rating != 1 || *p.Reviews[1].Rating != 4.5 || p.Reviews[0].Date.Year() != 2022 {
		t.Errorf("%v %+v", p.Persons, p.Reviews)
	}
}

func TestHostilePages(t *testing.T) {
	for name, body := range map[string]string{
		"empty": "", "deep": strings.Repeat("<div>", 20_000) + "end", "deep data": `<script type="application/ld+json">` + strings.Repeat("[", 9000) + strings.Repeat("]", 9000) + "</script>",
		"long": "<p>" + strings.Repeat("word ", 200_000), "binary": "\x00\xff\xfe<p>\x80",
	} {
		p, err := Read([]byte(body), "text/html; charset=utf-8")
		if err == nil && len(p.Text) > 2*maxText+len(body)/2+100 {
			t.Errorf("%s: %d bytes of text", name, len(p.Text))
		}
	}
	p, err := Read([]byte("<p>"+strings.Repeat("word ", 10)+"<p>"+strings.Repeat("x", maxText)+"<p>after"), "")
	if err != nil || strings.Contains(p.Text, "after") {
		t.Errorf("the limit on text does not hold: %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(rated))
	f.Fuzz(func(t *testing.T, body []byte) {
		p, err := Read(body, "")
		if err == nil && len(p.Reviews) > maxReviews {
			t.Errorf("%d reviews", len(p.Reviews))
		}
	})
}

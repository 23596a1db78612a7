package conduct

import (
	"bytes"
	"errors"
	"slices"
	"testing"
	"testing/fstest"

	"footprint/internal/analyze/lexicon"
	"footprint/internal/analyze/text"
)

// world is a lexicon with one class, and a model of two rules: the second likes the class and the word "lamp".
func world(t *testing.T) (*lexicon.Lexicon, *Model) {
	t.Helper()
	b := &lexicon.Builder{}
	if err := b.AddFS(fstest.MapFS{"lexicon/x.yaml": {Data: []byte("- class: ship\n  terms: [ketch]\n")}}); err != nil {
		t.Fatal(err)
	}
	lex, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	rows := make([]int8, 2*(Rows+1))
	d := text.Parse("lamp")
	d.EachStem(func(_ int, word, _ uint64) { rows[2*row(word)+1] = 100 })
	rows[2*Rows+1] = 50
	return lex, New([]string{"a", "b"}, []string{"ship"}, []Head{{0.1, -1}, {0.1, -1}}, rows)
}

func read(lex *lexicon.Lexicon, m *Model, s string) *Features {
	var f Features
	d := text.Parse(s)
	marks := lex.Annotate(d)
	m.Reader(lex).Read(d, &marks, &f)
	return &f
}

func TestScores(t *testing.T) {
	lex, m := world(t)
	of := func(s string) []float32 { return m.Scores(read(lex, m, s), nil) }
	plain, lamp, ship, both := of("the old door"), of("the old lamps"), of("the old ketch"), of("a lamp in the ketch")
	if plain[1] != -1 || lamp[1] <= 0 || ship[1] <= plain[1] || both[1] <= ship[1] {
		t.Fatalf("plain %v, lamp %v, ship %v, both %v", plain, lamp, ship, both)
	}
	for _, s := range [][]float32{plain, lamp, ship, both} {
		if s[0] != -1 {
			t.Fatalf("rule a knows nothing, and scores %v", s[0])
		}
	}
	if long := of("the lamp " + string(bytes.Repeat([]byte("and so on and on "), 200))); long[1] >= lamp[1] {
		t.Fatalf("one word in a long text counts %v, in a short one %v", long[1], lamp[1])
	}
	place, ok := m.Rule("b")
	if f := read(lex, m, "we lit the lamp at dusk"); !ok || place != 1 || !slices.Equal(m.Telling(f, place, 4), []int{3}) {
		t.Fatalf("place %d, telling %v", place, m.Telling(read(lex, m, "we lit the lamp at dusk"), place, 4))
	}
	if _, ok := m.Rule("c"); ok {
		t.Fatal("knows a rule it was not fitted for")
	}
}

func TestFile(t *testing.T) {
	lex, m := world(t)
	var file bytes.Buffer
	if err := m.Write(&file, "sum"); err != nil {
		t.Fatal(err)
	}
	again, fitted, err := Load(bytes.NewReader(file.Bytes()))
	if err != nil || fitted != "sum" {
		t.Fatal(fitted, err)
	}
	f := read(lex, m, "a lamp in the ketch")
	if got, want := again.Scores(f, nil), m.Scores(f, nil); !slices.Equal(got, want) {
		t.Fatalf("%v after a round trip, %v before", got, want)
	}
	if _, _, err := Load(bytes.NewReader(file.Bytes()[:file.Len()/2])); !errors.Is(err, ErrFormat) {
		t.Fatalf("half a file: %v", err)
	}
}

// FuzzLoad reads files from anywhere: a user's pack may bring a model.
func FuzzLoad(f *testing.F) {
	m := New([]string{"a"}, nil, []Head{{1, 0}}, make([]int8, Rows))
	var file bytes.Buffer
	if err := m.Write(&file, "x"); err != nil {
		f.Fatal(err)
	}
	f.Add(file.Bytes())
	f.Add([]byte("FPC1"))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, _, err := Load(bytes.NewReader(data))
		if err != nil {
			return
		}
		d := text.Parse("any words")
		var read Features
		d.EachStem(func(k int, word, _ uint64) { read.Words = append(read.Words, Feature{row(word), k}) })
		if got := len(m.Scores(&read, nil)); got != len(m.rules) {
			t.Fatalf("%d scores for %d rules", got, len(m.rules))
		}
	})
}

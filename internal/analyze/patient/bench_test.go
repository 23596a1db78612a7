package patient

import (
	"os"
	"testing"

	"footprint/internal/analyze/lexicon"
	"footprint/internal/analyze/text"
)

// BenchmarkRead reads short posts as an account of somebody in health care holds them.
func BenchmarkRead(b *testing.B) {
	lex, _ := reader(b)
	f, err := os.Open("../../../assets/model/patient.tsv")
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	weights, err := ReadWeights(f)
	if err != nil {
		b.Fatal(err)
	}
	r := NewReader(lex, weights)
	posts := []string{
		"Long night shift on the ward again, but the team was brilliant. Home to bed now",
		"Had a lady in clinic today who reminded me why I do this job.",
		"My nan is home from hospital at last, thank you to everyone who asked.",
		"Patients should bring a list of their medicines to the appointment.",
		"Happy birthday to the best sister in the world, see you on Sunday!",
	}
	docs, marks := make([]*text.Doc, len(posts)), make([]lexicon.Marks, len(posts))
	for i, s := range posts {
		docs[i] = text.Parse(s)
		marks[i] = lex.Annotate(docs[i])
	}
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		r.Read(docs[n%len(docs)], &marks[n%len(docs)], Writer{Professional: true})
		n++
	}
}

package judge

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"
)

// shipped is the model in assets.
func shipped(t testing.TB) *Model {
	t.Helper()
	f, err := os.Open("../../../assets/model/judge.bin")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	m, err := Read(f)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestScore(t *testing.T) {
	m := shipped(t)
	for name, c := range map[string]struct {
		text     string
		label    Label
		min, max float32
	}{
		"insult":         {"you are a pathetic stupid idiot", Derogatory, 0.6, 1},
		"kind words":     {"thank you all for a lovely week on the ward", Derogatory, 0, 0.1},
		"group named":    {"My neighbour is a Muslim and a keen gardener", Hate, 0, 0.3},
		"group praised":  {"So proud of the Māori doctors who graduated today", Hate, 0, 0.3},
		"group run down": {"all immigrants are filthy criminals who should be thrown out", Hate, 0.4, 1},
		"clinical":       {"The patient was prescribed amoxicillin for seven days.", Hate, 0, 0.05},
		"nothing":        {"", Hate, 0, 0.5},
		"only symbols":   {"!!! ??? ...", Derogatory, 0, 0.5},
	} {
		t.Run(name, func(t *testing.T) {
			if p := m.Score(c.text)[c.label]; p < c.min || p > c.max {
				t.Errorf("%s of %q is %.2f, want %.2f to %.2f", c.label, c.text, p, c.min, c.max)
			}
		})
	}
}

// TestGroupsCountAlike proves that which group is meant does not move the score, but for sexism, which asks for the sex.
func TestGroupsCountAlike(t *testing.T) {
	m := shipped(t)
	for _, frame := range []string{"I met two % at the market", "% should be thrown out of this country", "we need more % in medicine"} {
		want := m.Margins(strings.ReplaceAll(frame, "%", "muslims"))
		if of := m.Margins(strings.ReplaceAll(frame, "%", "lesbians")); of != want {
			t.Errorf("%q: the score for lesbians differs", frame)
		}
		for _, g := range []string{"women", "lesbians", "māori", "immigrants", "jews", "asians", "samoans"} {
			got := m.Margins(strings.ReplaceAll(frame, "%", g))
			got[Sexism] = want[Sexism]
			if got != want {
				t.Errorf("%q: the score for %s differs", frame, g)
			}
		}
	}
}

func TestReadRefusesOtherFiles(t *testing.T) {
	var good bytes.Buffer
	if err := shipped(t).Write(&good); err != nil {
		t.Fatal(err)
	}
	for name, b := range map[string][]byte{"empty": nil, "text": []byte("hello"), "cut": good.Bytes()[:good.Len()/2], "start": good.Bytes()[:20]} {
		t.Run(name, func(t *testing.T) {
			if _, err := Read(bytes.NewReader(b)); !errors.Is(err, ErrFormat) {
				t.Errorf("got %v, want ErrFormat", err)
			}
		})
	}
}

func TestWriteThenRead(t *testing.T) {
	m := shipped(t)
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		t.Fatal(err)
	}
	again, err := Read(&b)
	if err != nil {
		t.Fatal(err)
	}
	const s = "what a miserable lot of fools"
	if m.Score(s) != again.Score(s) {
		t.Error("the scores changed on the way through the file")
	}
}

func FuzzScore(f *testing.F) {
	m := shipped(f)
	f.Add("a text with @user, [url] and emoji 🔥🔥")
	f.Fuzz(func(t *testing.T, s string) {
		for l, p := range m.Score(s) {
			if !(p >= 0 && p <= 1) {
				t.Errorf("%s is %v", Label(l), p)
			}
		}
	})
}

func BenchmarkScore(b *testing.B) {
	m := shipped(b)
	const s = "Long day on the ward but the team was great, coffee and a swim tomorrow with the kids. Can't wait!"
	b.ReportAllocs()
	for b.Loop() {
		m.Score(s)
	}
}

func BenchmarkScoreLong(b *testing.B) {
	m := shipped(b)
	s := strings.Repeat("a", 1<<20)
	for b.Loop() {
		m.Score(s)
	}
}

// TestWordsKept proves that what is kept of words adds up to the features one by one, also when the table is full.
func TestWordsKept(t *testing.T) {
	m := shipped(t)
	texts := []string{"", "a", "You are a muslim, he said; you ARE!!", "wwwhat https://example.org h www w 🙂🙂 naïve 40mg it's"}
	for i := range 3 * knownWords {
		texts = append(texts, fmt.Sprintf("word%cx%d and the same word%cx%d", 'a'+i%26, i, 'a'+i%26, i))
	}
	plain := NewFeatures(m.classes)
	for _, text := range texts {
		plain.Extract(text)
		var sum [NumLabels]int32
		for _, h := range plain.Hashes {
			m.add(&sum, []uint64{h})
		}
		norm := float32(1 / math.Sqrt(float64(max(len(plain.Hashes), 1))))
		got := m.Margins(text)
		for l, h := range m.heads {
			if want := h.Bias + float32(sum[l])*h.Scale*norm; got[l] != want {
				t.Fatalf("%q: %s is %v, want %v", text, Label(l), got[l], want)
			}
		}
	}
}

package drafts

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	"footprint/assets"
	"footprint/internal/analyze"
	"footprint/internal/footprint"
)

var day = time.Date(2025, 6, 30, 12, 0, 0, 0, time.UTC)

// rules mind apples.
func rules(t *testing.T) *analyze.RuleSet {
	t.Helper()
	return load(t, fstest.MapFS{
		"rules/test.yaml": {Data: []byte(`[{id: apples, title: Apples mentioned, area: reputation, severity: medium, mode: finding,
			detect: [{kind: lexicon, class: fruit}]}]`)},
		"lexicon/test.yaml": {Data: []byte("[{class: fruit, terms: [apple]}]")},
	})
}

// builtin are the rules that ship.
func builtin(t *testing.T) *analyze.RuleSet { return load(t, assets.Analysis) }

func load(t *testing.T, pack fs.FS) *analyze.RuleSet {
	t.Helper()
	rules, err := analyze.Load(pack)
	if err != nil {
		t.Fatal(err)
	}
	return rules
}

func check(t *testing.T, in string) (lines []Draft, err error) {
	t.Helper()
	var out bytes.Buffer
	err = CheckLines(t.Context(), rules(t), strings.NewReader(in), &out, day)
	for d := json.NewDecoder(&out); ; {
		var draft Draft
		if e := d.Decode(&draft); e == io.EOF {
			return lines, err
		} else if e != nil {
			t.Fatal(e)
		}
		lines = append(lines, draft)
	}
}

func TestCheckLines(t *testing.T) {
	for name, tc := range map[string]struct {
		in   string
		want string // id, rules, first span
	}{
		"text":             {`{"id":"a","text":"Ü an apple"}`, `"a" apples 5-10`},
		"escapes":          {`{"id":7,"text":"\u00dc \ud83c\udf4f an apple \/ \"day\""}`, `7 apples 7-12`},
		"broken surrogate": {`{"id":7,"text":"\ud83c an apple"}`, `7 apples 5-10`},
		"spaces, order":    {` { "text" : "an apple" , "id" : null } `, `null apples 3-8`},
		"no id":            {`{"text":"an apple"}`, `null apples 3-8`},
		"item fields":      {`{"id":1,"text":"an apple","kind":"comment","created":"2025-01-02","exif":{"lat":1.5,"lon":2},"members":null}`, `1 apples 3-8`},
		"somebody else":    {`{"id":1,"text":"an apple","author":"Ann"}`, `1  `},
		"me":               {`{"id":1,"me":{"name":"Robin","role":"doctor"},"text":"an apple"}`, `1 apples 3-8`},
		"id of an object":  {`{"id":{"a":[1,"}"]},"text":"an apple"}`, `{"a":[1,"}"]} apples 3-8`},
		"empty":            {`{}`, `null  `},
		"unknown members":  {`{"id":1,"x":{"text":"no"},"text":"an apple","y":[[]]}`, `1 apples 3-8`},
	} {
		t.Run(name, func(t *testing.T) {
			lines, err := check(t, tc.in+"\n")
			if err != nil || len(lines) != 1 {
				t.Fatalf("%v, %v", lines, err)
			}
			ruleIDs, span := "", ""
			for _, f := range lines[0].Findings {
				ruleIDs, span = f.Rule, fmt.Sprintf("%d-%d", f.Spans[0].Start, f.Spans[0].End)
			}
			if got := fmt.Sprintf("%s %s %s", lines[0].ID, ruleIDs, span); got != tc.want {
				t.Errorf("got %s, want %s", got, tc.want)
			}
		})
	}
}

func TestCheckLinesKeepsOrder(t *testing.T) {
	var in strings.Builder
	const n = 5000
	for i := range n {
		fmt.Fprintf(&in, "{\"id\":%d,\"text\":%q}\n", i, strings.Repeat("an apple and ", i%50))
	}
	lines, err := check(t, in.String())
	if err != nil || len(lines) != n {
		t.Fatalf("%d lines, %v", len(lines), err)
	}
	for i, d := range lines {
		if string(d.ID) != fmt.Sprint(i) {
			t.Fatalf("line %d has id %s", i, d.ID)
		}
	}
}

// Why a text that reads like a case is spared stands in the answer, whatever the id is.
func TestCheckLinesSayWhatIsSpared(t *testing.T) {
	for _, id := range []string{"7", `"seven"`} {
		var out bytes.Buffer
		in := `{"id":` + id + `,"text":"A 54-year-old woman presents with haemoptysis. What test would you order first?"}` + "\n"
		if err := CheckLines(t.Context(), builtin(t), strings.NewReader(in), &out, day); err != nil || !strings.Contains(out.String(), `"spared":"`) {
			t.Errorf("id %s: %s, %v", id, out.String(), err)
		}
	}
}

func TestCheckLinesNamesTheFirstBadLine(t *testing.T) {
	good := "{\"id\":1,\"text\":\"fine\"}\n"
	lines, err := check(t, strings.Repeat(good, 300)+"[1]\n\n{\"id\":2,\"text\":5}\n"+good)
	if err == nil || !strings.Contains(err.Error(), "line 301") {
		t.Errorf("error %v", err)
	}
	if len(lines) != 303 || lines[300].Error == "" || lines[301].Error == "" || string(lines[301].ID) != "2" || lines[302].Error != "" {
		t.Errorf("%d lines, %+v", len(lines), lines[max(0, len(lines)-3):])
	}
}

func TestCheckLinesLimits(t *testing.T) {
	err := CheckLines(t.Context(), rules(t), io.MultiReader(strings.NewReader(`{"text":"`), strings.NewReader(strings.Repeat("a", maxLine))), io.Discard, day)
	if !errors.Is(err, footprint.ErrTooLarge) {
		t.Errorf("endless line: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := CheckLines(ctx, rules(t), strings.NewReader("{}\n"), io.Discard, day); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// FuzzReadLine compares the quick reader with the decoder.
func FuzzReadLine(f *testing.F) {
	for _, seed := range []string{`{"id":1,"text":"a"}`, `{"text":"\ud83d\ude00\"","kind":"post"}`, `{"a":{"b":[1,{"c":"}"}]},"text":"x"}`, `{}`, `{"id":1`, `[]`, `{"text":null}`, `{"id": 10, "text": "a"}`, `{"id":01,"text":"a"}`, `{"id":1,"text":"a"}x`, `{"id":1,}`, "{\"text\":\"\xff\"}"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			return
		}
		var in draftLine
		err := in.read(line)
		var want struct {
			Text *string `json:"text"`
		}
		var members map[string]json.RawMessage
		if json.Unmarshal(line, &members) != nil || members == nil {
			if err == nil {
				t.Fatalf("%q accepted", line)
			}
			return
		}
		if err != nil || !utf8.Valid(line) {
			return
		}
		if text, ok := members["text"]; ok && json.Unmarshal(text, &want.Text) == nil && want.Text != nil && in.item.Text != *want.Text {
			t.Errorf("%q: text %q, want %q", line, in.item.Text, *want.Text)
		}
	})
}

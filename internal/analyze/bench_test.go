package analyze

import (
	"encoding/json"
	"io"
	"os"
	"testing"
	"time"

	"footprint/internal/footprint"
)

// mixedTexts are short texts of many sorts, most of them harmless, as an account holds them.
func mixedTexts() []string {
	return []string{
		"Long night shift on the ward again, but the team was brilliant. Home to bed now 😴 #nightshift",
		"Happy birthday to the best sister in the world, see you on Sunday!",
		"Does anybody know a good plumber in Ballarat? The kitchen tap drips and it is driving me mad.",
		"Reminder: the new asthma guideline is out today, open access. Worth ten minutes of your time https://example.org/a",
		"@someone haha yes, I saw that one too. Shall we go on Friday?",
		"What a game!! Never doubted them for a second. Up the Magpies",
		"Had a lady in clinic today who reminded me why I do this job.",
		"Vaccination clinics run every Tuesday and Thursday from 9 to 4, no booking needed. Bring your card.",
		"I don't agree with the minister on this. Hospitals need beds, not slogans.",
		"Passed my exams!!! Thank you to everyone who put up with me for the last six months",
		"The committee of the association met on Monday and agreed on the budget for the coming year; minutes will follow by e-mail to all members.",
		"Fed up with this printer. It has eaten the third form this morning.",
		"Sunrise over the harbour after a week of nights, coffee in hand, dog at my feet. Life is good.",
		"Warfarin interacts with many common medicines, so patients should tell their pharmacist what else they take.",
		"ok",
		"Four of us made it to the hut before the rain. Soup, cards, early night. Back down tomorrow if the river lets us.",
	}
}

// BenchmarkCheck judges short texts with every built-in rule, some at a time as check --jsonl does; texts/s is per core.
func BenchmarkCheck(b *testing.B) {
	rs := builtin(b)
	me := exampleDoctor()
	texts := mixedTexts()
	items, size := make([]Owned, together), 0
	for i := range items {
		s := texts[i%len(texts)]
		items[i] = Owned{&footprint.Item{ID: "x", Kind: footprint.KindPost, Author: footprint.AuthorSelf, Visibility: footprint.VisibilityPublic, Text: s}, me}
		size += len(s)
	}
	b.ReportAllocs()
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, j := range rs.JudgeAll(items, ExampleDay()) {
			j.Release()
		}
	}
	b.ReportMetric(float64(b.N*len(items))/b.Elapsed().Seconds(), "texts/s")
}

// benchTexts are the first texts of the file that BENCH_TEXTS names, one JSON object a line, or else mixedTexts.
func benchTexts(b *testing.B) []string {
	name := os.Getenv("BENCH_TEXTS")
	if name == "" {
		return mixedTexts()
	}
	f, err := os.Open(name)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	var texts []string
	for in := json.NewDecoder(f); len(texts) < 5000; {
		var line struct{ Text string }
		if err := in.Decode(&line); err == io.EOF {
			break
		} else if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, line.Text)
	}
	return texts
}

// BenchmarkShares prints what part of the time each stage takes, and the rule that takes most beyond the stages.
func BenchmarkShares(b *testing.B) {
	rs := builtin(b)
	me := exampleDoctor()
	text := fieldIndex("text")
	var items []footprint.Item
	for _, s := range benchTexts(b) {
		items = append(items, footprint.Item{ID: "x", Kind: footprint.KindPost, Author: footprint.AuthorSelf, Visibility: footprint.VisibilityPublic, Text: s})
	}
	stages := []struct {
		name string
		run  func(c *Context)
		took time.Duration
	}{
		{name: "read", run: func(c *Context) { c.passage(text) }},
		{name: "identify", run: func(c *Context) { c.identifiers(text) }},
		{name: "patient", run: func(c *Context) { c.story(text) }},
		{name: "judge", run: func(c *Context) { rs.Scores(c.passage(text)) }},
		{name: "hostility", run: func(c *Context) { rs.remarks(c.passage(text)) }},
	}
	rules, all := map[string]time.Duration{}, time.Duration(0)
	for b.Loop() {
		for i := range items {
			c := rs.context(&items[i], me, ExampleDay())
			last := time.Now()
			lap := func() time.Duration {
				now := time.Now()
				took := now.Sub(last)
				last = now
				all += took
				return took
			}
			for s := range stages {
				stages[s].run(c)
				stages[s].took += lap()
			}
			rs.own.of(footprint.KindPost).each([]*Context{c}, func(_ []uint8, a *alternative) {
				if a.asks(c) {
					a.det.Detect(c)
				}
				rules[a.rule.ID] += lap()
			})
			c.release()
		}
	}
	share := func(d time.Duration) float64 { return 100 * float64(d) / float64(all) }
	most, rest := "", time.Duration(0)
	for id, took := range rules {
		if rest += took; most == "" || took > rules[most] {
			most = id
		}
	}
	for _, s := range stages {
		b.ReportMetric(share(s.took), "%-"+s.name)
	}
	b.ReportMetric(share(rest), "%-rules")
	b.ReportMetric(share(rules[most]), "%-rule:"+most)
}

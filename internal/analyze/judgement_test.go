package analyze

import (
	"reflect"
	"slices"
	"testing"

	"footprint/internal/footprint"
)

// Items that are judged together get the answers that each gets by itself, whoever stands beside them.
func TestTogetherAsAlone(t *testing.T) {
	rs := builtin(t)
	var items []Owned
	for i, s := range mixedTexts() {
		for k, kind := range []footprint.Kind{footprint.KindPost, footprint.KindPost, footprint.KindComment, footprint.KindProfile, footprint.KindSearchResult} {
			it := &footprint.Item{Kind: kind, Text: s, Title: mixedTexts()[(i+k)%len(mixedTexts())], Author: footprint.AuthorSelf}
			if k == 1 {
				it.Text += " You are all vermin. The man in bed 4 died of sepsis last night, he was 43. Call me on 0412 345 678"
			}
			if i%3 == 0 {
				it.Author = "Ann"
			}
			o := Owned{Item: it}
			if i%2 == 0 {
				o.Me = exampleDoctor()
			}
			items = append(items, o)
		}
	}
	var alone []Judgement
	for _, o := range items {
		alone = append(alone, rs.Judge(o.Item, o.Me, ExampleDay()))
	}
	for _, size := range []int{2, 7, together, together + 1, len(items)} {
		n := 0
		for some := range slices.Chunk(items, size) {
			judged := rs.JudgeAll(some, ExampleDay())
			for i := range judged {
				got, want := &judged[i], &alone[n]
				n++
				if !reflect.DeepEqual(got.Findings, want.Findings) || got.Lang != want.Lang || got.Unsupported != want.Unsupported || got.Spared != want.Spared {
					t.Fatalf("%d together, %q: %+v, alone %+v", size, some[i].Item.Text, got, want)
				}
			}
			for i := range judged {
				judged[i].Release()
			}
		}
	}
	found := 0
	for i := range alone {
		found += len(alone[i].Findings)
		alone[i].Release()
	}
	if found < 20 {
		t.Errorf("only %d findings to compare", found)
	}
}

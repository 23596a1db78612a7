package report

import (
	"bytes"
	"fmt"
	"regexp"
	"testing"
)

// However much there is, the state of a footprint is one page.
func TestOnePageIsOnePage(t *testing.T) {
	r := sample()
	r.OnePage, r.Purpose = true, nil
	r.ByPlatform, r.ByYear, r.History = nil, nil, nil
	for i := range 30 {
		r.ByPlatform = append(r.ByPlatform, Count{fmt.Sprint("Platform ", i), i + 1})
		r.ByYear = append(r.ByYear, Count{fmt.Sprint(1995 + i), i})
		if i < 12 {
			r.History = append(r.History, Count{fmt.Sprintf("2025-%02d-01", i+1), i})
		}
		r.Groups = append(r.Groups, r.Groups[0])
	}
	var b bytes.Buffer
	if err := writePDF(&b, r); err != nil {
		t.Fatal(err)
	}
	if pages := regexp.MustCompile(`/Type /Page\b`).FindAll(b.Bytes(), -1); len(pages) != 1 {
		t.Errorf("%d pages", len(pages))
	}
	sum := 0
	for _, c := range fewer(r.ByPlatform, "others", false) {
		sum += c.Count
	}
	for _, c := range fewer(r.ByYear, "before", true) {
		sum += c.Count
	}
	if want := 30*31/2 + 29*30/2; sum != want {
		t.Errorf("the bars add up to %d, want %d", sum, want)
	}
}

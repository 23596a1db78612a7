package audit

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"footprint/internal/audit/drafts"
	"footprint/internal/audit/pictures"
	"footprint/internal/footprint"
	"footprint/internal/need"
)

func TestAPhotoIsJudgedBeforePosting(t *testing.T) {
	t.Setenv("PATH", t.TempDir()) // its words are not read, which would take most of the time
	rules := builtin(t)
	file := need.Sample(t, "images", "gps_iptc.jpg")
	d, err := CheckPhoto(t.Context(), rules, file, "A quiet evening", new(footprint.Person), time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	if !d.Strip || d.Image == nil || d.Copies[0].Lat == nil || len(d.Hidden()) < 3 ||
		!slices.ContainsFunc(d.Findings, func(f drafts.Finding) bool { return f.Rule == "photo-location-metadata" }) {
		t.Errorf("%+v: %q", d.Draft, d.Hidden())
	}
	dir := t.TempDir()
	done, err := pictures.Strip(t.Context(), []string{file}, dir, pictures.StripOptions{}, nil)
	if err != nil || len(done) != 1 || done[0].Error != "" {
		t.Fatal(done, err)
	}
	d, err = CheckPhoto(t.Context(), rules, done[0].To, "A quiet evening", new(footprint.Person), time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC))
	if err != nil || d.Strip || len(d.Hidden()) > 0 || len(d.Findings) > 0 {
		t.Errorf("the copy: %+v: %q, %v", d.Draft, d.Hidden(), err)
	}
	text := filepath.Join(dir, "words.jpg")
	if err := os.WriteFile(text, []byte("no picture"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := CheckPhoto(t.Context(), rules, text, "", new(footprint.Person), time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)); err == nil {
		t.Error("words pass for a picture")
	}
}

package report

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"footprint/internal/need"
)

// pdfWords are the words of a report's pages, as a reader of PDF finds them.
func pdfWords(t *testing.T, r *Report) string {
	t.Helper()
	need.Tools(t, "pdftotext")
	file := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(file, []byte(write(t, "pdf", r)), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), "pdftotext", "-layout", file, "-").CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return string(out)
}

func TestPDFKeepsLetters(t *testing.T) {
	r := sample()
	r.Name = "Hēmi Ōtautahi Žůrek Ελένη Анна 李 😀 \u202eevil"
	got := strings.Join(strings.Fields(pdfWords(t, r)), " ")
	for _, want := range []string{"Hēmi Ōtautahi Žůrek Ελένη Анна □ □ evil", "Sat with ■■■ in ■■■", "Your note: a quotation", "BMA-1.3", "data/mystery.js", "stands for a sign"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

func TestPDFIsTheSameAgain(t *testing.T) {
	first := write(t, "pdf", sample())
	for range 5 {
		if write(t, "pdf", sample()) != first {
			t.Fatal("the same report makes another file")
		}
	}
}

func TestPDFOfManyRows(t *testing.T) {
	r := sample()
	row := r.Groups[0].Rows[0]
	row.Excerpt = strings.Repeat("unbroken", 200) + strings.Repeat(" words and words", 60)
	for range 300 {
		r.Groups[0].Rows = append(r.Groups[0].Rows, row)
	}
	got := pdfWords(t, r)
	if pages := strings.Count(got, "\f"); pages < 20 || strings.Count(got, "confidential") != pages {
		t.Errorf("%d pages, %d with a footer", pages, strings.Count(got, "confidential"))
	}
}

func TestPDFHostile(t *testing.T) {
	for _, payload := range append(payloads, "{nb}", ") Tj ET (", "\xff\xfe", strings.Repeat("a", 5000)) {
		got := write(t, "pdf", hostile(payload))
		for _, bad := range []string{"/JavaScript", "/JS", "/URI", "/Launch", "/OpenAction <<", "/Filespec"} {
			if strings.Contains(got, bad) {
				t.Errorf("%.40q makes %s", payload, bad)
			}
		}
	}
}

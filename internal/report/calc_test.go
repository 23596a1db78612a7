package report

import (
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"footprint/internal/need"
)

// LibreOffice takes no cell of the table for a formula, if it is installed: its own file format says of each cell
// whether it is one.
func TestNoFormulaInLibreOffice(t *testing.T) {
	need.Tools(t, "soffice")
	dir := t.TempDir()
	all := sample()
	all.Groups = nil
	for _, payload := range []string{"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "  =1", "＝1+1", "\u00a0=1", `=HYPERLINK("http://tracker.example")`} {
		all.Groups = append(all.Groups, hostile(payload).Groups...)
	}
	file := filepath.Join(dir, "report.csv")
	if err := os.WriteFile(file, []byte(write(t, "csv", all)), 0o600); err != nil {
		t.Fatal(err)
	}
	c := exec.Command("soffice", "--headless", "-env:UserInstallation=file://"+dir+"/profile", "--convert-to", "fods", "--outdir", dir, file)
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	sheet, err := os.ReadFile(filepath.Join(dir, "report.fods"))
	if err != nil {
		t.Fatal(err)
	}
	if sheet = []byte(html.UnescapeString(string(sheet))); !strings.Contains(string(sheet), "'=1+1") || !strings.Contains(string(sheet), `office:value-type="string"`) {
		t.Error("the table did not arrive")
	}
	if i := strings.Index(string(sheet), "table:formula"); i >= 0 {
		t.Errorf("a formula: %s", sheet[i:min(len(sheet), i+120)])
	}
}

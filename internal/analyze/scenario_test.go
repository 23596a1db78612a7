package analyze

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// sharedFile opens a file of the shared folder beside the module; the test is skipped where there is none.
func sharedFile(t testing.TB, name string) *os.File {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "..", "shared", name))
	if os.IsNotExist(err) {
		t.Skip("the shared folder is absent")
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// TestScenarios runs the acceptance cases of the guidance. RULES limits them as in TestExamples.
func TestScenarios(t *testing.T) {
	rs := builtin(t)
	only := strings.Split(os.Getenv("RULES"), ",")
	sc := bufio.NewScanner(sharedFile(t, "guidance/scenarios.jsonl"))
	sc.Buffer(nil, 1<<20)
	n := 0
	for sc.Scan() {
		var c Case
		if err := json.Unmarshal(sc.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		n++
		for _, wrong := range c.Judge(rs.TryCase(&c)) {
			_, rule, _ := strings.Cut(wrong, " ")
			if selected(rule, only) {
				t.Errorf("%s: %s", c.ID, wrong)
			}
		}
	}
	if sc.Err() != nil || n == 0 {
		t.Errorf("%d cases read: %v", n, sc.Err())
	}
}

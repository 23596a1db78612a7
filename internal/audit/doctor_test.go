package audit

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestExamine(t *testing.T) {
	states := func(path string) string {
		t.Helper()
		list, err := Examine(t.Context(), path, "")
		if err != nil {
			t.Fatal(err)
		}
		s := ""
		for _, c := range list {
			if c.Name == "disk" { // depends on the machine
				continue
			}
			if c.Text == "" || c.State == Problem && c.Do == "" {
				t.Errorf("%s says nothing: %+v", c.Name, c)
			}
			s += c.Name + " " + string(c.State) + ", "
		}
		return s
	}
	f := newFixture(t)
	path := filepath.Join(f.dir, "test.db")
	f.audit(f.export("me", "an apple"))
	f.want("open in another instance", states(path), "database ok, permissions ok, ")
	f.want("no database", states(filepath.Join(f.dir, "none", "test.db")), "database ok, ")
	f.Close()
	if runtime.GOOS != "windows" {
		if err := os.Chmod(path, 0o644); err != nil {
			t.Fatal(err)
		}
		f.want("others may read", states(path), "database ok, permissions problem, ")
		os.Chmod(path, 0o600)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	newer := append([]byte{}, data...)
	newer[62], newer[63] = 3, 0xe7 // user_version
	for i := 4096; i < 8192; i++ {
		data[i] = 0xa5
	}
	for name, bad := range map[string][]byte{"damaged": data, "newer": newer, "no database": []byte("hello")} {
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		f.want(name, states(path), "database problem, permissions ok, ")
	}
}

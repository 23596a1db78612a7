package schedule

import (
	"encoding/xml"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var nine = time.Date(2025, 1, 1, 9, 5, 0, 0, time.UTC)

func TestFilesOfEverySystem(t *testing.T) {
	odd := `/opt/it's "50%" & <more>/$x/footprint`
	for system, want := range map[string][]string{
		"linux":   {`ExecStart="/opt/it's \"50%%\" & <more>/$$x/footprint" "due" "--notify"`, "OnCalendar=*-*-* 09:05:00"},
		"darwin":  {"<string>due</string>", "<integer>9</integer>", "&amp; &lt;more&gt;"},
		"windows": {"2024-01-01T09:05:00", "&amp; &lt;more&gt;", "&#34;due&#34; &#34;--notify&#34;"},
	} {
		home := t.TempDir()
		p, err := For(Job{System: system, Home: home, Config: map[string]string{"windows": home}[system], Program: odd, Args: []string{"due", "--notify"}, At: nine})
		if err != nil || len(p.Start) == 0 || len(p.Stop) == 0 {
			t.Fatalf("%s: %+v, %v", system, p, err)
		}
		all := ""
		for _, f := range p.Files {
			all += f.Text
			if f.There || !strings.HasPrefix(f.Path, home) {
				t.Errorf("%s: %s", system, f.Path)
			}
			if strings.HasPrefix(f.Text, "<?xml") {
				d := xml.NewDecoder(strings.NewReader(f.Text))
				for err = nil; err == nil; _, err = d.Token() {
				}
				if err.Error() != "EOF" {
					t.Errorf("%s: %v", system, err)
				}
			}
		}
		for _, w := range want {
			if !strings.Contains(all, w) {
				t.Errorf("%s lacks %s:\n%s", system, w, all)
			}
		}
	}
}

func TestInstallAndRemove(t *testing.T) {
	j := Job{System: "linux", Home: t.TempDir(), Program: "/usr/bin/footprint", At: nine}
	p, err := For(j)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Install(); err != nil {
		t.Fatal(err)
	}
	again, err := For(j)
	if err != nil || !again.Files[0].There || !again.Files[1].There {
		t.Errorf("%+v, %v", again, err)
	}
	if systemdAnalyze, err := exec.LookPath("systemd-analyze"); err == nil {
		if out, err := exec.Command(systemdAnalyze, "verify", "--user", p.Files[1].Path).CombinedOutput(); err != nil && strings.Contains(string(out), p.Files[1].Path) {
			t.Errorf("%v\n%s", err, out)
		}
	}
	if removed, err := p.Remove(); err != nil || !removed {
		t.Errorf("removed %v, %v", removed, err)
	}
	if removed, err := p.Remove(); err != nil || removed {
		t.Errorf("again %v, %v", removed, err)
	}
	if _, err := os.Stat(filepath.Join(j.Home, ".config", "systemd", "user", name+".timer")); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

func TestRefuses(t *testing.T) {
	for _, program := range []string{"footprint", "/a\nExecStart=/b"} {
		if _, err := For(Job{System: "linux", Home: "/x", Program: program}); err == nil {
			t.Errorf("%q passes", program)
		}
	}
}

// Package schedule writes the files that have the system say every day what is due: a user timer of systemd, an agent
// of launchd, or a task of the Windows Task Scheduler. It runs nothing: the user is told what to run.
package schedule

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"
)

// Job is what is to run, and where.
type Job struct {
	System  string // as runtime.GOOS
	Home    string // the user's folder
	Config  string // folder of settings where it is not the usual one: XDG_CONFIG_HOME, LocalAppData
	Program string // absolute path of footprint
	Args    []string
	At      time.Time // hour and minute count
}

// Plan is the files of a job, and what the user runs to begin with it and to end it.
type Plan struct {
	Files []File   `json:"files"`
	Start []string `json:"start"`
	Stop  []string `json:"stop"`
}

// File is one file to write.
type File struct {
	Path string `json:"path"`
	Text string `json:"-"`
	// There is true where it lies there already, with this text.
	There bool `json:"there"`
}

// name names the job to the system.
const name = "footprint-due"

// For plans a job.
func For(j Job) (Plan, error) {
	if !filepath.IsAbs(j.Program) && j.System != "windows" {
		return Plan{}, fmt.Errorf("schedule %s: want a whole path", j.Program)
	}
	if strings.ContainsAny(j.Program+strings.Join(j.Args, ""), "\n\r\x00") {
		return Plan{}, errors.New("schedule: a path with a line break cannot be written into the system's files")
	}
	var p Plan
	switch j.System {
	case "darwin":
		p = launchd(j)
	case "windows":
		p = taskScheduler(j)
	default:
		p = systemd(j)
	}
	for i, f := range p.Files {
		have, err := os.ReadFile(f.Path)
		p.Files[i].There = err == nil && string(have) == f.Text
	}
	return p, nil
}

// Install writes the files.
func (p Plan) Install() error {
	for _, f := range p.Files {
		if err := os.MkdirAll(filepath.Dir(f.Path), 0o700); err != nil {
			return err
		}
		if err := os.WriteFile(f.Path, []byte(f.Text), 0o600); err != nil {
			return err
		}
	}
	return nil
}

// Remove removes the files and reports whether any was there.
func (p Plan) Remove() (removed bool, err error) {
	var errs []error
	for _, f := range p.Files {
		switch err := os.Remove(f.Path); {
		case err == nil:
			removed = true
		case !errors.Is(err, fs.ErrNotExist):
			errs = append(errs, err)
		}
	}
	return removed, errors.Join(errs...)
}

func systemd(j Job) Plan {
	dir := j.Config
	if dir == "" {
		dir = path.Join(j.Home, ".config")
	}
	dir = path.Join(dir, "systemd", "user")
	var command []string
	for _, word := range append([]string{j.Program}, j.Args...) {
		command = append(command, unitWord(word))
	}
	return Plan{
		Files: []File{
			{Path: path.Join(dir, name+".service"), Text: "[Unit]\nDescription=Footprint: say what is due\n\n[Service]\nType=oneshot\nExecStart=" + strings.Join(command, " ") + "\n"},
			{Path: path.Join(dir, name+".timer"), Text: fmt.Sprintf("[Unit]\nDescription=Footprint: say every day what is due\n\n[Timer]\nOnCalendar=*-*-* %s:00\nPersistent=true\n\n[Install]\nWantedBy=timers.target\n", j.At.Format("15:04"))},
		},
		Start: []string{"systemctl --user daemon-reload", "systemctl --user enable --now " + name + ".timer"},
		Stop:  []string{"systemctl --user disable --now " + name + ".timer", "systemctl --user daemon-reload"},
	}
}

// unitWord quotes a word for a unit file (systemd.service, "Command lines").
func unitWord(word string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "%", "%%", "$", "$$").Replace(word) + `"`
}

// label names the agent to launchd.
const label = "io.footprint.due"

func launchd(j Job) Plan {
	file := path.Join(j.Home, "Library", "LaunchAgents", label+".plist")
	var words strings.Builder
	for _, word := range append([]string{j.Program}, j.Args...) {
		words.WriteString("\t\t<string>" + text(word) + "</string>\n")
	}
	return Plan{
		Files: []File{{Path: file, Text: `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
	<key>Label</key>
	<string>` + label + `</string>
	<key>ProgramArguments</key>
	<array>
` + words.String() + `	</array>
	<key>StartCalendarInterval</key>
	<dict>
		<key>Hour</key>
		<integer>` + fmt.Sprint(j.At.Hour()) + `</integer>
		<key>Minute</key>
		<integer>` + fmt.Sprint(j.At.Minute()) + `</integer>
	</dict>
</dict>
</plist>
`}},
		Start: []string{"launchctl bootstrap gui/$(id -u) '" + strings.ReplaceAll(file, "'", `'\''`) + "'"},
		Stop:  []string{"launchctl bootout gui/$(id -u)/" + label},
	}
}

func taskScheduler(j Job) Plan {
	file := j.Config + `\footprint\` + name + ".xml"
	var args []string
	for _, word := range j.Args {
		args = append(args, `"`+strings.ReplaceAll(word, `"`, `\"`)+`"`)
	}
	return Plan{
		Files: []File{{Path: file, Text: `<?xml version="1.0"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo><Description>Footprint: say every day what is due</Description></RegistrationInfo>
  <Triggers>
    <CalendarTrigger>
      <StartBoundary>2024-01-01T` + j.At.Format("15:04") + `:00</StartBoundary>
      <ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay>
    </CalendarTrigger>
  </Triggers>
  <Settings><StartWhenAvailable>true</StartWhenAvailable><DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries></Settings>
  <Actions>
    <Exec><Command>` + text(j.Program) + `</Command><Arguments>` + text(strings.Join(args, " ")) + `</Arguments></Exec>
  </Actions>
</Task>
`}},
		Start: []string{`schtasks /Create /TN Footprint\Due /XML "` + file + `"`},
		Stop:  []string{`schtasks /Delete /TN Footprint\Due /F`},
	}
}

// text is words as content of an XML element.
func text(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder does not fail
	return b.String()
}

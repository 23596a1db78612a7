package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"footprint/internal/audit"
	"footprint/internal/audit/schedule"

	"github.com/spf13/cobra"
)

func scheduleCommand(a *app) *cobra.Command {
	var at string
	var asJSON bool
	c := &cobra.Command{
		Use:   "schedule (install | remove | show)",
		Short: "Have the system say every day what is due",
		Long: `Schedule install writes the files by which the system runs footprint due --notify every day: a user timer of
systemd, an agent of launchd, or a task for the Windows Task Scheduler. It starts nothing itself: it prints what you
run to begin with it. Remove takes the files away again and prints what ends it; show says what is there.

The database of an encrypted audit opens only if the keyring remembers its passphrase (footprint passphrase remember).`,
		Example: "  footprint schedule install --at 18:30\n  footprint schedule show\n  footprint schedule remove",
		Args:    cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			plan, err := a.dailyPlan(at)
			if err != nil {
				return err
			}
			switch args[0] {
			case "install":
				err = plan.Install()
			case "remove":
				_, err = plan.Remove()
			case "show":
			default:
				return usagef("schedule %s: want install, remove or show", args[0])
			}
			if err != nil || asJSON {
				return orPrint(a, plan, err)
			}
			a.printSchedule(args[0], plan)
			return nil
		},
	}
	c.Flags().StringVar(&at, "at", "09:00", "`time` of day")
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

// dailyPlan is the daily run of this program on the database that the flags name.
func (a *app) dailyPlan(at string) (schedule.Plan, error) {
	clock, err := time.Parse("15:04", at)
	if err != nil {
		return schedule.Plan{}, usagef("schedule --at %q: want a time such as 09:00", at)
	}
	program, err := os.Executable()
	if err != nil {
		return schedule.Plan{}, err
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return schedule.Plan{}, err
	}
	path := a.path
	if path == "" {
		path, err = audit.DefaultPath()
	} else {
		path, err = filepath.Abs(path)
	}
	if err != nil {
		return schedule.Plan{}, err
	}
	config := os.Getenv("XDG_CONFIG_HOME")
	if runtime.GOOS == "windows" {
		config = os.Getenv("LocalAppData")
	}
	return schedule.For(schedule.Job{System: runtime.GOOS, Home: home, Config: config, Program: program,
		Args: []string{"--db", path, "due", "--notify"}, At: clock})
}

func (a *app) printSchedule(what string, p schedule.Plan) {
	for _, f := range p.Files {
		state := map[string]string{"install": "Wrote", "remove": "Removed"}[what]
		if what == "show" {
			state = "Not there:"
			if f.There {
				state = "There:"
			}
		}
		fmt.Fprintln(a.out, state, f.Path)
	}
	run := p.Start
	if what == "remove" {
		run = p.Stop
	}
	fmt.Fprintln(a.out, "Now run:")
	for _, line := range run {
		fmt.Fprintln(a.out, "  "+line)
	}
	if what == "show" {
		fmt.Fprintln(a.out, "and to end it:")
		for _, line := range p.Stop {
			fmt.Fprintln(a.out, "  "+line)
		}
	}
}

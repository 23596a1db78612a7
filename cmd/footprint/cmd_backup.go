package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"footprint/internal/audit"
	"footprint/internal/audit/protect"

	"github.com/spf13/cobra"
)

func backupCommand(a *app) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "backup FILE",
		Short: "Copy the database to a file and verify the copy",
		Long: `Backup copies the whole database, items and decisions, to a new file that only you can read, and reads the
copy once to see that it is whole. The backup of a database with a passphrase is encrypted with the same; any other
is not: keep it where nobody else can read it.`,
		Example: "  footprint backup /media/stick/footprint-2026-01.db",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return a.with(c.Context(), func(au *audit.Auditor) error {
				held, err := au.Backup(c.Context(), args[0])
				if err != nil || asJSON {
					return orPrint(a, held, err)
				}
				fmt.Fprintf(a.out, "Wrote and verified %s: %s\n", args[0], holds(held))
				return nil
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

func holds(c audit.Contents) string {
	return fmt.Sprintf("%d %s, %d %s, %d %s, %d %s.", c.Items, plural(c.Items, "item"), c.Findings, plural(c.Findings, "finding"),
		c.Decisions, plural(c.Decisions, "decision"), c.Sources, plural(c.Sources, "export"))
}

func restoreCommand(a *app) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "restore FILE",
		Short: "Put a backup in the place of the database; the present one is kept beside it",
		Long: `Restore reads the backup as a whole first, and changes nothing if it is damaged or was written by a newer
version. The database that was there is renamed, not removed. No other Footprint may run.`,
		Example: "  footprint restore /media/stick/footprint-2026-01.db",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			locked, err := protect.Locked(args[0])
			if err != nil {
				return err
			}
			passphrase := ""
			if locked {
				if passphrase, err = a.passphrase(); err != nil {
					return err
				}
			}
			kept, held, err := audit.Restore(c.Context(), args[0], a.path, passphrase, a.clock())
			if err != nil || asJSON {
				return orPrint(a, struct {
					audit.Contents
					Kept string `json:"kept,omitempty"` // the database that was there
				}{held, kept}, err)
			}
			fmt.Fprintf(a.out, "Restored %s\n", holds(held))
			if kept != "" {
				fmt.Fprintf(a.out, "The database that was there is kept as %s\n", kept)
			}
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

func decisionsCommand(a *app) *cobra.Command {
	var asJSON, notes bool
	c := &cobra.Command{
		Use:   "decisions (export | import) FILE",
		Short: "Carry decisions alone to another computer",
		Long: `Decisions writes what you decided by fingerprint, without a word of what the items say, and takes such a file
in where the same exports were imported or will be. Of two decisions on one thing the later stands. False alarms
that name words stay here. With - as FILE it uses standard output or input. footprint undo takes an import back.`,
		Example: "  footprint decisions export decisions.json\n  footprint decisions import decisions.json",
		Args:    cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			if args[0] != "export" && args[0] != "import" {
				return usagef("decisions %s: want export or import", args[0])
			}
			return a.with(c.Context(), func(au *audit.Auditor) (err error) {
				var done audit.Exchanged
				if args[0] == "export" {
					err = a.writing(args[1], func(w io.Writer) (err error) {
						done, err = au.ExportDecisions(c.Context(), w, notes)
						return err
					})
				} else {
					err = a.reading(args[1], func(r io.Reader) (err error) {
						done, err = au.ImportDecisions(c.Context(), r)
						return err
					})
				}
				if err != nil || asJSON && args[1] != "-" {
					return orPrint(a, done, err)
				}
				fmt.Fprintf(a.err, "%d %s and %d false %s; %d left out.\n", done.Decisions, plural(done.Decisions, "decision"),
					done.FalseAlarms, plural(done.FalseAlarms, "alarm"), done.LeftOut)
				return nil
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print the counts as JSON")
	c.Flags().BoolVar(&notes, "notes", false, "export your notes as well, which may name people")
	return c
}

// writing opens a file that only its owner can read, or standard output.
func (a *app) writing(file string, work func(io.Writer) error) (err error) {
	if file == "-" {
		return work(a.out)
	}
	f, err := os.OpenFile(file, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return work(f)
}

func (a *app) reading(file string, work func(io.Reader) error) error {
	if file == "-" {
		return work(a.in)
	}
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	return work(f)
}

const eraseQuestion = `This removes the database %s, with every decision, for good.
Backups you made lie where you put them. Type erase to go on: `

func eraseCommand(a *app) *cobra.Command {
	var yes, asJSON bool
	c := &cobra.Command{
		Use:   "erase",
		Short: "Remove everything Footprint keeps on this computer",
		Long: `Erase overwrites and removes the database, what lies beside it, and Footprint's cache. It asks first. It
does not reach backups and reports, the exports themselves, and copies that a file system, a solid-state disk or a
backup program keeps by itself.`,
		Example: "  footprint erase\n  footprint erase --yes",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			path := a.path
			if path == "" {
				var err error
				if path, err = audit.DefaultPath(); err != nil {
					return err
				}
			}
			if !yes {
				fmt.Fprintf(a.err, eraseQuestion, path)
				answer, err := bufio.NewReader(a.in).ReadString('\n')
				fmt.Fprintln(a.err)
				if err != nil && err != io.EOF {
					return err
				}
				if answer != "erase\n" && answer != "erase\r\n" && answer != "erase" {
					return saidPlainly{errors.New("nothing was removed")}
				}
			}
			removed, err := audit.Erase(path, caches()...)
			if err != nil || asJSON {
				return orPrint(a, removed, err)
			}
			for _, file := range removed {
				fmt.Fprintf(a.out, "removed %s\n", file)
			}
			if len(removed) == 0 {
				fmt.Fprintln(a.out, "There was nothing to remove.")
			}
			return nil
		},
	}
	c.Flags().BoolVar(&yes, "yes", false, "do not ask")
	c.Flags().BoolVar(&asJSON, "json", false, "print the removed files as JSON")
	return c
}

// caches are the folders in which Footprint keeps what it can fetch or make again.
func caches() []string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return nil
	}
	return []string{filepath.Join(dir, "footprint")}
}

// pageCache is where fetched pages are kept, so that a page that has not changed is not sent again.
func pageCache() string {
	for _, dir := range caches() {
		return filepath.Join(dir, "pages")
	}
	return ""
}

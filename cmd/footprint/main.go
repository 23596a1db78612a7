// Command footprint audits a doctor's own social-media exports. Without arguments it opens the window.
//
// This package reads arguments, prints, and turns errors into sentences and exit codes; what is done is in
// internal/audit. One file holds one command, and the table in commands lists them.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"footprint/internal/audit"
	"footprint/internal/crawl"

	"github.com/spf13/cobra"
)

// version is set by the build (-ldflags "-X main.version=...").
var version = "dev"

// Exit codes.
const (
	exitOK          = 0
	exitFailed      = 1
	exitUsage       = 2
	exitFindings    = 3 // findings at or above the severity asked for with --fail-on
	exitInterrupted = 130
)

// Memory is spent where it saves time: garbage is collected seldom while the heap is small, and more often as
// it nears what the program may take without getting in the way of others. Beyond that the limit is soft.
const (
	collectAfter = 400       // per cent of the live heap
	wantedMemory = 150 << 20 // bytes, without what SQLite takes
)

func main() {
	debug.SetGCPercent(collectAfter)
	debug.SetMemoryLimit(wantedMemory)
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is main without the process: tests call it.
func run(args []string, in io.Reader, out, errOut io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return (&app{in: in, out: out, err: errOut, web: crawl.Options{CacheDir: pageCache()}}).run(ctx, args)
}

func (a *app) run(ctx context.Context, args []string) int {
	root := a.root()
	root.SetArgs(args)
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	c, err := root.ExecuteContextC(ctx)
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.Is(err, context.Canceled) && ctx.Err() != nil:
		fmt.Fprintln(a.err, audit.Explain(err))
		return exitInterrupted
	case !a.started || errors.As(err, new(usageError)):
		fmt.Fprintf(a.err, "footprint: %v\nUsage: %s\n%s --help says more.\n", err, c.UseLine(), c.CommandPath())
		return exitUsage
	}
	if errors.As(err, new(saidPlainly)) {
		fmt.Fprintf(a.err, "footprint: %v\n", err)
		return exitFailed
	}
	fmt.Fprintf(a.err, "footprint: %s\n(%v)\n", audit.Explain(err), err)
	return exitFailed
}

// saidPlainly is a failure whose own words are all there is to say.
type saidPlainly struct{ error }

// errFindings ends a command that found what --fail-on asks about.
var errFindings = errors.New("findings at or above the severity asked for")

// usageError is a wrong argument that only the command itself could see.
type usageError struct{ error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// commands is the table of all commands, in the order of the help.
func commands() []func(*app) *cobra.Command {
	return []func(*app) *cobra.Command{
		demoCommand, auditCommand, importCommand, analyzeCommand, inspectCommand,
		listCommand, showCommand, doneCommand, keepCommand, snoozeCommand, reopenCommand, undoCommand, dismissCommand,
		itemsCommand, sourcesCommand, profileCommand, searchCommand, letterCommand, verifyCommand, keysCommand, checkCommand, photosCommand, stripCommand, rulesCommand, reportCommand, prepareCommand,
		compareCommand, dueCommand, scheduleCommand, backupCommand, restoreCommand, decisionsCommand, passphraseCommand, eraseCommand, doctorCommand,
	}
}

// exports takes paths of things that are there; another word is a command that is not.
func exports(c *cobra.Command, args []string) error {
	for _, path := range args {
		if _, err := os.Stat(path); err != nil {
			if like := c.SuggestionsFor(path); len(like) > 0 {
				return fmt.Errorf("unknown command %q; did you mean %s?", path, strings.Join(like, " or "))
			}
			return fmt.Errorf("unknown command %q", path)
		}
	}
	return nil
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "footprint",
		Short: "Audit your own social-media footprint against professional guidance",
		Long: `Footprint reads the data exports of your own accounts, judges them by the guidance for doctors on social
media, and keeps a checklist of what to look at. Nothing leaves this computer.

Without a command it opens the window; exports named instead of a command are read in there.

Exit codes: 0 fine, 1 failed, 2 wrong usage, 3 findings at or above --fail-on, 130 interrupted.`,
		Example:       "  footprint demo\n  footprint audit ~/Downloads/twitter-2025-06-01.zip\n  footprint list --severity critical,high",
		Version:       version,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          exports,
		RunE: func(c *cobra.Command, files []string) error {
			if open := window(); open != nil {
				return open(c.Context(), a, windowOptions{Files: files})
			}
			return c.Help()
		},
		PersistentPreRun: func(*cobra.Command, []string) { a.started = true },
	}
	root.CompletionOptions.HiddenDefaultCmd = true
	root.SuggestionsMinimumDistance = 2 // letters a mistyped command may differ by
	flags := root.PersistentFlags()
	flags.StringVar(&a.path, "db", "", "database `file` (default: the system's folder for application data)")
	flags.BoolVar(&a.consent, "consent", false, "confirm that the audit is of yourself")
	flags.StringArrayVar(&a.packs, "rules", nil, "`folder` with rules of your own; may be given again")
	for _, command := range commands() {
		root.AddCommand(command(a))
	}
	return root
}

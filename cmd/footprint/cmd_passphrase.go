package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"footprint/internal/audit/protect"

	"github.com/spf13/cobra"
	"golang.org/x/term"
)

// envPassphrase opens a locked database where nobody can be asked.
const envPassphrase = "FOOTPRINT_PASSPHRASE"

// passphraseWork is the table of what can be done with a passphrase.
var passphraseWork = map[string]func(*app, context.Context) error{
	"set": (*app).setPassphrase, "change": (*app).changePassphrase, "remove": (*app).removePassphrase,
	"remember": (*app).rememberPassphrase, "forget": (*app).forgetPassphrase,
}

func passphraseCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "passphrase (set | change | remove | remember | forget)",
		Short: "Encrypt the database with a passphrase, change it, or take it away",
		Long: protect.Warning + `

Set encrypts the database; from then on each command asks for the passphrase, or takes it from the environment
variable ` + envPassphrase + `. Remember has the system's keyring give it, forget takes it out there. Change keeps the
data as it is, so that earlier backups open with the earlier passphrase. Remove writes the data in the clear again.

The database is encrypted as disks are (AES-256-XTS), its log and temporary files too; the key is kept in its header
as an age file (age-encryption.org). Reports and calendars you write are not encrypted.`,
		Example: "  footprint passphrase set\n  footprint passphrase remember",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			work, ok := passphraseWork[args[0]]
			if !ok {
				return usagef("passphrase %s: want set, change, remove, remember or forget", args[0])
			}
			return work(a, c.Context())
		},
	}
}

func (a *app) setPassphrase(ctx context.Context) error {
	fmt.Fprintln(a.err, protect.Warning)
	next, err := a.askTwice()
	if err != nil {
		return err
	}
	if err := protect.Set(ctx, a.path, next); err != nil {
		return plainIfShort(err)
	}
	fmt.Fprintln(a.out, "The database is encrypted. Forget the passphrase and it is gone.")
	return nil
}

func (a *app) changePassphrase(context.Context) error {
	present, err := a.passphrase()
	if err != nil {
		return err
	}
	next, err := a.askTwice()
	if err != nil {
		return err
	}
	if err := protect.Change(a.path, present, next); err != nil {
		return plainIfShort(err)
	}
	fmt.Fprintln(a.out, "The passphrase is changed. Backups made before open with the one of their time.")
	return nil
}

func plainIfShort(err error) error {
	if errors.Is(err, protect.ErrShort) {
		return saidPlainly{err}
	}
	return err
}

func (a *app) removePassphrase(ctx context.Context) error {
	present, err := a.passphrase()
	if err != nil {
		return err
	}
	if err := protect.Remove(ctx, a.path, present); err != nil {
		return err
	}
	fmt.Fprintln(a.out, "The database is no longer encrypted.")
	return nil
}

func (a *app) rememberPassphrase(ctx context.Context) error {
	present, err := a.passphrase()
	if err != nil {
		return err
	}
	au, err := a.openWith(ctx, present) // a wrong one is not worth remembering
	if err != nil {
		return err
	}
	if err := errors.Join(au.Close(), protect.Remember(a.path, present)); err != nil {
		return err
	}
	fmt.Fprintln(a.out, "The system's keyring remembers the passphrase: whoever can use your login can open the database.")
	return nil
}

func (a *app) forgetPassphrase(context.Context) error {
	if err := protect.Forget(a.path); err != nil {
		return err
	}
	fmt.Fprintln(a.out, "The system's keyring does not know the passphrase.")
	return nil
}

// passphrase is that of the database: from the environment, the keyring, or the user.
func (a *app) passphrase() (string, error) {
	if p := os.Getenv(envPassphrase); p != "" {
		return p, nil
	}
	if p := protect.Remembered(a.path); p != "" {
		return p, nil
	}
	return a.ask("Passphrase: ")
}

func (a *app) askTwice() (string, error) {
	first, err := a.ask("New passphrase: ")
	if err != nil {
		return "", err
	}
	second, err := a.ask("The same again: ")
	if err != nil {
		return "", err
	}
	if first != second {
		return "", saidPlainly{errors.New("the two differ; nothing was changed")}
	}
	return first, nil
}

// ask reads a line, unseen where the input is a terminal.
func (a *app) ask(question string) (string, error) {
	fmt.Fprint(a.err, question)
	if f, ok := a.in.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		line, err := term.ReadPassword(int(f.Fd()))
		fmt.Fprintln(a.err)
		return string(line), err
	}
	if a.lines == nil {
		a.lines = bufio.NewReader(a.in)
	}
	line, err := a.lines.ReadString('\n')
	fmt.Fprintln(a.err)
	if err == io.EOF {
		err = nil
	}
	return strings.TrimRight(line, "\r\n"), err
}

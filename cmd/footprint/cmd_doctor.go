package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"

	"footprint/internal/audit"
	"footprint/internal/audit/pictures"

	"github.com/spf13/cobra"
	"github.com/zalando/go-keyring"
)

func doctorCommand(a *app) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "doctor",
		Short: "Check the database, the rules and the tools, and say what to do",
		Long: `Doctor reads the whole database, compiles the rules, looks who may read the files, how much room is left, and
which helpers are there. It changes nothing. It fails (exit code 1) if something does not work.`,
		Example: "  footprint doctor\n  footprint doctor --json",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			list, err := audit.Examine(c.Context(), a.path, os.Getenv(envPassphrase))
			if err != nil {
				return err
			}
			list = append(list, a.examineRules())
			list = append(list, examineTools(c.Context())...)
			if asJSON {
				err = a.printJSON(list)
			} else {
				a.printCheckups(list)
			}
			for _, found := range list {
				if found.State == audit.Problem {
					err = errors.Join(err, fmt.Errorf("%s: needs attention", found.Name))
				}
			}
			if err != nil {
				return saidPlainly{err}
			}
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

func (a *app) printCheckups(list []audit.Checkup) {
	for _, c := range list {
		fmt.Fprintf(a.out, "%-8s %-12s %s\n", c.State, c.Name, c.Text)
		if c.Do != "" {
			fmt.Fprintf(a.out, "         %-12s %s\n", "", c.Do)
		}
	}
}

func (a *app) examineRules() audit.Checkup {
	rules, err := a.loadRules()
	if err != nil {
		return audit.Checkup{Name: "rules", State: audit.Problem, Text: err.Error(), Do: "Correct the file named, or leave out --rules."}
	}
	return audit.Checkup{Name: "rules", State: audit.Fine, Text: fmt.Sprintf("%d rules, version %s.", len(rules.Rules()), rules.Version())}
}

// browsers are the programs that can open a page where the system has no way of its own.
func browsers() []string {
	return []string{"xdg-open", "firefox", "chromium", "google-chrome", "brave-browser", "chromium-browser"}
}

func examineTools(ctx context.Context) []audit.Checkup {
	ocr := audit.Checkup{Name: "tesseract", State: audit.Note, Text: "Tesseract is not installed: words in pictures are not read.",
		Do: "Install tesseract-ocr if you want them read; everything else works."}
	if path, err := exec.LookPath("tesseract"); err == nil {
		ocr = audit.Checkup{Name: "tesseract", State: audit.Fine, Text: path}
	}
	heic := audit.Checkup{Name: "heic", State: audit.Fine, Text: "HEIC and AVIF pictures are decoded."}
	if missing := pictures.MissingDecoders(); len(missing) > 0 {
		heic = audit.Checkup{Name: "heic", State: audit.Note, Text: "No program decodes " + strings.ToUpper(strings.Join(missing, " and ")) + ": what these pictures say is read, their pixels are not looked at.",
			Do: "Install libheif (Debian and Ubuntu: libheif-examples), then run: footprint photos read"}
	}
	browser := audit.Checkup{Name: "browser", State: audit.Fine, Text: "the system's own"}
	if runtime.GOOS != "windows" && runtime.GOOS != "darwin" {
		browser = audit.Checkup{Name: "browser", State: audit.Note, Text: "No browser was found.", Do: "Install one, or copy addresses by hand."}
		for _, name := range browsers() {
			if path, err := exec.LookPath(name); err == nil {
				browser.State, browser.Text, browser.Do = audit.Fine, path, ""
				break
			}
		}
	}
	return []audit.Checkup{ocr, heic, browser, examineKeyring(ctx)}
}

// keyringPatience is how long the keyring may take to answer: one that waits for a password never does.
const keyringPatience = 3 * time.Second

func examineKeyring(ctx context.Context) audit.Checkup {
	answer := make(chan error, 1)
	go func() {
		_, err := keyring.Get("footprint", "doctor")
		answer <- err
	}()
	c := audit.Checkup{Name: "keyring", State: audit.Note, Do: "Keys of search services are asked for each time, or taken from the environment."}
	select {
	case err := <-answer:
		if err == nil || errors.Is(err, keyring.ErrNotFound) {
			return audit.Checkup{Name: "keyring", State: audit.Fine, Text: "The system's keyring answers."}
		}
		c.Text = "The system's keyring does not answer: " + strings.TrimSpace(err.Error())
	case <-time.After(keyringPatience):
		c.Text = "The system's keyring does not answer."
	case <-ctx.Done():
		c.Text = ctx.Err().Error()
	}
	return c
}

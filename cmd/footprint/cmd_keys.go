package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"footprint/internal/crawl"

	"github.com/spf13/cobra"
)

func keysCommand(a *app) *cobra.Command {
	c := &cobra.Command{
		Use:   "keys",
		Short: "Keep your own keys for search and breach services in the system's keyring",
		Long: `Keys are yours, one for each service, and stay in the keyring of the system. Where there is none, set the
environment variable FOOTPRINT_KEY_<NAME>, for instance FOOTPRINT_KEY_BRAVE.`,
		Example: "  footprint keys set brave\n  footprint keys list",
		Args:    cobra.NoArgs,
		RunE:    func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(
		&cobra.Command{Use: "set NAME", Short: "Store a key, read from the first line of the input", Example: "  footprint keys set brave\n  footprint keys set kagi < key.txt",
			Args: cobra.ExactArgs(1), RunE: func(_ *cobra.Command, args []string) error { return a.setKey(args[0]) }},
		&cobra.Command{Use: "list", Short: "Say which services have a key, without showing it", Example: "  footprint keys list",
			Args: cobra.NoArgs, RunE: func(*cobra.Command, []string) error { return a.listKeys() }},
		&cobra.Command{Use: "forget NAME", Short: "Remove a key from the keyring", Example: "  footprint keys forget brave",
			Args: cobra.ExactArgs(1), RunE: func(_ *cobra.Command, args []string) error {
				p, err := serviceNamed(args[0])
				if err != nil {
					return err
				}
				return crawl.ForgetKey(p.Name)
			}},
	)
	return c
}

func (a *app) setKey(name string) error {
	p, err := serviceNamed(name)
	if err != nil {
		return err
	}
	if p.KeyURL == "" {
		return usagef("%s needs no key", p.Title)
	}
	fmt.Fprintf(a.err, "%s\nA key can be had at %s\nKey: ", p.Note, p.KeyURL)
	line, err := bufio.NewReader(io.LimitReader(a.in, 4096)).ReadString('\n')
	fmt.Fprintln(a.err)
	key := strings.TrimSpace(line)
	if key == "" {
		if err != nil && err != io.EOF {
			return err
		}
		return usagef("no key was given")
	}
	if err := crawl.SetKey(p.Name, key); err != nil {
		return err
	}
	fmt.Fprintf(a.out, "The key for %s is in the keyring.\n", p.Title)
	return nil
}

func (a *app) listKeys() error {
	for _, p := range crawl.Services() {
		state := "needs no key"
		if p.KeyURL != "" {
			_, where, err := crawl.Key(p.Name)
			switch {
			case err != nil:
				state = "not known: " + err.Error()
			case where == "":
				state = "no key; " + p.KeyURL
			default:
				state = "key in the " + where
			}
		}
		fmt.Fprintf(a.out, "%-8s %s: %s\n", p.Name, p.Title, state)
	}
	return nil
}

// providerNamed returns a row of the table of search services.
func providerNamed(name string) (crawl.Provider, error) {
	var names []string
	for _, p := range crawl.Providers() {
		if p.Name == name {
			return p, nil
		}
		names = append(names, p.Name)
	}
	return crawl.Provider{}, usagef("search service %q: want %s", name, strings.Join(names, ", "))
}

func serviceNamed(name string) (crawl.Service, error) {
	var names []string
	for _, s := range crawl.Services() {
		if s.Name == name {
			return s, nil
		}
		names = append(names, s.Name)
	}
	return crawl.Service{}, usagef("service %q: want %s", name, strings.Join(names, ", "))
}

package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"footprint/internal/audit"
	"footprint/internal/footprint"

	"github.com/spf13/cobra"
)

func profileCommand(a *app) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "profile [set KEY=VALUE...]",
		Short: "Show or change what Footprint knows about you",
		Long: `Profile shows your names, handles, role and workplace, which the rules use to tell you from others. Lists are
separated by commas. An empty value clears. Keys: ` + strings.Join(profileKeys(), ", ") + ".",
		Example: "  footprint profile\n  footprint profile set name='Robin Fairweather' role=doctor jurisdiction=AU employer='Calderport Hospital'",
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 0 && args[0] != "set" {
				return usagef("profile %s: want set KEY=VALUE", args[0])
			}
			return a.with(c.Context(), func(au *audit.Auditor) error {
				if a.consent {
					if err := au.GiveConsent(c.Context()); err != nil {
						return err
					}
				}
				me, err := au.Profile(c.Context())
				if err != nil {
					return err
				}
				if len(args) > 0 {
					if me, err = change(me, args[1:]); err != nil {
						return err
					}
					if err := au.SetProfile(c.Context(), me); err != nil {
						return err
					}
				}
				if asJSON {
					return a.printJSON(me)
				}
				return a.printProfile(me)
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

// profileKeys are the JSON names of footprint.Person that a line of text can set.
func profileKeys() []string {
	return []string{"name", "former_names", "aliases", "handles", "emails", "phones", "role", "specialty", "employer", "place", "jurisdiction",
		"bio", "interests", "relatives", "small_community", "last_advertising_review", "last_public_view_check", "last_security_check"}
}

// change sets keys by way of JSON, so that their names stand in one place.
func change(me footprint.Person, pairs []string) (footprint.Person, error) {
	set := map[string]any{}
	for _, pair := range pairs {
		key, value, ok := strings.Cut(pair, "=")
		if !ok || !slices.Contains(profileKeys(), key) {
			return me, usagef("profile set %q: want KEY=VALUE with one of %s", pair, strings.Join(profileKeys(), ", "))
		}
		value = strings.TrimSpace(value)
		switch key {
		case "former_names", "aliases", "handles", "emails", "phones", "interests", "relatives":
			list := []string{}
			for _, v := range strings.Split(value, ",") {
				if v = strings.TrimSpace(v); v != "" {
					list = append(list, strings.TrimPrefix(v, "@"))
				}
			}
			set[key] = list
		case "small_community":
			set[key] = affirms(value)
		case "last_advertising_review", "last_public_view_check", "last_security_check":
			if value != "" {
				t, err := footprint.ParseTime(value)
				if err != nil {
					return me, usageError{err}
				}
				value = day(t)
			}
			set[key] = value
		case "jurisdiction":
			set[key] = strings.ToUpper(value)
		default:
			set[key] = value
		}
	}
	data, err := json.Marshal(set)
	if err == nil {
		err = json.Unmarshal(data, &me)
	}
	return me, err
}

func (a *app) printProfile(me footprint.Person) error {
	data, err := json.Marshal(me)
	if err != nil {
		return err
	}
	var fields map[string]any
	if err := json.Unmarshal(data, &fields); err != nil {
		return err
	}
	if len(fields) == 0 {
		fmt.Fprintln(a.out, "Nothing is known about you yet. Try: footprint profile set name='…' role=doctor jurisdiction=AU")
	}
	for _, key := range slices.Sorted(maps.Keys(fields)) {
		value := fields[key]
		if list, ok := value.([]any); ok {
			var words []string
			for _, v := range list {
				words = append(words, fmt.Sprint(v))
			}
			value = strings.Join(words, ", ")
		}
		fmt.Fprintf(a.out, "%-16s %s\n", key, clean(fmt.Sprint(value)))
	}
	return nil
}

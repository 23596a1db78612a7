package main

import (
	"cmp"
	"context"
	"fmt"
	"path"
	"strings"

	"footprint/internal/audit"
	"footprint/internal/audit/pictures"
	"footprint/internal/footprint"

	"github.com/spf13/cobra"
)

func photosCommand(a *app) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "photos",
		Short: "Review the pictures of all imports",
		Long: `Photos lists the pictures of all imports, those first that most ask to be looked at. Copies that look the same
stand together, and an answer to one holds for all of them, also for those that come later.

Text in pictures is read, and faces are found, by "footprint photos read". It can be stopped and goes on where it was.`,
		Example: "  footprint photos\n  footprint photos read\n  footprint photos answer 3f2a remove\n  footprint photos places",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return a.with(c.Context(), func(au *audit.Auditor) error { return a.listPhotos(c.Context(), au, asJSON) })
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print the result as JSON")
	c.AddCommand(photosReadCommand(a), photosAnswerCommand(a), photosPlacesCommand(a), photosAreaCommand(a))
	return c
}

// photosShown bounds the list on a terminal; --json prints all.
const photosShown = 30

func (a *app) listPhotos(ctx context.Context, au *audit.Auditor, asJSON bool) error {
	album, err := au.Album(ctx)
	if err != nil {
		return err
	}
	if asJSON {
		return a.printJSON(album)
	}
	state, err := au.PictureState(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(a.out, "%d %s; text and faces looked for in %d, %d wait.\n", len(album), plural(len(album), "picture"), state.Done, state.Waiting)
	if !state.Reader {
		fmt.Fprintln(a.out, "Text in pictures is not read: install Tesseract (Debian and Ubuntu: apt install tesseract-ocr).")
	}
	for i := range album {
		if i == photosShown {
			fmt.Fprintf(a.out, "and %d more (--json lists all)\n", len(album)-i)
			break
		}
		p := &album[i]
		c := &p.Copies[0]
		fmt.Fprintf(a.out, "%s  %s  %s  open tasks %d, copies %d  %s  %s\n", p.ID[:8], cmp.Or(day(c.When()), "no date   "), c.Platform, p.Open, len(p.Copies), path.Base(c.Path), p.Answer)
	}
	return nil
}

func photosReadCommand(a *app) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "read",
		Short:   "Read the text in pictures and find faces, then judge what was read",
		Example: "  footprint photos read",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return a.withConsent(c.Context(), func(au *audit.Auditor) error {
				var r pictures.SightResult
				err := a.watch(func(p *footprint.Progress) (err error) {
					if r, err = au.LookAtPictures(c.Context(), p); err != nil {
						return err
					}
					_, err = au.Analyze(c.Context(), p)
					return err
				})
				if err != nil {
					return err
				}
				if asJSON {
					return a.printJSON(r)
				}
				fmt.Fprintf(a.out, "%d %s looked at: %d with words, %d with faces, %d could not be read.\n", r.Looked, plural(r.Looked, "picture"), r.Text, r.Faces, r.Failed)
				if r.NoReader {
					fmt.Fprintln(a.out, "Text was not read: install Tesseract (Debian and Ubuntu: apt install tesseract-ocr) and run this again.")
				}
				for _, path := range r.Away {
					fmt.Fprintf(a.out, "Not where it was, its pictures wait: %s\n", path)
				}
				return nil
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print the result as JSON")
	return c
}

func photosAnswerCommand(a *app) *cobra.Command {
	var labels []string
	answers := map[string]string{"keep": pictures.PictureKeep, "remove": pictures.PictureRemove, "not-me": pictures.PictureNotMe, "others": pictures.PictureOthers, "none": ""}
	c := &cobra.Command{
		Use:     "answer PICTURE keep|remove|not-me|others|none",
		Short:   "Say what is to become of a picture and of all its copies",
		Example: "  footprint photos answer 3f2a91cc remove\n  footprint photos answer 3f2a91cc keep --label \"clinical area\"",
		Args:    cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			answer, ok := answers[args[1]]
			if !ok {
				return usagef("answer %q: want keep, remove, not-me, others or none", args[1])
			}
			return a.withConsent(c.Context(), func(au *audit.Auditor) error {
				album, err := au.Album(c.Context())
				if err != nil {
					return err
				}
				var found []pictures.Picture
				for _, p := range album {
					if strings.HasPrefix(p.ID, args[0]) {
						found = append(found, p)
					}
				}
				if len(found) != 1 {
					return usagef("%d pictures begin with %q", len(found), args[0])
				}
				return au.AnswerPicture(c.Context(), found[0], answer, labels)
			})
		},
	}
	c.Flags().StringArrayVar(&labels, "label", nil, "what is seen: "+strings.Join(pictures.PictureLabels(), ", ")+"; may be given again")
	return c
}

func photosPlacesCommand(a *app) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "places",
		Short:   "List where pictures were taken, without a network",
		Example: "  footprint photos places",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return a.with(c.Context(), func(au *audit.Auditor) error {
				places, err := au.PhotoPlaces(c.Context())
				if err != nil {
					return err
				}
				if asJSON {
					return a.printJSON(places)
				}
				for _, p := range places {
					fmt.Fprintf(a.out, "%4d %s on %d %s  %.4f, %.4f  %s", p.Pictures, plural(p.Pictures, "picture"), p.Days, plural(p.Days, "day"), p.Lat, p.Lon, p.Name)
					switch {
					case p.Is != "":
						fmt.Fprintf(a.out, "  (your %s)", p.Is)
					case p.Looks != "":
						fmt.Fprintf(a.out, "  (looks like your %s)", p.Looks)
					}
					fmt.Fprintln(a.out)
				}
				return nil
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print the result as JSON")
	return c
}

func photosAreaCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "area home|work|shifts TEXT",
		Short: "Say where you live and work, and when; it stays on this computer",
		Long: `Area marks a home or workplace, by coordinates with a radius or by the name of a city or hospital of the bundled
table, and your hours at work. Each call adds a home or workplace; an empty text takes all of them away. The next
analyze judges with it.`,
		Example: "  footprint photos area work \"-36.8606, 174.7701 300 m; Ward block\"\n  footprint photos area shifts \"mon-fri 08:00-17:00; sat 20:00-08:00\"",
		Args:    cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			change, err := areaChange(args[0], args[1])
			if err != nil {
				return usageError{err}
			}
			return a.withConsent(c.Context(), func(au *audit.Auditor) error {
				me, err := au.Profile(c.Context())
				if err != nil {
					return err
				}
				change(&me)
				return au.SetProfile(c.Context(), me)
			})
		},
	}
}

// areaChange reads what the user says of a place or of the hours at work.
func areaChange(what, text string) (func(*footprint.Person), error) {
	if what == "shifts" {
		shifts, err := footprint.ParseShifts(text)
		return func(me *footprint.Person) { me.Shifts = shifts }, err
	}
	if what != pictures.PlaceHome && what != pictures.PlaceWork {
		return nil, fmt.Errorf("area %q: want home, work or shifts", what)
	}
	if text == "" {
		return func(me *footprint.Person) {
			if what == pictures.PlaceHome {
				me.Homes = nil
			} else {
				me.Workplaces = nil
			}
		}, nil
	}
	area, err := pictures.ParseArea(text)
	return func(me *footprint.Person) { pictures.AddArea(me, what, area) }, err
}

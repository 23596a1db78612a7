package main

import (
	"errors"
	"fmt"
	"slices"

	"footprint/internal/audit/pictures"
	"footprint/internal/footprint"

	"github.com/spf13/cobra"
)

func stripCommand(a *app) *cobra.Command {
	var dir string
	var o pictures.StripOptions
	var asJSON, blur bool
	c := &cobra.Command{
		Use:   "strip IN... -o DIR",
		Short: "Write copies of pictures without hidden data",
		Long: `Strip writes copies of pictures (files, or folders of them) that carry pixels only: no place, no time, no
device, no names, no preview. Orientation is baked in, colours are kept. Faces and readable text can be blurred as well. The
originals are not touched.`,
		Example: "  footprint strip ~/Pictures/ward.jpg -o ~/clean\n  footprint strip ~/Pictures -o ~/clean --blur",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			o.BlurFaces, o.BlurText = o.BlurFaces || blur, o.BlurText || blur
			if dir == "" {
				return usagef("say where the copies go: -o DIR")
			}
			var done []pictures.Stripped
			err := a.watch(func(p *footprint.Progress) (err error) {
				done, err = pictures.Strip(c.Context(), args, dir, o, p)
				return err
			})
			if err != nil {
				return err
			}
			if asJSON {
				err = a.printJSON(done)
			} else {
				a.printStripped(done)
			}
			if err == nil && !slices.ContainsFunc(done, func(d pictures.Stripped) bool { return d.Error == "" }) {
				return saidPlainly{errors.New("nothing was copied: name pictures, or folders that hold some")}
			}
			return err
		},
	}
	c.Flags().StringVarP(&dir, "output", "o", "", "`folder` for the copies")
	c.Flags().BoolVar(&blur, "blur", false, "blur faces and readable text")
	c.Flags().BoolVar(&o.BlurFaces, "blur-faces", false, "blur faces")
	c.Flags().BoolVar(&o.BlurText, "blur-text", false, "blur readable text (needs Tesseract)")
	c.Flags().BoolVar(&asJSON, "json", false, "print the result as JSON")
	return c
}

func (a *app) printStripped(done []pictures.Stripped) {
	for _, d := range done {
		if d.Error != "" {
			fmt.Fprintf(a.out, "%s: not copied: %s\n", d.From, d.Error)
		} else {
			fmt.Fprintf(a.out, "%s -> %s\n", d.From, d.To)
		}
	}
}

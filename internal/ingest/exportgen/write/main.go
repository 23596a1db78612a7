// Command write puts an export of any size on disk, to measure the import with:
//
//	go run ./internal/ingest/exportgen/write -format x -records 100000 -dir /tmp
//
// It prints the name of the file.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"footprint/internal/ingest/exportgen"
)

func main() {
	var o exportgen.Options
	name := flag.String("format", "x", "platform whose export to write")
	dir := flag.String("dir", ".", "folder to write it into")
	flag.IntVar(&o.Records, "records", 100_000, "number of posts, comments, messages or visits")
	flag.IntVar(&o.Media, "media", 0, "number of media files (x)")
	flag.Int64Var(&o.MediaBytes, "media-bytes", 0, "size of one media file")
	flag.IntVar(&o.Telling, "telling", 0, "make every such post say something that a rule minds (x)")
	flag.Parse()
	if err := write(*name, *dir, o); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func write(format, dir string, o exportgen.Options) error {
	for _, known := range exportgen.Formats {
		if known.Name != format {
			continue
		}
		name := filepath.Join(dir, known.File)
		f, err := os.OpenFile(name, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
		if err != nil {
			return fmt.Errorf("create export: %w", err)
		}
		if err := known.Write(f, o); err != nil {
			f.Close()
			return err
		}
		fmt.Println(name)
		return f.Close()
	}
	return fmt.Errorf("no format %q", format)
}

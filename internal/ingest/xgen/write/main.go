// Command write puts an X archive of any size on disk, to measure the import with:
//
//	go run ./internal/ingest/xgen/write -posts 100000 -o /tmp/x.zip
package main

import (
	"flag"
	"fmt"
	"os"

	"footprint/internal/ingest/xgen"
)

func main() {
	var o xgen.Options
	out := flag.String("o", "x.zip", "file to write")
	flag.IntVar(&o.Posts, "posts", 100_000, "number of posts, about 1.3 KB each")
	flag.IntVar(&o.Media, "media", 0, "number of media files")
	flag.Int64Var(&o.MediaBytes, "media-bytes", 0, "size of one media file")
	flag.Parse()
	if err := write(*out, o); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func write(name string, o xgen.Options) error {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("create archive: %w", err)
	}
	if err := xgen.Write(f, o); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

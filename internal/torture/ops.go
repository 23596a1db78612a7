//go:build linux

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"footprint/internal/demo"
	"footprint/internal/ingest/exportgen"
)

// passphrase is that of the database in the operation that encrypts it; others ignore it.
const passphrase = "paper lamp orbit"

// rack is what all operations share.
type rack struct {
	program string
	dir     string
	posts   int
	mu      sync.Mutex // guards the results of operations
}

// op is one long operation with what is tried on it.
type op struct {
	name  string
	base  string                     // database that it begins with
	args  func(work string) []string // of the program; the database is work/test.db
	input string                     // of the program
	extra func(work string) error    // looks at what it made beside the database; nil: nothing
	calm  state                      // what an undisturbed run leads to

	before state         // of the base
	size   int64         // of the base, in bytes
	took   time.Duration // how long a run works on the database that nothing kills, as last seen
	grown  int64         // how many bytes more it needs at most

	kills, killed, fulls, filled int
	losses                       []string
}

func fixed(args ...string) func(string) []string { return func(string) []string { return args } }

// prepare makes exports, pictures, and the databases that the operations begin with.
func (r *rack) prepare(ctx context.Context) ([]op, error) {
	demos, err := demo.Write(r.dir)
	if err != nil {
		return nil, err
	}
	large := filepath.Join(r.dir, "x.zip")
	photos := filepath.Join(r.dir, "photos")
	if err := errors.Join(writeExport(large, r.posts), writePhotos(photos, 40)); err != nil {
		return nil, err
	}
	var pages []string
	for _, p := range demos {
		if strings.HasSuffix(p, ".html") || strings.HasSuffix(p, ".mhtml") {
			pages = append(pages, p)
		}
	}
	db := func(name string) string { return filepath.Join(r.dir, name+".db") }
	steps := []struct {
		db   string
		args []string
	}{
		{"decided", []string{"profile", "set", "name=Rowan Ashgrove", "role=doctor", "--consent"}},
		{"decided", append([]string{"audit"}, demos[:3]...)},
	}
	for _, s := range steps {
		if err := r.call(ctx, db(s.db), s.args...); err != nil {
			return nil, err
		}
	}
	if err := r.decide(ctx, db("decided")); err != nil {
		return nil, err
	}
	if err := copyFile(db("decided"), db("imported")); err != nil {
		return nil, err
	}
	if err := r.call(ctx, db("imported"), "import", large); err != nil {
		return nil, err
	}
	backup := filepath.Join(r.dir, "backup.db")
	if err := r.call(ctx, db("imported"), "backup", backup); err != nil {
		return nil, err
	}
	ops := []op{
		{name: "import", base: db("decided"), args: fixed("import", large)},
		{name: "analyse", base: db("imported"), args: fixed("analyze")},
		{name: "photos", base: db("decided"), args: fixed("audit", "--photos", photos)},
		{name: "search", base: db("decided"), args: fixed(append([]string{"search", "--saved"}, pages...)...)},
		{name: "verify", base: db("decided"), args: fixed("verify", "--yes", "--no-archives")},
		{name: "backup", base: db("imported"), args: func(work string) []string { return []string{"backup", filepath.Join(work, "copy.db")} }, extra: wholeCopy},
		{name: "restore", base: db("decided"), args: fixed("restore", backup)},
		{name: "encrypt", base: db("imported"), args: fixed("passphrase", "set"), input: passphrase + "\n" + passphrase + "\n"},
	}
	old, err := filepath.Glob("internal/store/testdata/schema-*.db")
	for _, file := range old {
		ops = append(ops, op{name: "migrate " + strings.TrimSuffix(strings.TrimPrefix(filepath.Base(file), "schema-"), ".db"), base: file, args: fixed("list", "--all")})
	}
	return ops, err
}

// decide gives every status to some tasks.
func (r *rack) decide(ctx context.Context, db string) error {
	rows, err := checklist(ctx, db)
	if err != nil {
		return err
	}
	if len(rows) < 12 {
		return fmt.Errorf("only %d rows to decide on", len(rows))
	}
	return errors.Join(
		r.call(ctx, db, append([]string{"done", "--note", "deleted it"}, rows[:6]...)...),
		r.call(ctx, db, append([]string{"keep", "--note", "fine as it is"}, rows[6:9]...)...),
		r.call(ctx, db, append([]string{"snooze", "--until", "2099-01-01"}, rows[9:11]...)...),
		r.call(ctx, db, "dismiss", rows[11]))
}

// call runs the program to its end.
func (r *rack) call(ctx context.Context, db string, args ...string) error {
	c := r.command(ctx, db, "", args...)
	out, err := c.CombinedOutput()
	if err != nil {
		return fmt.Errorf("footprint %s: %w\n%s", strings.Join(args, " "), err, out)
	}
	return nil
}

func (r *rack) command(ctx context.Context, db, input string, args ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, r.program, append([]string{"--db", db}, args...)...)
	c.Env = append(os.Environ(), "FOOTPRINT_PASSPHRASE="+passphrase, "TMPDIR="+filepath.Dir(db), "XDG_DATA_HOME="+filepath.Dir(db), "XDG_CACHE_HOME="+filepath.Dir(db))
	c.Stdin = strings.NewReader(input)
	return c
}

func writeExport(path string, posts int) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	for _, format := range exportgen.Formats {
		if format.Name == "x" {
			return errors.Join(format.Write(f, exportgen.Options{Records: posts}), f.Close())
		}
	}
	return errors.Join(errors.New("no generator of X exports"), f.Close())
}

// writePhotos makes pictures that differ.
func writePhotos(dir string, n int) error {
	if err := os.Mkdir(dir, 0o700); err != nil {
		return err
	}
	for i := range n {
		img := image.NewGray(image.Rect(0, 0, 320, 240))
		for x := range 320 {
			for y := range 240 {
				img.SetGray(x, y, color.Gray{uint8((x*x*(i+3) + y*y*(i+1)) >> 8)})
			}
		}
		var b bytes.Buffer
		if err := jpeg.Encode(&b, img, nil); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("photo-%02d.jpg", i)), b.Bytes(), 0o600); err != nil {
			return err
		}
	}
	return nil
}

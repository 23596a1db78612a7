// Package pinterest reads Pinterest's data export: one page of HTML or several, up to hundreds of megabytes, as a
// stream of lines. Facts stand in shared/formats/pinterest.md.
package pinterest

import (
	"bytes"
	"context"
	"iter"
	"path"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// Layout2018 is the only layout that is known; older pages lack some lines.
const Layout2018 = "2018"

// Platform returns the reader of Pinterest exports.
func Platform() ingest.Platform {
	return ingest.Platform{
		ID: "pinterest", Name: "Pinterest",
		Ask:       "Settings, Privacy and data, Request your data. The mail comes after two days or more; its link is valid for a few days.",
		AskURL:    "https://www.pinterest.com/settings/privacy",
		Reads:     "pins and saved pins, boards, comments, follows, likes, messages, searches, profile, sessions, apps, advertising, contacts, settings",
		Lacks:     "pictures, who else saved a pin",
		Recognize: recognize,
		Read:      read,
	}
}

const (
	sniffBytes   = 64 << 10
	maxSniffed   = 60 // pages
	maxPerFolder = 3
)

func recognize(a *ingest.Archive) []ingest.Found {
	folders := map[string]int{}
	sniffed, others := 0, 0
	var roots []string
	for _, name := range a.Names() {
		if !isHTML(name) {
			others++
			continue
		}
		dir := path.Dir(name)
		if folders[dir]++; folders[dir] > maxPerFolder || sniffed >= maxSniffed || inside(dir, roots) {
			continue
		}
		sniffed++
		if isPage(a.Head(name, sniffBytes)) {
			roots = append(roots, dir)
		}
	}
	var found []ingest.Found
	for _, root := range roots {
		f := ingest.Found{Root: root, Layout: Layout2018, Format: "html"}
		if others > 0 {
			f.Claims = isHTML
		}
		found = append(found, f)
	}
	return found
}

func inside(dir string, roots []string) bool {
	for _, r := range roots {
		if r == "." || dir == r || strings.HasPrefix(dir, r+"/") {
			return true
		}
	}
	return false
}

func isHTML(name string) bool {
	ext := path.Ext(name)
	return strings.EqualFold(ext, ".html") || strings.EqualFold(ext, ".htm")
}

// isPage wants the element that holds the lists, a heading, and a word of Pinterest.
func isPage(head []byte) bool {
	if !bytes.Contains(head, []byte(`id="contents"`)) && !bytes.Contains(head, []byte("id=contents")) || !bytes.Contains(head, []byte("<h1")) {
		return false
	}
	for _, word := range []string{"pinterest.com/", "Is a repin:", "Board Id:", "pinimg.com"} {
		if bytes.Contains(head, []byte(word)) {
			return true
		}
	}
	return false
}

func read(ctx context.Context, x *ingest.Export) iter.Seq2[footprint.Item, error] {
	return func(yield func(footprint.Item, error) bool) {
		r := &reader{x: x, ctx: ctx, yield: yield, secret: map[string]bool{}, addresses: map[string]bool{}}
		for _, name := range x.Files() {
			if isHTML(name) && !r.survey(name) {
				r.yield(footprint.Item{}, ctx.Err())
				return
			}
		}
		for _, name := range x.Files() {
			if isHTML(name) && !r.page(name) {
				return
			}
		}
	}
}

type reader struct {
	x         *ingest.Export
	ctx       context.Context
	yield     func(footprint.Item, error) bool
	secret    map[string]bool // ids and names of secret boards
	addresses map[string]bool // network addresses already told
}

// maxRemembered bounds boards and addresses kept for one export.
const maxRemembered = 50_000

// survey goes through a page for what earlier items depend on: the owner, and which boards are secret. It
// returns false when cancelled; what is damaged is reported when the page is read.
func (r *reader) survey(name string) bool {
	boards := r.hasBoards(name)
	f, err := r.x.Archive.Open(r.x.Path(name))
	if err != nil {
		return true
	}
	defer f.Close()
	for rec, err := range records(f) {
		if r.ctx.Err() != nil {
			return false
		}
		if err != nil {
			continue
		}
		r.owner(rec)
		if !boards && len(r.x.Owner.Handles) > 0 {
			break // the pins that follow tell nothing more
		}
		if rec.section.name == "board" && len(r.secret) < maxRemembered && (isTrue(rec.get("Secret", "Is Secret", "Private")) || strings.EqualFold(rec.get("Privacy"), "secret")) {
			for _, key := range []string{rec.get("Board Id", "Id"), rec.get("Name", "Board Name", "Title")} {
				if key != "" {
					r.secret[key] = true
				}
			}
		}
	}
	return r.ctx.Err() == nil
}

// hasBoards looks through a page for a heading of boards, which is far quicker than reading it.
func (r *reader) hasBoards(name string) bool {
	f, err := r.x.Archive.Open(r.x.Path(name))
	if err != nil {
		return false
	}
	defer f.Close()
	const overlap = 256
	buf := make([]byte, 0, sniffBytes)
	for r.ctx.Err() == nil {
		n, err := f.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		for rest := buf; ; {
			i := bytes.Index(rest, []byte("<h1"))
			if i < 0 {
				break
			}
			rest = rest[i+3:]
			title, _, _ := bytes.Cut(rest[:min(len(rest), overlap-3)], []byte("</h1"))
			if bytes.Contains(title, []byte("oard")) {
				return true
			}
		}
		if err != nil {
			return false
		}
		keep := min(len(buf), overlap)
		buf = buf[:copy(buf, buf[len(buf)-keep:])]
	}
	return false
}

// owner takes the account's name from a pin, or name and address from the profile.
func (r *reader) owner(rec record) {
	o := &r.x.Owner
	section := rec.section.name
	if section != "pin" && section != "profile" {
		return
	}
	if user := rec.get("Username", "User name"); user != "" && len(o.Handles) == 0 {
		o.Handles = []string{user}
	}
	if section != "profile" {
		return
	}
	if e := rec.get("Email", "Email address", "E-mail"); strings.Contains(e, "@") && len(o.Emails) == 0 {
		o.Emails = []string{e}
	}
	if n := rec.get("Full name", "Name"); n != "" && o.Name == "" {
		o.Name = n
	}
}

// page reads one file.
func (r *reader) page(name string) bool {
	f, err := r.x.Open(name)
	if err != nil {
		return r.yield(footprint.Item{}, err)
	}
	defer f.Close()
	n := int64(0)
	for rec, err := range records(f) {
		if err != nil {
			if !r.yield(footprint.Item{}, r.x.Failed(name, n+1, err)) {
				return false
			}
			continue
		}
		for _, it := range rec.section.read(r, rec) {
			if r.ctx.Err() != nil {
				r.yield(footprint.Item{}, r.ctx.Err())
				return false
			}
			n++
			it.Origin = footprint.Origin{File: r.x.Path(name), Pos: n}
			if !r.yield(it, nil) {
				return false
			}
		}
	}
	return true
}

func isTrue(s string) bool { return strings.EqualFold(s, "true") || strings.EqualFold(s, "yes") }

// text turns a value into words.
func text(s string) string { return strings.TrimSpace(ingest.CleanText(s)) }

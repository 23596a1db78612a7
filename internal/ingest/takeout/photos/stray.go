package photos

import (
	"path"
	"regexp"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// elsewhere looks for the media of a sidecar that has none beside it: in the folder of the year it was taken,
// or in the only one that has a file of that name.
func (l *library) elsewhere(d *folder, file string, taken time.Time) []string {
	n := parse(file)
	wanted := picture(n.base)
	if n.number != "" {
		wanted = stem(wanted) + "(" + n.number + ")" + path.Ext(wanted)
	}
	var found *folder
	for _, other := range l.byMedia[wanted] {
		if strings.HasSuffix(other.dir, taken.Format("2006")) {
			found = other
			break
		}
	}
	if found == nil && len(l.byMedia[wanted]) == 1 {
		found = l.byMedia[wanted][0]
	}
	if found == nil || found == d {
		return nil
	}
	media := found.files[wanted]
	if sidecar := found.m.of[media]; sidecar != "" {
		return found.m.parts[sidecar]
	}
	return []string{media}
}

var stamp = regexp.MustCompile(`(?:^|[^0-9])((?:19|20)\d{2})[-_]?(\d{2})[-_]?(\d{2})(?:[-_ ]|T)?(\d{2})?[-_.]?(\d{2})?[-_.]?(\d{2})?`)

// alone hands out a picture without a sidecar; its name may tell when it was taken.
func (l *library) alone(d *folder, f name) {
	if !ingest.IsMedia(f.file) && !isMoving(f.file) {
		return // the ledger shows it as unknown
	}
	for _, other := range l.byMedia[f.whole] {
		if other != d && other.hasSidecar(f.whole) && l.size(other, f.whole) == l.size(d, f.whole) {
			l.r.X.Media(f.file) // described there
			return
		}
	}
	it := footprint.Item{Kind: footprint.KindPhoto, Author: footprint.AuthorSelf, Title: ingest.CleanText(path.Base(f.file)), Container: d.title, Visibility: d.visible, URL: l.at.Page}
	if m := stamp.FindStringSubmatch(path.Base(f.file)); m != nil {
		it.Created = ingest.Plausible(parseStamp(m[1:]))
	}
	l.r.At(f.file)
	l.attach(&it, []string{f.file})
	if k := l.key(&it); !l.seen[k] {
		l.seen[k] = true
		l.r.Emit(0, it)
	}
}

func (d *folder) hasSidecar(whole string) bool { return d.m.of[d.files[whole]] != "" }

func (l *library) size(d *folder, whole string) int64 {
	return l.r.X.Archive.Size(l.r.X.Path(d.files[whole]))
}

func parseStamp(m []string) time.Time {
	day, err := time.Parse("20060102", m[0]+m[1]+m[2])
	if err != nil {
		return time.Time{}
	}
	if at, err := time.Parse("20060102150405", m[0]+m[1]+m[2]+m[3]+m[4]+m[5]); err == nil {
		return at
	}
	return day
}

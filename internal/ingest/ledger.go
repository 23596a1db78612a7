package ingest

import (
	"maps"
	"path"
	"slices"
	"strings"

	"footprint/internal/footprint"
)

// Ledger accounts for every file of an export, each in exactly one place: failed, read, media, skipped or
// unknown (in this order of precedence). It is not safe for concurrent use; the goroutine that reads the
// export keeps it.
type Ledger struct {
	read    map[string]map[footprint.Kind]int
	media   map[string]bool
	skipped map[string]string
	failed  map[string]*Failure
	unknown []string
}

// Failure is a file that could not be read, or not wholly.
type Failure struct {
	File   string                 `json:"file"`
	At     int64                  `json:"at"` // record number from 1; 0 for the file as a whole
	Error  string                 `json:"error"`
	More   int                    `json:"more,omitempty"` // further records of the file that failed
	Counts map[footprint.Kind]int `json:"counts,omitempty"`
}

// newLedger returns an empty ledger.
func newLedger() *Ledger {
	return &Ledger{
		read:    map[string]map[footprint.Kind]int{},
		media:   map[string]bool{},
		skipped: map[string]string{},
		failed:  map[string]*Failure{},
	}
}

// opened enters a file as read.
func (l *Ledger) opened(file string) {
	if l.read[file] == nil {
		l.read[file] = map[footprint.Kind]int{}
	}
}

// counted adds one record of a kind to a file.
func (l *Ledger) counted(file string, kind footprint.Kind) {
	l.opened(file)
	l.read[file][kind]++
}

// Media enters a file as a picture, video, sound or document that items refer to.
func (l *Ledger) Media(file string) { l.media[file] = true }

// Skipped enters a file as deliberately not read.
func (l *Ledger) Skipped(file, reason string) { l.skipped[file] = reason }

// Failed enters a record error.
func (l *Ledger) Failed(e *RecordError) {
	if f := l.failed[e.File]; f != nil {
		f.More++
		return
	}
	l.failed[e.File] = &Failure{File: e.File, At: e.Pos, Error: e.Err.Error()}
}

// close enters every file below the export's root that nobody spoke for: media by its extension, clutter
// of operating systems as skipped, the rest as unknown.
func (l *Ledger) close(x *Export) {
	l.unknown = nil
	for _, name := range x.Files() {
		file := x.Path(name)
		switch {
		case l.has(file):
		case isClutter(file):
			l.Skipped(file, clutterReason)
		case IsMedia(file):
			l.Media(file)
		default:
			l.unknown = append(l.unknown, file)
		}
	}
}

func (l *Ledger) has(file string) bool {
	_, read := l.read[file]
	_, skipped := l.skipped[file]
	_, failed := l.failed[file]
	return read || skipped || failed || l.media[file]
}

// Entry is one file of the ledger with its record counts by kind.
type Entry struct {
	File   string                 `json:"file"`
	Counts map[footprint.Kind]int `json:"counts"`
}

// Skip is one file that was deliberately not read.
type Skip struct {
	File   string `json:"file"`
	Reason string `json:"reason"`
}

// Summary is the ledger in the form that `inspect --json` prints and the store keeps.
type Summary struct {
	Read    []Entry   `json:"read"`
	Media   int       `json:"media"`
	Skipped []Skip    `json:"skipped"`
	Unknown []string  `json:"unknown"`
	Failed  []Failure `json:"failed"`
}

// Summary returns the ledger, each list sorted by file.
func (l *Ledger) Summary() Summary {
	s := Summary{Read: []Entry{}, Skipped: []Skip{}, Unknown: append([]string{}, l.unknown...), Failed: []Failure{}}
	for _, file := range slices.Sorted(maps.Keys(l.failed)) {
		f := *l.failed[file]
		f.Counts = l.read[file]
		s.Failed = append(s.Failed, f)
	}
	for _, file := range slices.Sorted(maps.Keys(l.read)) {
		if l.failed[file] == nil {
			s.Read = append(s.Read, Entry{file, l.read[file]})
		}
	}
	for file := range l.media {
		if l.failed[file] == nil && l.read[file] == nil {
			s.Media++
		}
	}
	for _, file := range slices.Sorted(maps.Keys(l.skipped)) {
		if l.failed[file] == nil && l.read[file] == nil && !l.media[file] {
			s.Skipped = append(s.Skipped, Skip{file, l.skipped[file]})
		}
	}
	return s
}

// Counts returns the number of items by kind over all files.
func (l *Ledger) Counts() map[footprint.Kind]int {
	sum := map[footprint.Kind]int{}
	for _, counts := range l.read {
		for kind, n := range counts {
			sum[kind] += n
		}
	}
	return sum
}

var mediaTypes = map[string]string{
	".jpg": footprint.MediaPhoto, ".jpeg": footprint.MediaPhoto, ".png": footprint.MediaPhoto, ".gif": footprint.MediaPhoto,
	".webp": footprint.MediaPhoto, ".heic": footprint.MediaPhoto, ".heif": footprint.MediaPhoto, ".avif": footprint.MediaPhoto,
	".tif": footprint.MediaPhoto, ".tiff": footprint.MediaPhoto, ".bmp": footprint.MediaPhoto, ".dng": footprint.MediaPhoto,
	".mp4": footprint.MediaVideo, ".mov": footprint.MediaVideo, ".m4v": footprint.MediaVideo, ".3gp": footprint.MediaVideo,
	".webm": footprint.MediaVideo, ".avi": footprint.MediaVideo, ".mkv": footprint.MediaVideo, ".srt": footprint.MediaVideo,
	".mp3": footprint.MediaAudio, ".m4a": footprint.MediaAudio, ".aac": footprint.MediaAudio, ".ogg": footprint.MediaAudio,
	".opus": footprint.MediaAudio, ".wav": footprint.MediaAudio, ".amr": footprint.MediaAudio, ".oga": footprint.MediaAudio,
	".pdf": footprint.MediaFile, ".vcf": footprint.MediaFile, ".tgs": footprint.MediaFile,
}

// MediaType returns the media type by the file's extension, or "".
func MediaType(file string) string { return mediaTypes[strings.ToLower(path.Ext(file))] }

// IsMedia reports whether the extension is that of a picture, video, sound or attached document.
func IsMedia(file string) bool { return MediaType(file) != "" }

const clutterReason = "left by the operating system, holds no data"

func isClutter(file string) bool {
	base := path.Base(file)
	return base == ".DS_Store" || base == "Thumbs.db" || base == "desktop.ini" || strings.HasPrefix(base, "._") ||
		strings.HasPrefix(file, "__MACOSX/") || strings.Contains(file, "/__MACOSX/")
}

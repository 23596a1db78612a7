package ingest

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"footprint/internal/footprint"
)

// ErrPhotos says that an archive or folder holds pictures and no export: it can be imported as photos.
var ErrPhotos = fmt.Errorf("%w: a collection of pictures; import as photos", footprint.ErrNotRecognised)

// Detect asks every platform which of its exports lie in the archive, and shares the files out: a file
// belongs to the export with the deepest root above it that claims it. [Archive.Leftovers] lists the
// others. When there is no export, or two platforms claim the same files, the error wraps
// footprint.ErrNotRecognised and says which; for a collection of pictures it is [ErrPhotos].
func Detect(a *Archive, platforms []Platform) ([]*Export, error) {
	byRoot := map[string][]*Export{}
	var exports []*Export
	for _, p := range platforms {
		for _, f := range p.Recognize(a) {
			f.Root = path.Clean(f.Root)
			rivals := byRoot[f.Root]
			if slices.ContainsFunc(rivals, func(x *Export) bool { return x.Platform.ID == p.ID }) {
				continue
			}
			x := NewExport(p, f, a)
			for _, r := range rivals {
				if r.Claims == nil && f.Claims == nil {
					return nil, fmt.Errorf("%w: both %s and %s claim the folder %q", footprint.ErrNotRecognised, r.Platform.ID, p.ID, f.Root)
				}
			}
			byRoot[f.Root] = append(rivals, x)
			exports = append(exports, x)
		}
	}
	if len(exports) == 0 {
		return nil, a.notRecognised()
	}
	share(a, exports, byRoot)
	slices.SortFunc(exports, func(x, y *Export) int {
		if c := strings.Compare(x.Root, y.Root); c != 0 {
			return c
		}
		return strings.Compare(x.Platform.ID, y.Platform.ID)
	})
	return exports, nil
}

// share gives each file of the archive to at most one export.
func share(a *Archive, exports []*Export, byRoot map[string][]*Export) {
	if len(exports) == 1 && exports[0].Claims == nil {
		return // NewExport gave it all files below its root
	}
	for _, x := range exports {
		x.files = nil
	}
	for _, name := range a.names {
		if x := owner(name, byRoot); x != nil {
			x.files = append(x.files, x.relative(name))
		}
	}
}

// owner climbs from the file's folder to the top and returns the first export that claims the file; one
// without a Claims function takes what the others at its root leave.
func owner(name string, byRoot map[string][]*Export) *Export {
	for dir := path.Dir(name); ; dir = path.Dir(dir) {
		var rest *Export
		for _, x := range byRoot[dir] {
			if x.Claims == nil {
				rest = x
			} else if x.Claims(x.relative(name)) {
				return x
			}
		}
		if rest != nil || dir == "." {
			return rest
		}
	}
}

func (a *Archive) notRecognised() error {
	pictures, others := 0, 0
	for _, name := range a.names {
		switch {
		case isClutter(name):
		case MediaType(name) == footprint.MediaPhoto, MediaType(name) == footprint.MediaVideo:
			pictures++
		default:
			others++
		}
	}
	switch {
	case pictures+others == 0 && len(a.Refused) > 0:
		return fmt.Errorf("%w: none of its %d entries could be taken in: %w", footprint.ErrNotRecognised, len(a.Refused), a.Refused[0].Err)
	case pictures+others == 0:
		return fmt.Errorf("%w: it holds no files", footprint.ErrNotRecognised)
	case pictures > 4*others:
		return ErrPhotos
	}
	return fmt.Errorf("%w: no known platform writes these files", footprint.ErrNotRecognised)
}

// Leftover is a file of the archive that belongs to no export.
type Leftover struct {
	Path   string `json:"path"`
	Reason string `json:"reason"`
}

// Leftovers lists the files of the archive that belong to none of the exports, and the refused entries.
// Together with the ledgers of the exports it names every file of the archive once.
func (a *Archive) Leftovers(exports []*Export) []Leftover {
	owned := make(map[string]bool, len(a.names))
	for _, x := range exports {
		for _, name := range x.files {
			owned[x.Path(name)] = true
		}
	}
	left := []Leftover{}
	for _, name := range a.names {
		if !owned[name] {
			left = append(left, Leftover{name, leftoverReason(name)})
		}
	}
	for _, r := range a.Refused {
		left = append(left, Leftover{r.File, r.Err.Error()})
	}
	return left
}

func leftoverReason(name string) string {
	switch ext := strings.ToLower(path.Ext(name)); {
	case isClutter(name):
		return clutterReason
	case ext == ".zip", ext == ".tgz", ext == ".gz", ext == ".tar", ext == ".7z", ext == ".rar":
		return "an archive inside the archive; open it by itself"
	case IsMedia(name):
		return "a picture, video or document outside of any export"
	}
	return "belongs to no known export"
}

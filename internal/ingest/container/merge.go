package container

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"footprint/internal/footprint"
)

// volume is one opened path with its entries.
type volume struct {
	base    string // file name
	src     source
	entries []entry
	single  bool // one file that is no container
	folder  bool
}

var (
	packedExt  = regexp.MustCompile(`(?i)\.(zip|tgz|tar\.gz|tar)$`)
	copyMark   = regexp.MustCompile(`\s*\(\d{1,3}\)$`)
	endingDate = regexp.MustCompile(`(\d{4}[-_.]\d{1,2}[-_.]\d{1,2}|\d{1,2}[-_.]\d{1,2}[-_.]\d{4})$`)
	partNumber = regexp.MustCompile(`(?i)^(.+?)(?:[-_. ]*part[-_. ]*|[-_. ])0*(\d{1,3})$`)
	randomTail = regexp.MustCompile(`^(.*(?:\d{4}[-_.]\d{1,2}[-_.]\d{1,2}|\d{1,2}[-_.]\d{1,2}[-_.]\d{4}))[-_][0-9A-Za-z]{6,64}$`)
)

// family returns what the file names of the parts of one delivery have in common, and the part's number
// or 0. "takeout-20240516T230250Z-002.zip" is part 2 of "takeout-20240516t230250z"; a random tail behind a
// date ("facebook-jane-2024-05-02-AbCd1234.zip") belongs to the part, not to the delivery.
func family(base string) (stem string, part int) {
	stem = copyMark.ReplaceAllString(packedExt.ReplaceAllString(base, ""), "")
	if m := partNumber.FindStringSubmatch(stem); m != nil && !endingDate.MatchString(stem) {
		stem = m[1]
		part, _ = strconv.Atoi(m[2])
	}
	if m := randomTail.FindStringSubmatch(stem); m != nil {
		stem = m[1]
	}
	return strings.ToLower(stem), part
}

// set is the volumes of one delivery.
type set struct {
	stem    string
	volumes []*volume
	top     bool // stands at the top of the file system
}

// merge settles the names. One delivery stands at the top; of several archives or folders, each stands in
// a folder of its own. A folder given alone stands at the top together with the deliveries that lie in it.
func (f *FS) merge(vols []*volume) error {
	sets := sortIntoSets(vols)
	total := 0
	for _, v := range vols {
		total += len(v.entries)
	}
	f.entries = make(map[string]*entry, total)
	f.names = make([]string, 0, total)
	for _, s := range sets {
		f.missing(s)
		if err := f.mergeSet(s); err != nil {
			return err
		}
	}
	return nil
}

func sortIntoSets(vols []*volume) []*set {
	var sets []*set
	byStem := map[string]*set{}
	folders := 0
	for _, v := range vols {
		stem, _ := family(v.base)
		switch {
		case v.single:
			stem = "/files"
		case v.folder && len(v.entries) == 0 && len(vols) > 1:
			continue // held nothing but archives
		case v.folder:
			folders++
			stem = "/" + strconv.Itoa(folders)
		}
		s := byStem[stem]
		if s == nil {
			s = &set{stem: stem, top: v.single}
			byStem[stem] = s
			sets = append(sets, s)
		}
		s.volumes = append(s.volumes, v)
	}
	for _, s := range sets {
		s.top = s.top || len(sets) == 1 || s.volumes[0].folder && folders == 1
		slices.SortStableFunc(s.volumes, func(a, b *volume) int {
			_, x := family(a.base)
			_, y := family(b.base)
			return x - y
		})
	}
	return sets
}

// missing notes the numbers that a set leaves out. One part alone tells nothing unless it is not the first.
func (f *FS) missing(s *set) {
	have := map[int]bool{}
	last := 0
	for _, v := range s.volumes {
		n := 0
		if !v.single && !v.folder {
			_, n = family(v.base)
		}
		have[max(n, 1)] = true
		last = max(last, n)
	}
	const most = 200
	for n := 1; n < last && n <= most; n++ {
		if !have[n] {
			f.notes = append(f.notes, fmt.Sprintf("part %d of %s is missing", n, s.stem))
		}
	}
}

// mergeSet enters the volumes of one delivery. Two parts may hold the same file; where they hold different
// files of one name, the later stands in a folder named after its part, and when that is so for most of
// them, they are two deliveries and all of the later stands there.
func (f *FS) mergeSet(s *set) error {
	for i, v := range s.volumes {
		prefix, own := "", folderName(v.base)+"/"
		if !s.top {
			prefix = folderName(s.volumes[0].base) + "/"
		}
		clash := 0
		for j := 0; j < len(v.entries) && i > 0; j++ {
			if other := f.entries[foldKey(prefix+v.entries[j].name)]; other != nil && !same(other, &v.entries[j]) {
				clash++
			}
		}
		if clash*2 > len(v.entries) {
			prefix = own
		}
		for j := range v.entries {
			if err := f.enter(&v.entries[j], prefix, own); err != nil {
				return err
			}
		}
	}
	return nil
}

// enter puts one entry under its final name.
func (f *FS) enter(e *entry, prefix, own string) error {
	if len(f.names) >= maxFiles {
		return fmt.Errorf("%w: more than %d files", footprint.ErrTooLarge, maxFiles)
	}
	name := prefix + e.name
	key := foldKey(name)
	if other := f.entries[key]; other != nil {
		switch {
		case other.src == e.src:
			f.refuse(name, errTwice)
			return nil
		case same(other, e) && other.name == name:
			return nil
		}
		name = own + e.name
		if key = foldKey(name); f.entries[key] != nil {
			f.refuse(name, errTwice)
			return nil
		}
	}
	e.name = name
	f.entries[key] = e
	f.names = append(f.names, name)
	return nil
}

// same reports whether two entries are known, without reading them, to hold the same content.
func same(a, b *entry) bool {
	return a.size == b.size && a.hasSum && b.hasSum && a.sum == b.sum
}

// folderName is the name of the folder that stands for an archive.
func folderName(base string) string {
	name := strings.Trim(packedExt.ReplaceAllString(base, ""), ". ")
	if cleaned, err := cleanName(name); err == nil && !strings.Contains(cleaned, "/") {
		return cleaned
	}
	return "archive"
}

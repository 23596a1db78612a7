package x

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"encoding/json"

	"footprint/internal/footprint"
	"footprint/internal/ingest/jsonstream"
)

// manifest is data/manifest.js: whose archive it is and what it should hold.
type manifest struct {
	UserInfo struct {
		AccountID   text `json:"accountId"`
		UserName    text `json:"userName"`
		DisplayName text `json:"displayName"`
	} `json:"userInfo"`
	ArchiveInfo struct {
		GenerationDate   text  `json:"generationDate"`
		IsPartialArchive *bool `json:"isPartialArchive"`
	} `json:"archiveInfo"`
	DataTypes map[string]struct {
		Files []struct {
			FileName text `json:"fileName"`
			Count    text `json:"count"`
		} `json:"files"`
	} `json:"dataTypes"`
}

// readManifest takes the owner from the manifest and says whether the archive claims to be complete.
func (r *reader) readManifest() {
	name := r.dir + "manifest.js"
	if !r.x.Has(name) {
		return
	}
	f, err := r.x.Open(name)
	if err != nil {
		r.fail(name, 0, err)
		return
	}
	defer f.Close()
	for v, err := range jsonstream.Walk(f, "") {
		if err == nil {
			err = json.Unmarshal(v.Raw, &r.manifest)
		}
		if err != nil {
			r.fail(name, 0, fmt.Errorf("%w: %w", footprint.ErrDamaged, err))
		}
		break
	}
	r.own(string(r.manifest.UserInfo.AccountID), string(r.manifest.UserInfo.UserName), string(r.manifest.UserInfo.DisplayName))
	if partial := r.manifest.ArchiveInfo.IsPartialArchive; partial != nil {
		r.x.Complete = footprint.TriOf(!*partial)
		if *partial {
			r.remark("X says that this archive is incomplete; request it again later")
		}
	}
}

// own enters what is known of the owner; earlier sources win.
func (r *reader) own(id, handle, name string) {
	o := &r.x.Owner
	if o.ID == "" {
		o.ID = id
	}
	if handle = strings.TrimPrefix(handle, "@"); handle != "" && !slices.Contains(o.Handles, handle) {
		o.Handles = append(o.Handles, handle)
	}
	if o.Name == "" {
		o.Name = name
	}
	r.accountID = o.ID
	if len(o.Handles) > 0 {
		r.handle = o.Handles[0]
		r.people[r.accountID] = r.handle
	}
}

// compareWithManifest tells what the manifest promises and the archive does not hold.
func (r *reader) compareWithManifest() {
	var missing []string
	for _, kind := range slices.Sorted(maps.Keys(r.manifest.DataTypes)) {
		for _, file := range r.manifest.DataTypes[kind].Files {
			name := string(file.FileName)
			want, err := strconv.ParseInt(string(file.Count), 10, 64)
			got, read := r.counted[name]
			switch {
			case !r.x.Has(name):
				if want > 0 || err != nil {
					missing = append(missing, path.Base(name))
				}
			case err == nil && read && got != want:
				r.remark("%s: the manifest promises %d records, %d were found", path.Base(name), want, got)
			}
		}
	}
	if len(missing) > 0 {
		r.remark("promised by the manifest but missing: %s", strings.Join(missing, ", "))
		if r.x.Complete == footprint.Yes {
			r.x.Complete = footprint.No
		}
	}
}

package photos

import (
	"testing"
	"testing/fstest"

	"footprint/internal/footprint"
	"footprint/internal/ingest/ingesttest"
)

func TestFolderOfPictures(t *testing.T) {
	r := ingesttest.Read(t, Platform(), ingesttest.FS("folder", fstest.MapFS{"a.jpg": {Data: []byte{1}}, "Trip/b.MP4": {Data: []byte{2}}, "Trip/notes.txt": {Data: []byte("x")}, ".DS_Store": {Data: []byte{0}}}))
	if n := r.Counts(); n[footprint.KindPhoto] != 1 || n[footprint.KindVideo] != 1 {
		t.Errorf("%v", n)
	}
	if v := r.Of(footprint.KindVideo)[0]; v.Container != "Trip" || v.Title != "b.MP4" {
		t.Errorf("%+v", v)
	}
	if s := r.Ledger(); len(s.Unknown) != 1 || s.Unknown[0] != "Trip/notes.txt" {
		t.Errorf("%+v", s)
	}
}

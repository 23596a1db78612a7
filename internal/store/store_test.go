package store

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/need"
)

var now = time.Date(2025, 6, 30, 12, 0, 0, 0, time.UTC)

func open(t testing.TB) *DB {
	t.Helper()
	return openAt(t, filepath.Join(t.TempDir(), "a", "test.db"))
}

func openAt(t testing.TB, path string) *DB {
	t.Helper()
	db, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func source(t testing.TB, db *DB, digest string, taken time.Time) Source {
	t.Helper()
	s, err := db.BeginSource(t.Context(), Source{Digest: digest, Path: digest + ".zip", Platform: "x", Taken: taken, Begun: now})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func post(native, text string) footprint.Item {
	it := footprint.Item{Platform: "x", Kind: footprint.KindPost, NativeID: native, Author: footprint.AuthorSelf, Text: text,
		Created: now.AddDate(-1, 0, 0), Origin: footprint.Origin{File: "data/tweets.js", Pos: 1}}
	it.SetID()
	return it
}

func put(t testing.TB, db *DB, s Source, items ...footprint.Item) Put {
	t.Helper()
	p, err := db.PutItems(t.Context(), s, items)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func collect[T any](t testing.TB, seq iter.Seq2[T, error]) []T {
	t.Helper()
	var all []T
	for v, err := range seq {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, v)
	}
	return all
}

func items(t testing.TB, db *DB, f ItemFilter) []footprint.Item {
	return collect(t, db.Items(t.Context(), f))
}

// full is an item with every field set, so that a field forgotten in the columns shows.
func full(t *testing.T) footprint.Item {
	var it footprint.Item
	var fill func(v reflect.Value, depth int)
	n := 0
	fill = func(v reflect.Value, depth int) {
		n++
		switch v.Interface().(type) {
		case time.Time:
			v.Set(reflect.ValueOf(now.Add(time.Duration(n) * time.Second)))
			return
		case footprint.Tri:
			v.Set(reflect.ValueOf(footprint.Yes))
			return
		}
		switch v.Kind() {
		case reflect.String:
			v.SetString(fmt.Sprint("word", n))
		case reflect.Int, reflect.Int64:
			v.SetInt(int64(n))
		case reflect.Float64:
			v.SetFloat(float64(n) / 4)
		case reflect.Bool:
			v.SetBool(true)
		case reflect.Pointer:
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem(), depth+1)
		case reflect.Slice:
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			fill(v.Index(0), depth+1)
		case reflect.Map:
			v.Set(reflect.ValueOf(map[string]string{"key": "value"}))
		case reflect.Struct:
			for i := range v.NumField() {
				fill(v.Field(i), depth+1)
			}
		default:
			t.Fatalf("field of kind %s: extend the test", v.Kind())
		}
	}
	fill(reflect.ValueOf(&it).Elem(), 0)
	return it
}

func TestItemComesBackWhole(t *testing.T) {
	db := open(t)
	it := full(t)
	for name, want := range map[string]footprint.Item{"every field": it, "only an id": {ID: "bare"}} {
		put(t, db, source(t, db, name, now), want)
		got := items(t, db, ItemFilter{IDs: []string{want.ID}})
		if len(got) != 1 || !reflect.DeepEqual(got[0], want) {
			t.Errorf("%s:\n got %+v\nwant %+v", name, got, want)
		}
	}
}

func TestImpossibleTimesAreNotKnown(t *testing.T) {
	db := open(t)
	far := time.Date(29999, 1, 1, 0, 0, 0, 0, time.UTC)
	it := post("1", "one")
	it.Created, it.Edited, it.Exif, it.Media = far, far, &footprint.Exif{Taken: far}, []footprint.Media{{Path: "a.jpg", Exif: &footprint.Exif{Taken: far}}}
	put(t, db, source(t, db, "s", now), it)
	got := items(t, db, ItemFilter{})
	if len(got) != 1 || !got[0].Created.IsZero() || !got[0].Edited.IsZero() || !got[0].Exif.Taken.IsZero() || !got[0].Media[0].Exif.Taken.IsZero() {
		t.Errorf("stored %+v", got)
	}
}

func TestPutTwiceChangesNothing(t *testing.T) {
	db := open(t)
	a, b := post("1", "one"), post("2", "two")
	s := source(t, db, "first", now)
	if got := put(t, db, s, a, b); got != (Put{Added: 2}) {
		t.Errorf("first time: %+v", got)
	}
	moved := a
	moved.Origin = footprint.Origin{File: "elsewhere.js", Pos: 9}
	if got := put(t, db, s, moved, b); got != (Put{Unchanged: 2}) {
		t.Errorf("second time: %+v", got)
	}
	if got := put(t, db, source(t, db, "second", now), a, post("3", "three")); got != (Put{Added: 1, Unchanged: 1}) {
		t.Errorf("another export: %+v", got)
	}
	if n, err := db.CountItems(t.Context(), ItemFilter{}); err != nil || n != 3 {
		t.Errorf("stored %d items, %v", n, err)
	}
}

func TestVersionsMerge(t *testing.T) {
	five, six := 5, 6
	early, late := now, now.AddDate(0, 1, 0)
	oldOne := post("1", "first wording")
	oldOne.Reactions, oldOne.ReplyTo = &five, "a question"
	newOne := post("1", "second wording")
	newOne.Reactions, newOne.Visibility = &six, footprint.VisibilityPublic
	want := newOne
	want.ReplyTo = "a question"
	for name, order := range map[string][]struct {
		it    footprint.Item
		taken time.Time
	}{
		"older export first": {{oldOne, early}, {newOne, late}},
		"newer export first": {{newOne, late}, {oldOne, early}},
		"and again":          {{oldOne, early}, {newOne, late}, {oldOne, early}, {newOne, late}},
	} {
		t.Run(name, func(t *testing.T) {
			db := open(t)
			for i, o := range order {
				put(t, db, source(t, db, fmt.Sprint(i), o.taken), o.it)
			}
			got := items(t, db, ItemFilter{})
			if len(got) != 1 || !reflect.DeepEqual(got[0], want) {
				t.Errorf("got %+v\nwant %+v", got, want)
			}
		})
	}
}

func TestRemoveSource(t *testing.T) {
	db := open(t)
	first, second := source(t, db, "first", now), source(t, db, "second", now)
	only, both := post("1", "only in the first"), post("2", "in both")
	put(t, db, first, only, both)
	put(t, db, second, both)
	judgeAll(t, db, "v1", "rule")
	if err := db.SetStatus(t.Context(), []string{footprint.Fingerprint(only.ID, "rule")}, footprint.StatusKept, "mine", time.Time{}, now); err != nil {
		t.Fatal(err)
	}
	if err := db.RemoveSource(t.Context(), first.ID); err != nil {
		t.Fatal(err)
	}
	if got := items(t, db, ItemFilter{}); len(got) != 1 || got[0].ID != both.ID {
		t.Errorf("items left: %+v", got)
	}
	if got := tasks(t, db, TaskFilter{}); len(got) != 1 || got[0].Item.ID != both.ID {
		t.Errorf("tasks left: %+v", got)
	}
	if got := items(t, db, ItemFilter{Query: "only"}); len(got) != 0 {
		t.Errorf("search still finds %+v", got)
	}
	put(t, db, source(t, db, "first", now), only)
	judgeAll(t, db, "v1", "rule")
	if got := tasks(t, db, TaskFilter{Statuses: []footprint.Status{footprint.StatusKept}}); len(got) != 1 || got[0].Task.Note != "mine" {
		t.Errorf("decision after the item came back: %+v", got)
	}
	if err := db.RemoveSource(t.Context(), 999); !errors.Is(err, footprint.ErrNotFound) {
		t.Errorf("removing an unknown source: %v", err)
	}
}

func TestSearch(t *testing.T) {
	db := open(t)
	macron, plain, shared := post("1", "Off to the wānanga tonight"), post("2", "100% sure_thing; DROP"), post("3", "")
	shared.SharedText = "Night shift poem"
	put(t, db, source(t, db, "s", now), macron, plain, shared)
	for query, want := range map[string][]string{
		"wānanga":        {"1"},
		"TONIGHT off":    {"1"},
		"tonig":          {"1"},
		"night shift":    {"3"},
		"sure thing":     {"2"},
		`"; OR NEAR(`:    {},
		"absent":         {},
		"night absent":   {},
		"   ":            {"1", "2", "3"},
		"\"night\" shi*": {"3"},
	} {
		got := []string{}
		for _, it := range items(t, db, ItemFilter{Query: query}) {
			got = append(got, it.NativeID)
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%q found %v, want %v", query, got, want)
		}
	}
	if db.fts {
		if got := items(t, db, ItemFilter{Query: "wananga"}); len(got) != 1 {
			t.Errorf("without accents found %+v", got)
		}
	}
	changed := post("1", "Off to bed")
	put(t, db, source(t, db, "later", now.Add(time.Hour)), changed)
	if got := items(t, db, ItemFilter{Query: "wānanga"}); len(got) != 0 {
		t.Errorf("old words still found: %+v", got)
	}
}

// TestIndexIsRebuilt plays a database that a build without FTS5 has written to.
func TestIndexIsRebuilt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.db")
	db := openAt(t, path)
	need.That(t, db.fts, "the build tag sqlite_fts5")
	for _, trigger := range ftsTriggers {
		if _, err := db.write.ExecContext(t.Context(), "DROP TRIGGER "+trigger.name); err != nil {
			t.Fatal(err)
		}
	}
	db.fts = false
	put(t, db, source(t, db, "s", now), post("1", "unseen by the index"))
	db.Close()
	db = openAt(t, path)
	if got := items(t, db, ItemFilter{Query: "unseen"}); len(got) != 1 {
		t.Errorf("after opening again: %+v", got)
	}
}

// TestIndexSurvivesRepeatsInABatch stores and changes an item in one batch, which the index sees as a whole.
func TestIndexSurvivesRepeatsInABatch(t *testing.T) {
	db := open(t)
	need.That(t, db.fts, "the build tag sqlite_fts5")
	again := post("1", "")
	again.SharedText = "with something shared"
	put(t, db, source(t, db, "s", now), post("1", "apples"), again, post("2", "pears"), post("2", "pears"))
	if got := items(t, db, ItemFilter{Query: "apples shared"}); len(got) != 1 {
		t.Errorf("found %d", len(got))
	}
	if _, err := db.write.ExecContext(t.Context(), "INSERT INTO items_fts (items_fts, rank) VALUES ('integrity-check', 1)"); err != nil {
		t.Errorf("index: %v", err)
	}
}

func TestOneInstance(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.db")
	first := openAt(t, path)
	if _, err := Open(t.Context(), path); !errors.Is(err, footprint.ErrBusy) {
		t.Errorf("second instance: %v", err)
	}
	first.Close()
	openAt(t, path)
}

func TestNewerAndForeignFilesAreRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.db")
	db := openAt(t, path)
	if _, err := db.write.ExecContext(t.Context(), "PRAGMA user_version = 99"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	if _, err := Open(t.Context(), path); !errors.Is(err, footprint.ErrNewer) {
		t.Errorf("newer file: %v", err)
	}
	path = filepath.Join(t.TempDir(), "letter.txt")
	if err := os.WriteFile(path, []byte(strings.Repeat("Dear reader, ", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), path); !errors.Is(err, footprint.ErrDamaged) {
		t.Errorf("not a database: %v", err)
	}
}

func TestFilesBelongToTheirOwner(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("access follows the profile folder")
	}
	db := open(t)
	put(t, db, source(t, db, "s", now), post("1", "one"))
	dir := filepath.Dir(db.Path())
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) < 3 { // database, write-ahead log, lock
		t.Fatalf("%v, %v", entries, err)
	}
	check := func(path string, want os.FileMode) {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", path, info.Mode(), err)
		}
	}
	check(dir, 0o700)
	for _, e := range entries {
		check(filepath.Join(dir, e.Name()), 0o600)
	}
}

func TestPathsWithOddCharacters(t *testing.T) {
	for _, name := range []string{"a?b#c%20d.db", "mit Leerzeichen é.db", "file:x.db"} {
		db := openAt(t, filepath.Join(t.TempDir(), name))
		put(t, db, source(t, db, "s", now), post("1", "one"))
		db.Close()
		if _, err := os.Stat(db.Path()); err != nil {
			t.Errorf("%q: %v", name, err)
		}
	}
}

func TestReadersCannotWrite(t *testing.T) {
	db := open(t)
	if _, err := db.read.ExecContext(t.Context(), "DELETE FROM tasks"); err == nil {
		t.Error("a reading connection wrote")
	}
}

func TestSettingsAndProfile(t *testing.T) {
	db, ctx := open(t), t.Context()
	var when time.Time
	if ok, err := db.Setting(ctx, "consent", &when); ok || err != nil {
		t.Errorf("unset: %v, %v", ok, err)
	}
	for _, v := range []time.Time{now, now.Add(time.Hour)} {
		if err := db.SetSetting(ctx, "consent", v); err != nil {
			t.Fatal(err)
		}
	}
	if ok, err := db.Setting(ctx, "consent", &when); !ok || err != nil || !when.Equal(now.Add(time.Hour)) {
		t.Errorf("set: %v, %v, %v", ok, err, when)
	}
	for _, name := range []string{"A", "A", "B"} {
		if err := db.SetProfile(ctx, footprint.Person{Name: name}, now); err != nil {
			t.Fatal(err)
		}
	}
	me, version, err := db.Profile(ctx)
	if err != nil || me.Name != "B" || version != 2 { // the same again is no new version
		t.Errorf("profile %+v, version %d, %v", me, version, err)
	}
}

func TestCancelled(t *testing.T) {
	db := open(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := db.PutItems(ctx, Source{}, []footprint.Item{post("1", "one")}); !errors.Is(err, context.Canceled) {
		t.Errorf("put: %v", err)
	}
	for _, err := range db.Items(ctx, ItemFilter{}) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("list: %v", err)
		}
	}
}

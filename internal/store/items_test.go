package store

import (
	"errors"
	"fmt"
	"reflect"
	"testing"
	"time"

	"footprint/internal/footprint"
)

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

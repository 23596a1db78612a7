package gui

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"slices"
	"syscall"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"footprint/internal/audit"
	"footprint/internal/audit/pictures"
	"footprint/internal/footprint"
	"footprint/internal/gui/checklist"
	"footprint/internal/gui/photos"
	"footprint/internal/gui/view"
)

// How much there is on the screens whose callbacks are measured.
const (
	crowdTasks    = 100_000
	crowdPictures = 20_000
	crowdSources  = 200
)

// crowd is an audit of very much. Decisions are not kept: the window shows them before they are.
type crowd struct{ *fake }

func (c crowd) SetStatus(context.Context, []string, footprint.Status, string, time.Time) error {
	return nil
}
func (c crowd) Undo(context.Context) (int, error) { return 1, nil }

func crowded() crowd {
	f := new(fake)
	withPhotos(f)
	some := f.tasks
	f.tasks = make([]audit.TaskRow, crowdTasks)
	for i := range f.tasks {
		r := some[i%len(some)]
		r.ID, r.Item = fmt.Sprintf("task%07d", i), fmt.Sprintf("item%07d", i)
		r.Excerpt = fmt.Sprintf("%s Entry %d of the diary.", r.Excerpt, i)
		r.Posted = r.Posted.Add(time.Duration(i) * time.Minute)
		f.tasks[i] = r
	}
	few := f.album
	f.album = make([]pictures.Picture, crowdPictures)
	for i := range f.album {
		f.album[i] = few[i%len(few)]
		f.album[i].ID = fmt.Sprintf("p%07d", i)
	}
	one := f.sources[0]
	for i := range crowdSources {
		one.ID = int64(10 + i)
		f.sources = append(f.sources, one)
	}
	return crowd{f}
}

// took is what a callback took of the processor.
type took struct {
	name string
	cpu  time.Duration
}

// stopwatch runs callbacks as the window's goroutine would, and measures each.
type stopwatch struct {
	queue chan callback
	took  []took
	step  string
}

// callback is a callback that waits for the window's goroutine.
type callback struct {
	name string
	f    func()
}

// measure runs a callback.
func (w *stopwatch) measure(name string, f func()) {
	before := threadTime()
	f()
	w.took = append(w.took, took{name, threadTime() - before})
}

// silence is how long nothing must come back before a step counts as over.
const silence = 250 * time.Millisecond

// settle runs what comes back.
func (w *stopwatch) settle() {
	for {
		select {
		case c := <-w.queue:
			w.measure(w.step+", then "+c.name, c.f)
		case <-time.After(silence):
			return
		}
	}
}

// do is something that the user does, and all that comes of it.
func (w *stopwatch) do(step string, f func()) {
	w.step = step
	w.measure(step, f)
	w.settle()
}

// threadTime is what the calling thread has used of the processor: others on the machine do not count.
func threadTime() time.Duration {
	const thread = 1 // RUSAGE_THREAD
	var u syscall.Rusage
	if err := syscall.Getrusage(thread, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkCallbacks prints the longest callbacks of the window on very much: what the user does, and what comes back
// to the window's goroutine from others.
func BenchmarkCallbacks(b *testing.B) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	rows := play(b, test.NewTempApp(b), crowded())
	slices.SortStableFunc(rows, func(a, b took) int { return int(b.cpu - a.cpu) })
	fmt.Fprintf(os.Stderr, "the longest of %d callbacks on %d tasks, %d pictures, %d sources:\n", len(rows), crowdTasks, crowdPictures, crowdSources)
	for _, r := range rows[:min(10, len(rows))] {
		fmt.Fprintf(os.Stderr, "%6.1f ms  %s\n", milliseconds(r.cpu), r.name)
	}
	b.ReportMetric(milliseconds(rows[0].cpu), "ms/longest")
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// play uses every screen.
func play(b *testing.B, a fyne.App, many crowd) []took {
	w := &stopwatch{queue: make(chan callback, 1000)}
	o := invite(b, a, many.fake)
	o.Audit, o.Inline = many, false
	o.Do = func(name string, f func()) { w.queue <- callback{name, f} }
	s, err := New(o) // before the window is there
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	w.step = "start"
	w.settle()
	w.do("size", func() { settle(s, fyne.NewSize(1280, 800)) })
	onList(w, s, s.checklist())
	for _, row := range s.table {
		if row.id != "welcome" && row.id != "locked" {
			w.do("visit "+row.id, func() { s.Visit(row.id) })
		}
	}
	w.do("photos", func() { s.Visit("photos") })
	p := s.bodies["photos"].(*photos.Photos)
	for _, scope := range view.PhotoScopes() {
		w.do("photos "+string(scope), func() { p.Scope(scope) })
	}
	w.do("photos down", func() { p.Key(&fyne.KeyEvent{Name: fyne.KeyDown}) })
	w.do("photos answer", func() { p.Rune('k') })
	w.do("review", func() { s.Visit("review") })
	for _, row := range s.table {
		if row.id != "welcome" && row.id != "locked" {
			w.do("visit again "+row.id, func() { s.Visit(row.id) })
		}
	}
	w.do("checklist again", func() { s.Visit("checklist") })
	w.do("veil", s.veil)
	w.do("veil off", s.veil)
	w.do("smaller", func() { s.Win.Resize(fyne.NewSize(900, 600)) })
	w.do("something changed", func() { s.changed(false) })
	return w.took
}

// onList filters, searches and decides.
func onList(w *stopwatch, s *Shell, c *checklist.Checklist) {
	c.Search()
	for i, r := range "ferry skipper" {
		w.do(fmt.Sprintf("search, letter %d", i+1), func() { s.Win.Canvas().Focused().TypedRune(r) })
	}
	w.do("search no more", func() { s.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) })
	c.Focus()
	for _, key := range "12345" + "2" {
		w.do("tab "+string(key), func() { c.Rune(key) })
	}
	refilter := func(name string, change func(*view.Filter)) {
		w.do("filter "+name, func() { c.Refilter(change) })
		w.do("filter "+name+" no more", func() { c.Refilter(func(f *view.Filter) { *f = f.Clear(); f.Reader, f.Group, f.Sort = "", "", "" }) })
	}
	refilter("severity", func(f *view.Filter) { f.Severity = "high" })
	refilter("platform", func(f *view.Filter) { f.Platform = "facebook" })
	refilter("year", func(f *view.Filter) { f.Year = 2014 })
	refilter("any confidence", func(f *view.Filter) { f.Confidence = view.AnyConfidence })
	for _, r := range view.Readers() {
		refilter("seen by "+string(r), func(f *view.Filter) { f.Reader = r })
	}
	for _, sort := range view.Sorts() {
		refilter("sort by "+string(sort), func(f *view.Filter) { f.Sort = sort })
	}
	for _, g := range view.Groups() {
		refilter("group by "+string(g), func(f *view.Filter) { f.Group = g })
	}
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyPageDown, fyne.KeyEnd, fyne.KeyUp, fyne.KeyHome, fyne.KeySpace} {
		w.do("key "+string(key), func() { c.Key(&fyne.KeyEvent{Name: key}) })
	}
	for _, key := range "dksruauaduf" {
		w.do("letter "+string(key), func() { c.Rune(key) })
	}
	w.do("filters", func() { c.Rune('g') })
}

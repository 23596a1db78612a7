package view

import (
	"slices"
	"strings"

	"footprint/internal/audit"
	"footprint/internal/footprint"
)

// Detail is everything the window shows about one task, in words.
type Detail struct {
	Task Task
	// Where says where and when the item stands; Author who wrote it, if somebody else did.
	Where, Author string
	// Words is the item as it was posted, cut at the evidence.
	Words []Passage
	// Around are words beside the item's own: what it answers, what it shares, what a picture says.
	Around []Labelled
	// Facts are the facts about a person that were combined.
	Facts []Labelled
	// Why says what raised the finding; Sure how likely it is and what moved that; Doubt why it may be wrong.
	Why   string
	Sure  string
	Moved []Labelled
	Doubt string
	// Action, Reason, Steps and Draft say what to do.
	Action, Reason, Steps, Draft string

	Guidance []audit.Guidance
	Related  []Labelled
	History  []Labelled
	Note     string
	Link     string
}

// Labelled is a value with the name of what it is.
type Labelled struct{ Label, Value string }

// Rows collects light rows. Words that repeat in every row are kept once.
type Rows struct {
	Tasks []Task
	names map[string]string
	once  map[string]string
	minds map[string]minds // by rule
	asks  func(rule string) []string
}

// NewRows makes an empty collection. Names maps the ids of platforms to what people call them; audiences tells whom
// a rule has in mind.
func NewRows(names map[string]string, audiences func(rule string) []string) *Rows {
	return &Rows{names: names, once: map[string]string{}, minds: map[string]minds{}, asks: audiences}
}

// Expect makes room for n rows: growing bit by bit costs twice the memory.
func (r *Rows) Expect(n int) { r.Tasks = slices.Grow(r.Tasks, n) }

// Add appends a row of the audit.
func (r *Rows) Add(row audit.TaskRow) {
	t := newTask(row, r.names[row.Platform])
	for _, s := range []*string{&t.Rule, &t.Title, &t.Area, &t.Platform, &t.PlatformName, &t.Account, (*string)(&t.Kind), (*string)(&t.Visibility), (*string)(&t.Status)} {
		if kept, ok := r.once[*s]; ok {
			*s = kept
		} else {
			r.once[*s] = *s
		}
	}
	m, ok := r.minds[t.Rule]
	if !ok {
		m = mindsOf(r.asks(t.Rule))
		r.minds[t.Rule] = m
	}
	t.minds = m
	r.Tasks = append(r.Tasks, t)
}

// newTask makes a light row from a row of the audit. Name is what people call the platform.
func newTask(r audit.TaskRow, name string) Task {
	return Task{
		ID: r.ID, ItemID: r.Item, Rule: r.Rule, Title: r.Title, Area: r.Area,
		Severity: r.Severity, Confidence: r.Confidence, Mode: r.Mode, Status: r.Status,
		Platform: r.Platform, PlatformName: name, Kind: r.Kind, Visibility: r.Visibility,
		Created: r.Posted, Until: r.Until, Excerpt: strings.Clone(r.Excerpt), Account: r.Account,
	}
}

// Plain is the item's words without marks.
func (d *Detail) Plain() string {
	var b strings.Builder
	for _, p := range d.Words {
		b.WriteString(p.Text)
	}
	return b.String()
}

// NewDetail puts a task into words.
func NewDetail(v audit.TaskView, name string, w *Words) Detail {
	d := Detail{
		Task: newTask(v.TaskRow, name), Why: v.Why, Doubt: v.Doubt,
		Action: v.Action, Reason: v.Explanation, Steps: v.Step, Draft: v.Draft,
		Guidance: v.Guidance, Note: v.Note, Link: v.Link,
		Sure: w.T("sure." + v.Confidence.String()),
	}
	d.Where = d.Task.Meta(w)
	for _, list := range []struct {
		label  string
		values []string
	}{{"detail.raised", v.Finding.Raised}, {"detail.lowered", v.Finding.Lowered}} {
		if len(list.values) > 0 {
			d.Moved = append(d.Moved, Labelled{w.T(list.label), strings.Join(list.values, "; ")})
		}
	}
	if it := v.Content; it != nil {
		d.content(it, v.Finding.Spans, w)
	}
	for i := range v.Related {
		it := &v.Related[i]
		d.Related = append(d.Related, Labelled{joinDots([]string{w.Or("kind."+string(it.Kind), string(it.Kind)), w.Date(it.Created)}), Cut(ownWords(it), 160)})
	}
	for _, h := range v.History {
		what := w.T("history."+string(h.To), "date", w.Date(h.Until))
		if h.Undone {
			what = w.T("history.undone", "what", what)
		}
		if h.Note != "" {
			what += " – " + h.Note
		}
		d.History = append(d.History, Labelled{w.Moment(h.At), what})
	}
	return d
}

// content fills in what comes from the item. Offsets of spans count characters.
func (d *Detail) content(it *footprint.Item, spans []footprint.Span, w *Words) {
	own, field := ownWords(it), ownField(it)
	var here []footprint.Span
	for _, s := range spans {
		if s.Field == field || s.Field == "" && field == "text" {
			s.Start, s.End = byteOffset(own, s.Start), byteOffset(own, s.End)
			here = append(here, s)
		}
	}
	d.Words = Passages(own, here)
	d.Facts = facts(d.Words, w)
	if !it.Own() && it.Author != "" && it.Author != "other" && it.Author != "unknown" {
		d.Author = it.Author
	}
	for _, f := range []struct{ label, value string }{
		{"field.title", it.Title}, {"field.container", it.Container}, {"field.reply_to", it.ReplyTo}, {"field.shared_text", it.SharedText},
		{"field.ocr", it.OCR}, {"field.description", it.Description}, {"field.snippet", it.Snippet},
		{"field.labels", strings.Join(it.Labels, ", ")}, {"field.tags", strings.Join(it.Tags, ", ")},
		{"field.setting", it.Setting}, {"field.value", it.Value}, {"field.permissions", strings.Join(it.Permissions, ", ")},
	} {
		if f.value != "" && f.value != own {
			d.Around = append(d.Around, Labelled{w.T(f.label), Cut(f.value, 600)})
		}
	}
}

// ownWords is the text of an item, or the next best that says what it is.
func ownWords(it *footprint.Item) string {
	switch ownField(it) {
	case "title":
		return it.Title
	case "snippet":
		return it.Snippet
	case "container":
		return it.Container
	case "setting":
		return it.Setting
	}
	return it.Text
}

func ownField(it *footprint.Item) string {
	switch {
	case it.Text != "":
	case it.Title != "":
		return "title"
	case it.Snippet != "":
		return "snippet"
	case it.Container != "":
		return "container"
	case it.Setting != "":
		return "setting"
	}
	return "text"
}

// facts lists the marked facts, each once, in the order of the text.
func facts(words []Passage, w *Words) []Labelled {
	var out []Labelled
	seen := map[Labelled]bool{}
	for _, p := range words {
		if !p.Marked || p.Type == footprint.SpanTerm || p.Type == "" {
			continue
		}
		f := Labelled{w.Or("fact."+p.Type, p.Type), p.Text}
		if !seen[f] {
			seen[f] = true
			out = append(out, f)
		}
	}
	return out
}

// byteOffset turns a number of characters into a byte offset.
func byteOffset(s string, runes int) int {
	if runes <= 0 {
		return 0
	}
	for i := range s {
		if runes == 0 {
			return i
		}
		runes--
	}
	return len(s)
}

package audit

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"footprint/internal/audit/core"
	"footprint/internal/footprint"
	"footprint/internal/report"
)

// Due is one thing to look at again, and when.
type Due struct {
	// Topic is one of the topics table, "task" for a row of the checklist that was put off, "letter", or "export" for
	// an archive in the watched folder that was not imported.
	Topic string    `json:"topic"`
	Title string    `json:"title"`
	Every string    `json:"every,omitempty"`
	Last  time.Time `json:"last,omitzero"` // zero: never, as far as is known
	Due   time.Time `json:"due"`
	Now   bool      `json:"now"` // the day has come
	Task  string    `json:"task,omitempty"`
	// Letter is the id of a letter without an answer; 0 for anything else.
	Letter int64 `json:"letter,omitempty"`
	// Path is the archive.
	Path string `json:"path,omitempty"`
}

// topic is something that guidance asks to review from time to time.
type topic struct {
	id, title string
	every     interval // rules.md section 6
}

// topics is the table of them.
var topics = [...]topic{
	{"search", "Search for yourself, and look at your accounts as strangers see them", interval{90, "d"}},
	{"settings", "Walk through the privacy and security settings", interval{3, "mo"}},
	{"advertising", "Review what you advertise", interval{6, "mo"}},
	{"policies", "Read the policies of your employer and college again", interval{12, "mo"}},
	{"old-posts", "Look through posts that have grown old", interval{5, "y"}},
}

// Topics are the names that ReviewEvery and ReviewDone take.
func Topics() []string {
	var ids []string
	for _, t := range topics {
		ids = append(ids, t.id)
	}
	return ids
}

// Keys of the settings that the schedule keeps, by topic.
const (
	keyEvery    = "review.every" // map of topic to interval
	keyReviewed = "review.done"  // map of topic to time
)

// ReviewEvery changes how often a topic comes up: 60d, 2w, 3mo, 5y, or off.
func (a *Auditor) ReviewEvery(ctx context.Context, topic, every string) error {
	iv, err := parseInterval(every)
	if err != nil {
		return err
	}
	return a.putReview(ctx, keyEvery, topic, iv.String())
}

// ReviewDone records that a topic was looked at just now. Where the profile keeps a date of it, which the rules
// read, that date moves too.
func (a *Auditor) ReviewDone(ctx context.Context, topic string) error {
	if err := a.putReview(ctx, keyReviewed, topic, a.Now().UTC().Format(time.RFC3339)); err != nil {
		return err
	}
	me, err := a.Profile(ctx)
	if err != nil {
		return err
	}
	today := core.Day(a.Now())
	switch topic {
	case "search":
		me.LastPublicViewCheck = today
	case "settings":
		me.LastSecurityCheck = today
	case "advertising":
		me.LastAdvertisingReview = today
	case "policies":
		for name := range me.Policies {
			me.Policies[name] = today
		}
	default:
		return nil
	}
	return a.SetProfile(ctx, me)
}

func (a *Auditor) putReview(ctx context.Context, key, topic, value string) error {
	if !slices.Contains(Topics(), topic) {
		return fmt.Errorf("review %q: want one of %s", topic, strings.Join(Topics(), ", "))
	}
	values := map[string]string{}
	if _, err := a.DB.Setting(ctx, key, &values); err != nil {
		return err
	}
	values[topic] = value
	err := a.DB.SetSetting(ctx, key, values)
	if err == nil {
		a.Changed()
	}
	return err
}

// Scheduled is a topic of the schedule and how often it comes up.
type Scheduled struct{ Topic, Title, Every string }

// Schedule lists the topics, those that are off included.
func (a *Auditor) Schedule(ctx context.Context) ([]Scheduled, error) {
	var list []Scheduled
	for _, t := range topics {
		iv, err := a.every(ctx, t.id)
		if err != nil {
			return nil, err
		}
		list = append(list, Scheduled{t.id, t.title, iv.String()})
	}
	return list, nil
}

// every is how often a topic comes up.
func (a *Auditor) every(ctx context.Context, topic string) (interval, error) {
	chosen := map[string]string{}
	if _, err := a.DB.Setting(ctx, keyEvery, &chosen); err != nil {
		return interval{}, err
	}
	if s, ok := chosen[topic]; ok {
		return parseInterval(s)
	}
	for _, t := range topics {
		if t.id == topic {
			return t.every, nil
		}
	}
	return interval{}, fmt.Errorf("review %q: %w", topic, footprint.ErrNotFound)
}

// Due lists what is to be looked at again, the earliest first: the topics of the schedule that apply, the
// rows of the checklist that were put off, and the letters without an answer.
func (a *Auditor) Due(ctx context.Context) ([]Due, error) {
	done := map[string]string{}
	if _, err := a.DB.Setting(ctx, keyReviewed, &done); err != nil {
		return nil, err
	}
	list := []Due{}
	for _, t := range topics {
		var err error
		if t.every, err = a.every(ctx, t.id); err != nil {
			return nil, err
		}
		if t.every.n == 0 {
			continue
		}
		last, err := a.reviewed(ctx, t.id, done[t.id])
		if err != nil {
			return nil, err
		}
		d := Due{Topic: t.id, Title: t.title, Every: t.every.String(), Last: last, Due: midnight(a.Now())}
		if t.id == "old-posts" {
			if d.Due, err = a.postsGrowOld(ctx, t.every, last); err != nil {
				return nil, err
			}
			if d.Due.IsZero() {
				continue
			}
		} else if !last.IsZero() {
			d.Due = midnight(t.every.after(last, 1))
		}
		list = append(list, d)
	}
	f := TaskFilter{Statuses: []footprint.Status{footprint.StatusSnoozed}}
	for r, err := range a.DB.Tasks(ctx, f.stored(a.Now())) {
		if err != nil {
			return nil, err
		}
		list = append(list, Due{Topic: "task", Title: a.RuleTitle(r.Finding.Rule), Due: midnight(r.Task.Until), Task: r.Task.Fingerprint})
	}
	letters, err := a.lettersDue(ctx)
	if err != nil {
		return nil, err
	}
	list = append(list, letters...)
	exports, err := a.NewExports(ctx)
	if err != nil {
		return nil, err
	}
	for _, x := range exports {
		title := fmt.Sprintf("Import the new export of %s: %s", strings.Join(x.Platforms, ", "), filepath.Base(x.Path))
		list = append(list, Due{Topic: "export", Title: title, Due: midnight(x.At), Path: x.Path})
	}
	for i := range list {
		list[i].Now = !list[i].Due.After(a.Now())
	}
	slices.SortStableFunc(list, func(x, y Due) int { return x.Due.Compare(y.Due) })
	return list, nil
}

func midnight(t time.Time) time.Time { return t.UTC().Truncate(24 * time.Hour) }

// reviewed is when a topic was looked at last, by everything that says so.
func (a *Auditor) reviewed(ctx context.Context, topic, done string) (time.Time, error) {
	me, err := a.Profile(ctx)
	if err != nil {
		return time.Time{}, err
	}
	said := []string{done}
	switch topic {
	case "search":
		said = append(said, me.LastPublicViewCheck)
		searches, err := a.DB.Searches(ctx) // oldest first
		if err != nil {
			return time.Time{}, err
		}
		if n := len(searches); n > 0 {
			said = append(said, searches[n-1].At.Format(time.RFC3339))
		}
	case "settings":
		said = append(said, me.LastSecurityCheck)
	case "advertising":
		said = append(said, me.LastAdvertisingReview)
	case "policies":
		oldest := ""
		for _, read := range me.Policies {
			if oldest == "" || read < oldest {
				oldest = read
			}
		}
		said = append(said, oldest)
	}
	var last time.Time
	for _, s := range said {
		if t, err := footprint.ParseTime(s); err == nil && t.After(last) { // what is no date says nothing
			last = t
		}
	}
	return last, nil
}

// postsGrowOld is when the first own post that was not old at the last review becomes old; zero without one.
func (a *Auditor) postsGrowOld(ctx context.Context, age interval, last time.Time) (time.Time, error) {
	var after time.Time
	if !last.IsZero() {
		after = age.after(last, -1)
	}
	first, err := a.DB.FirstOwn(ctx, after)
	if err != nil || first.IsZero() {
		return time.Time{}, err
	}
	return midnight(age.after(first, 1)), nil
}

// Calendar turns what is due into entries of a calendar. They hold no words of an item.
func Calendar(list []Due) []report.Event {
	var events []report.Event
	for _, d := range list {
		e := report.Event{ID: d.Topic, Day: d.Due, Title: "Footprint: " + d.Title}
		switch {
		case d.Task != "":
			e.ID, e.Text = "task-"+d.Task, "footprint show "+d.Task[:min(8, len(d.Task))]
		case d.Path != "":
			continue // it waits for no day
		case d.Letter != 0:
			e.ID, e.Text = "letter-"+strconv.FormatInt(d.Letter, 10), "footprint letter"
		default:
			e.Text = "Every " + d.Every + ". When done: footprint due --done " + d.Topic
		}
		events = append(events, e)
	}
	return events
}

package tumblr

import (
	"maps"
	"slices"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest/jsonstream"
	"footprint/internal/ingest/tumblr/page"
)

// tally counts what is too much, or too little, to be items of its own.
type tally struct {
	counts  map[string]int
	days    map[string]int
	devices map[string]bool
}

// maxNames bounds what one file may make us count apart.
const maxNames = 20000

func statistic(what string) func(*tally, object) []item {
	return func(t *tally, _ object) []item {
		t.counts[what]++
		return nil
	}
}

func (t *tally) viewed(o object) []item {
	what := o.get("element_type")
	if what == "" || len(what) > 40 || len(t.counts) > 200 {
		what = "post"
	}
	t.counts["shown on the dashboard: "+what]++
	return nil
}

func (t *tally) advertisement(o object) []item {
	t.counts["advertisements shown"]++
	if strings.EqualFold(o.get("interacted"), "true") || o.get("interacted") == "1" {
		t.counts["advertisements interacted with"]++
	}
	return nil
}

func (t *tally) device(o object) []item {
	name := strings.TrimSpace(o.get("device") + " " + o.get("app_version"))
	if name == "" || t.devices[name] || len(t.devices) >= maxNames {
		return nil
	}
	t.devices[name] = true
	return []item{{Kind: footprint.KindDevice, Title: name, Created: page.When(o.get("timestamp")), Visibility: footprint.VisibilityPrivate}}
}

// active adds one time to its day.
func (t *tally) active(raw []byte) {
	at := page.When(plain(jsonstream.Text(raw)))
	if o, ok := decode(raw); ok {
		at = page.When(o.get("timestamp", "time", "active_time", "last_active_time"))
	}
	if day := at.Format(time.DateOnly); !at.IsZero() && (len(t.days) < maxNames || t.days[day] > 0) {
		t.days[day]++
	}
}

// items are the sums, in a fixed order.
func (t *tally) items() []item {
	var items []item
	for _, what := range slices.Sorted(maps.Keys(t.counts)) {
		n := t.counts[what]
		kind := footprint.KindActivity
		if strings.HasPrefix(what, "advertisements") {
			kind = footprint.KindInterest
		}
		items = append(items, item{Kind: kind, Title: what, Count: &n, Visibility: footprint.VisibilityPrivate})
	}
	for _, day := range slices.Sorted(maps.Keys(t.days)) {
		n := t.days[day]
		items = append(items, item{Kind: footprint.KindLogin, Title: "active on Tumblr", Created: page.When(day), Count: &n, Visibility: footprint.VisibilityPrivate})
	}
	return items
}

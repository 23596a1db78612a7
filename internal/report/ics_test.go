package report

import (
	"bytes"
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"
)

func TestCalendar(t *testing.T) {
	made := time.Date(2025, 6, 30, 12, 0, 0, 0, time.UTC)
	var b bytes.Buffer
	long := "Comma, semicolon; and a line\nthat breaks, with ā " + strings.Repeat("word ", 40)
	err := WriteCalendar(&b, []Event{{"search", made, "Search", long}, {"task-k7m2", made.AddDate(0, 0, 1), "Later", ""}}, made)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSuffix(b.String(), "\r\n"), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
			t.Errorf("line of %d bytes: %q", len(line), line)
		}
	}
	c, err := ics.ParseCalendar(&b)
	if err != nil {
		t.Fatal(err)
	}
	events := c.Events()
	if len(events) != 2 || len(events[0].Alarms()) != 1 {
		t.Fatalf("%d events", len(events))
	}
	day, err := events[0].GetAllDayStartAt()
	if err != nil || day.Format(time.DateOnly) != "2025-06-30" {
		t.Errorf("day %v, %v", day, err)
	}
	if got := ics.FromText(events[0].GetProperty(ics.ComponentPropertyDescription).Value); got != long {
		t.Errorf("text %q", got)
	}
}

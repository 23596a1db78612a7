package report

import (
	"io"
	"time"

	ics "github.com/arran4/golang-ical"
)

// Event is one day to remember.
type Event struct {
	ID    string    `json:"id"` // stays the same when the calendar is written again
	Day   time.Time `json:"day"`
	Title string    `json:"title"`
	Text  string    `json:"text"`
}

// WriteCalendar writes an iCalendar file of whole days, each with an alarm that morning. Made is the time of
// writing. A program that takes in the file again updates its entries.
func WriteCalendar(w io.Writer, events []Event, made time.Time) error {
	c := ics.NewCalendarFor("Footprint")
	c.SetMethod(ics.MethodPublish)
	for _, e := range events {
		day := e.Day.UTC()
		v := c.AddEvent(e.ID + "@footprint")
		v.SetDtStampTime(made)
		v.SetAllDayStartAt(day)
		v.SetAllDayEndAt(day.AddDate(0, 0, 1))
		v.SetSummary(e.Title)
		v.SetDescription(e.Text)
		v.SetTimeTransparency(ics.TransparencyTransparent)
		alarm := v.AddAlarm()
		alarm.SetAction(ics.ActionDisplay)
		alarm.SetTrigger("PT9H")
		alarm.SetDescription(e.Title)
	}
	return c.SerializeTo(w, ics.WithNewLineWindows)
}

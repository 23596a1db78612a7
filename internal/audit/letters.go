package audit

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"footprint/internal/audit/core"
	"footprint/internal/crawl/letter"
	"footprint/internal/crawl/removal"
	"footprint/internal/footprint"
	"footprint/internal/store"
)

// Outcomes of a letter.
var Outcomes = []string{"removed", "corrected", "refused", "none"}

// LetterRequest is a letter that the user sent, with the day to chase it.
type LetterRequest struct {
	ID        int64     `json:"id"`
	Item      string    `json:"item,omitempty"`
	URL       string    `json:"url,omitempty"`
	Letter    string    `json:"letter"`
	Title     string    `json:"title"`
	Recipient string    `json:"recipient"`
	Sent      time.Time `json:"sent"`
	Due       time.Time `json:"due"`
	Answered  time.Time `json:"answered,omitzero"`
	Outcome   string    `json:"outcome,omitempty"`
	// Late is true when the day has come and there is no answer; Next is what to do then.
	Late bool   `json:"late"`
	Next string `json:"next"`
}

// LettersFor lists the letters that suit the page of an item (whole id) and the country of the profile, the
// usual way first. Without an item it lists all.
func (a *Auditor) LettersFor(ctx context.Context, item string) ([]letter.Letter, error) {
	if item == "" {
		return letter.Letters(), nil
	}
	me, err := a.Profile(ctx)
	if err != nil {
		return nil, err
	}
	it, err := a.Item(ctx, item)
	if err != nil {
		return nil, err
	}
	return letter.For(string(kindOf(it.URL)), me.Jurisdiction), nil
}

func kindOf(address string) removal.Kind {
	if route, ok := removal.For(address); ok {
		return route.Kind
	}
	return removal.Site
}

// WriteLetter fills a letter about an item (whole id, or none) from the profile and from what the user typed;
// what neither tells stays open.
func (a *Auditor) WriteLetter(ctx context.Context, id, item string, typed letter.Fields) (letter.Draft, error) {
	l, ok := letter.Find(id)
	if !ok {
		return letter.Draft{}, fmt.Errorf("letter %q: %w", id, footprint.ErrNotFound)
	}
	me, err := a.Profile(ctx)
	if err != nil {
		return letter.Draft{}, err
	}
	known := letter.Fields{"name": me.Name, "searched": me.Name, "country": countryNames[me.Jurisdiction], "date": core.Day(a.Now()), "listed": me.Name}
	if len(me.Emails) > 0 {
		known["email"] = me.Emails[0]
	}
	if item != "" {
		it, err := a.Item(ctx, item)
		if err != nil {
			return letter.Draft{}, err
		}
		known["url"] = it.URL
		if route, ok := removal.For(it.URL); ok {
			known["recipient"] = route.Site
			if l.Mail == "" {
				l.Mail = route.Mail
			}
			if l.Where == "" && (l.To == "platform" || l.To == "broker") {
				l.Where = route.Link
			}
		}
	}
	for key, value := range typed {
		known[key] = value
	}
	return l.Write(known)
}

// countryNames are the jurisdictions of a profile in words.
var countryNames = map[string]string{"AU": "Australia", "NZ": "New Zealand", "UK": "the United Kingdom", "US": "the United States", "IE": "Ireland", "DE": "Germany"}

// SentLetter records that the user sent a letter on a day; zero means today. The day to chase it comes from the
// letter.
func (a *Auditor) SentLetter(ctx context.Context, id, item, recipient string, sent time.Time) (LetterRequest, error) {
	l, ok := letter.Find(id)
	if !ok {
		return LetterRequest{}, fmt.Errorf("letter %q: %w", id, footprint.ErrNotFound)
	}
	if sent.IsZero() {
		sent = a.Now()
	}
	r := store.Request{Item: item, Letter: id, Recipient: recipient, Sent: sent, Due: l.Due(sent)}
	if item != "" {
		it, err := a.Item(ctx, item)
		if err != nil {
			return LetterRequest{}, err
		}
		r.URL = it.URL
		if route, ok := removal.For(it.URL); ok && recipient == "" {
			r.Recipient = route.Site
		}
	}
	r, err := a.DB.AddRequest(ctx, r)
	if err != nil {
		return LetterRequest{}, err
	}
	a.Changed()
	return a.request(&r), nil
}

// AnswerLetter records what came of a letter: one of Outcomes, or "" to wait again.
func (a *Auditor) AnswerLetter(ctx context.Context, id int64, outcome string) error {
	if outcome != "" && !slices.Contains(Outcomes, outcome) {
		return fmt.Errorf("outcome %q: want one of %s", outcome, strings.Join(Outcomes, ", "))
	}
	if err := a.DB.AnswerRequest(ctx, id, outcome, a.Now()); err != nil {
		return err
	}
	a.Changed()
	return nil
}

// LetterRequests lists the letters that were sent, those without an answer first.
func (a *Auditor) LetterRequests(ctx context.Context) ([]LetterRequest, error) {
	stored, err := a.DB.Requests(ctx)
	if err != nil {
		return nil, err
	}
	list := []LetterRequest{}
	for i := range stored {
		list = append(list, a.request(&stored[i]))
	}
	return list, nil
}

func (a *Auditor) request(r *store.Request) LetterRequest {
	out := LetterRequest{ID: r.ID, Item: r.Item, URL: r.URL, Letter: r.Letter, Title: r.Letter, Recipient: r.Recipient, Sent: r.Sent, Due: r.Due, Answered: r.Answered, Outcome: r.Outcome,
		Late: r.Answered.IsZero() && !r.Due.After(a.Now())}
	if l, ok := letter.Find(r.Letter); ok {
		out.Title, out.Next = l.Title, l.Next
	}
	return out
}

// lettersDue are the letters without an answer, as entries of what is due.
func (a *Auditor) lettersDue(ctx context.Context) ([]Due, error) {
	stored, err := a.DB.Requests(ctx)
	if err != nil {
		return nil, err
	}
	var list []Due
	for i := range stored {
		if r := a.request(&stored[i]); r.Answered.IsZero() {
			title := "Chase: " + r.Title
			if r.Recipient != "" {
				title += " (" + r.Recipient + ")"
			}
			list = append(list, Due{Topic: "letter", Title: title, Last: r.Sent, Due: midnight(r.Due), Letter: r.ID})
		}
	}
	return list, nil
}

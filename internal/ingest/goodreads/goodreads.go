// Package goodreads reads the library export of Goodreads: one table of books with ratings, reviews and shelves.
// Facts stand in shared/formats/others.md, part C.
package goodreads

import (
	"html"
	"path"
	"regexp"
	"strconv"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/csvtable"
	"footprint/internal/ingest/feed"
)

// Layouts by their number of columns.
const (
	Layout2010 = "2010" // with Recommended For and the purchase of copies
	Layout2022 = "2022"
)

// Platform returns the reader of Goodreads libraries.
func Platform() ingest.Platform {
	return ingest.Platform{
		ID: "goodreads", Name: "Goodreads",
		Ask:       "My Books, Import and export, Export Library: the table is made at once.",
		AskURL:    "https://www.goodreads.com/review/import",
		Reads:     "books on shelves, ratings, reviews, private notes",
		Lacks:     "who can see them, friends, comments, messages",
		Recognize: recognize,
		Read:      feed.Reader(read),
	}
}

const maxSniffed = 20

func recognize(a *ingest.Archive) []ingest.Found {
	var found []ingest.Found
	sniffed := 0
	for _, name := range a.Names() {
		if !strings.EqualFold(path.Ext(name), ".csv") {
			continue
		}
		if sniffed++; sniffed > maxSniffed {
			break
		}
		if layout := layout(string(a.Head(name, 1024))); layout != "" {
			found = append(found, ingest.Found{Root: path.Dir(name), Layout: layout, Format: "csv", Claims: claims(a)})
			break // one export; other tables of the same shape beside it belong to it
		}
	}
	return found
}

// claims leaves files beside the tables to others.
func claims(a *ingest.Archive) func(string) bool {
	if len(a.Names()) == 1 {
		return nil
	}
	return func(name string) bool { return strings.EqualFold(path.Ext(name), ".csv") }
}

func layout(head string) string {
	line, _, _ := strings.Cut(strings.TrimPrefix(head, "\ufeff"), "\n")
	switch {
	case !strings.HasPrefix(line, "Book Id,Title,Author,") || !strings.Contains(line, "My Rating"):
		return ""
	case strings.Contains(line, "Recommended For"):
		return Layout2010
	}
	return Layout2022
}

func read(f *feed.Feed) {
	for _, name := range f.X.Files() {
		if strings.EqualFold(path.Ext(name), ".csv") && layout(string(f.X.Archive.Head(f.X.Path(name), 1024))) != "" {
			f.Table(name, csvtable.Options{}, book)
		}
	}
}

// book is a shelf entry, and a review where the user rated or wrote one.
func book(row csvtable.Row) []footprint.Item {
	id := row.Get("Book Id")
	title := strings.Join(strings.Fields(row.Get("Title")+" - "+row.Get("Author")), " ")
	link := "https://www.goodreads.com/book/show/" + id
	shelf := footprint.Item{Kind: footprint.KindSaved, NativeID: id, Title: clean(title), URL: link, Container: clean(row.Get("Exclusive Shelf")), Created: date(row.Get("Date Added")),
		Details: ingest.Details("shelves", clean(row.Get("Bookshelves")), "private notes", clean(row.Get("Private Notes")), "recommended for", clean(row.Get("Recommended For")),
			"recommended by", clean(row.Get("Recommended By")))}
	rating, err := strconv.ParseFloat(row.Get("My Rating"), 64)
	words := clean(row.Get("My Review"))
	if words == "" && (err != nil || rating == 0) {
		return []footprint.Item{shelf}
	}
	review := footprint.Item{Kind: footprint.KindReview, NativeID: id, Author: footprint.AuthorSelf, Title: clean(title), Target: clean(title), Text: words, URL: "https://www.goodreads.com/review/edit/" + id,
		Created: date(row.Get("Date Read"))}
	if review.Created.IsZero() {
		review.Created = shelf.Created
	}
	if err == nil && rating > 0 {
		review.Rating = &rating
	}
	return []footprint.Item{shelf, review}
}

func date(s string) time.Time {
	for _, layout := range []string{"2006/01/02", "2006/1/2", "2006/01", "2006", "2006-01-02"} {
		if t, err := time.Parse(layout, s); err == nil {
			return ingest.Plausible(t)
		}
	}
	return time.Time{}
}

var tag = regexp.MustCompile(`<[^<>]{1,200}>`)

// clean turns line breaks of HTML into line ends and drops other tags.
func clean(s string) string {
	s = strings.NewReplacer("<br/>", "\n", "<br />", "\n", "<br>", "\n").Replace(s)
	return strings.TrimSpace(ingest.CleanText(html.UnescapeString(tag.ReplaceAllString(s, ""))))
}

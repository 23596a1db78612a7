package outside

import (
	"cmp"
	"errors"
	"strings"
	"time"

	"footprint/internal/crawl/document"
	"footprint/internal/crawl/identity"
	"footprint/internal/crawl/serp"
	"footprint/internal/footprint"
)

// noText is a sentence about why a document's words were not read.
func noText(err error) string {
	if errors.Is(err, document.ErrSealed) {
		return "The document is protected; only what it says of itself was read."
	}
	return "The document holds no words that can be read; open it in the browser and look."
}

// documentItem makes a document an item: its words, and what it says of itself.
func documentItem(who *identity.Profile, r SearchResult, meta document.Meta, text string, at time.Time) footprint.Item {
	key := serp.Key(r.URL)
	host, _, _ := strings.Cut(key, "/")
	it := footprint.Item{Platform: WebPlatform, Kind: footprint.KindWebPage, NativeID: key, Author: "other", Visibility: footprint.VisibilityPublic, URL: r.URL, FoundOn: at,
		Origin: footprint.Origin{File: host}, Title: cmp.Or(meta.Title, r.Title), Text: text, Created: meta.Created, Details: map[string]string{"document": meta.Kind}}
	for name, value := range map[string]string{"made_by": meta.Author, "changed_by": meta.LastBy, "company": meta.Company, "made_with": meta.Tool} {
		if value != "" {
			it.Details[name] = value
		}
	}
	it.AboutMe = aboutMe(who, r, it.Title, text)
	it.SetID()
	return it
}

// aboutMe says whether what was read behind a result speaks of the user; the user's answer about the result counts.
func aboutMe(who *identity.Profile, r SearchResult, title, text string) footprint.Tri {
	key := serp.Key(r.URL)
	host, _, _ := strings.Cut(key, "/")
	if r.Verdict == string(identity.Me) && (r.Answered || text == "") {
		return footprint.Yes
	}
	switch who.Decide(identity.Subject{Title: title, URL: r.URL, Text: text}, key, host).Verdict {
	case identity.Me:
		return footprint.Yes
	case identity.NotMe:
		return footprint.No
	}
	return footprint.Unknown
}

package medium

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"footprint/internal/footprint"
	"footprint/internal/ingest/feed"
)

// entry is one element of a list, with what its page says about it.
type entry struct {
	node    *html.Node
	page    string // file name without extension
	title   string // of the page
	heading string // above the list
}

func (e entry) text() string { return textOf(e.node) }

// link returns the first address in the entry and its words.
func (e entry) link() (address, words string) {
	a := find(e.node, func(n *html.Node) bool { return n.Data == "a" && attr(n, "href") != "" })
	return attr(a, "href"), textOf(a)
}

func clap(e entry) footprint.Item {
	address, words := e.link()
	it := footprint.Item{Kind: footprint.KindLike, Author: "other", Interaction: footprint.InteractionLiked, Title: words, URL: address, Created: timeIn(e.node)}
	if m := claps.FindStringSubmatch(e.text()); m != nil {
		if n, err := strconv.Atoi(m[1]); err == nil {
			it.Count = &n
		}
	}
	return it
}

var claps = regexp.MustCompile(`^\s*\+(\d{1,4})\b`)

func highlight(e entry) footprint.Item {
	address, words := e.link()
	mark := find(e.node, func(n *html.Node) bool { return has(n, "markup--highlight") })
	it := footprint.Item{Kind: footprint.KindSaved, Author: "other", Title: "highlight", SharedText: textOf(mark), Text: words, URL: address, Created: timeIn(e.node)}
	if it.SharedText == "" {
		it.SharedText = e.text()
	}
	return it
}

// saved is a story kept in a list; lists may be public.
func saved(what string) func(entry) footprint.Item {
	return func(e entry) footprint.Item {
		address, words := e.link()
		it := footprint.Item{Kind: footprint.KindSaved, Author: "other", Title: what, Text: words, URL: address, Created: timeIn(e.node)}
		if what == "list" {
			it.Container = e.title
		}
		return it
	}
}

func person(kind footprint.Kind, direction string) func(entry) footprint.Item {
	return func(e entry) footprint.Item {
		address, words := e.link()
		if words == "" {
			words = e.text()
		}
		return footprint.Item{Kind: kind, Author: words, Target: words, Text: words, Direction: direction, URL: address, Created: timeIn(e.node)}
	}
}

func pageLike(what string) func(entry) footprint.Item {
	return func(e entry) footprint.Item {
		address, words := e.link()
		return footprint.Item{Kind: footprint.KindPageLike, Title: what, Text: words, URL: address, Created: timeIn(e.node)}
	}
}

func publication(e entry) footprint.Item {
	address, words := e.link()
	return footprint.Item{Kind: footprint.KindGroup, Text: words, Container: words, ContainerKind: footprint.ContainerGroup, Role: strings.ToLower(strings.TrimSuffix(e.heading, "s")), URL: address,
		Visibility: footprint.VisibilityPublic}
}

func interest(e entry) footprint.Item {
	address, words := e.link()
	if words == "" {
		words = e.text()
	}
	return footprint.Item{Kind: footprint.KindInterest, Title: e.page, Text: words, URL: address, Visibility: footprint.VisibilityPrivate}
}

var address = regexp.MustCompile(`\b(?:\d{1,3}\.){3}\d{1,3}\b|\b[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{0,4}){2,7}\b`)

// clock is a time of day, which a pattern for addresses of the newer kind could take for one.
var clock = regexp.MustCompile(`\b\d{1,2}:\d{2}(?::\d{2})?\b`)

func login(title string) func(entry) footprint.Item {
	return func(e entry) footprint.Item {
		text := e.text()
		return footprint.Item{Kind: footprint.KindLogin, Title: title, Text: text, Created: timeIn(e.node), Visibility: footprint.VisibilityPrivate, URL: "https://medium.com/me/settings/security",
			Details: feed.Pairs("address", address.FindString(clock.ReplaceAllString(text, " ")))}
	}
}

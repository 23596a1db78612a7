package serp

import (
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// Signs of a result that was not read: a link with so many letters, below or above a printed address of the same
// host, and so many letters beside both; the block around them
// is no further away and no larger than this.
const (
	fewLinkLetters = 8
	fewTextLetters = 50
	farthestBlock  = 6
	fewNodes       = 200
)

// count walks over the links that were not read and counts advertisements, other pages, and what looks like a
// result: links whose block prints their address and has text besides. It counts blocks of the engine's row
// that gave nothing as well.
func (r *reading) count() {
	r.page.Ads = r.d.Find(r.e.ads).FilterFunction(func(_ int, s *goquery.Selection) bool {
		return r.e.ads != "" && s.Find("a[href]").Length() > 0 && s.ParentsFiltered(r.e.ads).Length() == 0
	}).Length()
	unread, others := map[string]bool{}, map[string]bool{}
	r.d.Find("a[href]").EachWithBreak(func(i int, link *goquery.Selection) bool {
		target, _ := r.target(link)
		key := Key(target)
		switch {
		case target == "" || r.seen[key] || r.isAd(link):
		case r.inCard(link):
		case !r.outside(link) && r.looksLikeResult(link, hostOf(target)):
			unread[key] = true
		case link.Closest(frame).Length() == 0:
			others[key] = true
		}
		return i < maxLinks
	})
	r.countBlocks(unread)
	for key := range unread {
		delete(others, key)
	}
	r.page.Unread, r.page.Others = len(unread), len(others)
}

// countBlocks adds the blocks of an engine whose blocks are results and nothing else, if they gave none.
func (r *reading) countBlocks(unread map[string]bool) {
	if !r.e.strict {
		return
	}
	r.d.Find(r.e.cards).EachWithBreak(func(i int, block *goquery.Selection) bool {
		missed, read := "", block.ParentsFiltered(r.e.cards).Length() > 0
		block.Find("a[href]").EachWithBreak(func(_ int, link *goquery.Selection) bool {
			target, opaque := r.target(link)
			key := Key(target) + opaque
			switch {
			case r.seen[key]:
				read = true
			case key != "" && missed == "" && !r.outside(link):
				missed = key
			}
			return !read
		})
		if !read && missed != "" {
			unread[missed] = true
		}
		return i < maxResults
	})
}

func (r *reading) inCard(link *goquery.Selection) bool {
	for _, card := range r.cards {
		if card.Contains(link.Nodes[0]) {
			return true
		}
	}
	return false
}

func (r *reading) looksLikeResult(link *goquery.Selection, host string) bool {
	label := words(link)
	if len(label) < fewLinkLetters || host == "" {
		return false
	}
	block := link
	for range farthestBlock {
		if block.Is("body, main, ol, ul, table") || block.Is(r.e.root) || !small(block, fewNodes) || r.holds(block) {
			return false
		}
		if address := printedAddress(block, host); address != "" && len(words(block))-len(label)-len(address) >= fewTextLetters && oneHost(r, block, host) {
			return true
		}
		block = block.Parent()
	}
	return false
}

// printedAddress finds an element whose whole text is an address of the host, as result pages print it.
func printedAddress(block *goquery.Selection, host string) (address string) {
	block.Find("cite, span, div, a").EachWithBreak(func(_ int, s *goquery.Selection) bool {
		text := words(s)
		plain := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(text), "https://"), "http://"), "www.")
		if len(text) < 200 && strings.HasPrefix(plain, host) && (len(plain) == len(host) || strings.ContainsAny(plain[len(host):len(host)+1], " /›")) && !strings.Contains(strings.ReplaceAll(plain, " › ", "/"), " ") {
			address = text
		}
		return address == ""
	})
	return address
}

// oneHost reports whether all pages that a block links outside the engine are of one host.
func oneHost(r *reading, block *goquery.Selection, host string) bool {
	ok := true
	block.Find("a[href]").EachWithBreak(func(_ int, a *goquery.Selection) bool {
		if target, _ := r.target(a); target != "" && hostOf(target) != host {
			ok = false
		}
		return ok
	})
	return ok
}

package outside

import (
	"context"
	"net/url"
	"slices"
	"strings"

	"footprint/internal/audit/pictures"
	"footprint/internal/crawl"
	"footprint/internal/footprint"
	"footprint/internal/picture"
	"footprint/internal/store"
)

// ownPicture is the detail of a search result whose page shows a picture of the user's own.
const ownPicture = "own_picture"

// pageEye looks at the pictures of fetched pages.
type pageEye struct {
	a       *Agent
	web     *crawl.Crawler
	own     []picture.Hash
	handles []string
	found   []pagePicture
}

// pagePicture is a picture of a page that is kept among the pictures of the imports.
type pagePicture struct {
	store.Picture
	item, address string
}

func (a *Agent) newPageEye(ctx context.Context, web *crawl.Crawler) (*pageEye, error) {
	e := &pageEye{a: a, web: web}
	rows, err := a.DB.Album(ctx)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		if r.Own && r.Hash != nil {
			e.own = append(e.own, picture.Hash(*r.Hash))
		}
	}
	e.handles, err = a.OwnHandles(ctx)
	return e, err
}

// look fetches the pictures of a page and reports whether one of them is among the user's own. Those are kept beside
// their likes, and so is the first picture of a page of the user's own, which stands for the account. Where neither
// can be, nothing is fetched. A picture that cannot be had or read is none.
func (e *pageEye) look(page crawl.Page, item string, mine bool, addresses []string) (shown bool, err error) {
	base, err := url.Parse(page.FinalURL)
	mine = mine || e.isProfile(page.FinalURL)
	if err != nil || len(e.own) == 0 && !mine {
		return false, nil
	}
	for i, address := range addresses {
		at, err := base.Parse(address)
		if err != nil {
			continue
		}
		got, err := e.web.FetchPicture(at.String())
		if err != nil || got.Status != 200 || got.Truncated {
			continue
		}
		seen, s, err := pictures.SeePicture(got.Body)
		if err != nil {
			continue
		}
		same := slices.ContainsFunc(e.own, func(h picture.Hash) bool { return h.Distance(s.Hash) <= picture.SameBits })
		shown = shown || same
		if !same && (!mine || i > 0) {
			continue
		}
		if err := pictures.ThumbsOf(e.a.Core).Put(seen.Content, s.Thumbnail); err != nil {
			return shown, err
		}
		e.found = append(e.found, pagePicture{seen, item, at.String()})
	}
	return shown, nil
}

// isProfile reports whether an address is that of an account of the user's own.
func (e *pageEye) isProfile(address string) bool {
	parts := strings.FieldsFunc(strings.ToLower(address), func(r rune) bool { return r == '/' || r == '@' || r == '?' })
	return slices.ContainsFunc(e.handles, func(h string) bool { return len(h) > 3 && slices.Contains(parts, strings.ToLower(h)) })
}

// keep stores the pictures under the source of their pages.
func (e *pageEye) keep(ctx context.Context, source int64) error {
	var pictures []store.Picture
	var shots []store.Shot
	for _, p := range e.found {
		pictures = append(pictures, p.Picture)
		shots = append(shots, store.Shot{Source: source, Path: p.address, Item: p.item, Content: p.Content})
	}
	return e.a.DB.PutPictures(ctx, pictures, shots)
}

// markOwnPictures notes on search results that their pages show a picture of the user's own, and judges again
// whose they are.
func (a *Agent) markOwnPictures(ctx context.Context, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	var items []footprint.Item
	for it, err := range a.ItemsByID(ctx, ids) {
		if err != nil {
			return err
		}
		details := map[string]string{ownPicture: "yes"}
		for key, value := range it.Details {
			details[key] = value
		}
		it.Details = details
		items = append(items, it)
	}
	if _, err := a.DB.ReplaceItems(ctx, items); err != nil {
		return err
	}
	return a.decideAgain(ctx)
}

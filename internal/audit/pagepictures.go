package audit

import (
	"bytes"
	"context"
	"net/url"

	"footprint/internal/crawl"
	"footprint/internal/footprint"
	"footprint/internal/picture"
)

// ownPicture is the detail of a search result whose page shows a picture of the user's own.
const ownPicture = "own_picture"

// ownHashes are the hashes of the pictures that the user posted.
func (a *Auditor) ownHashes(ctx context.Context) ([]picture.Hash, error) {
	rows, err := a.db.Album(ctx)
	if err != nil {
		return nil, err
	}
	var hashes []picture.Hash
	for _, r := range rows {
		if r.Own && r.Hash != nil {
			hashes = append(hashes, picture.Hash(*r.Hash))
		}
	}
	return hashes, nil
}

// showsOwn reports whether one of the pictures of a page is among the user's own. Without any of these nothing is
// fetched. A picture that cannot be had or read is none.
func showsOwn(web *crawl.Crawler, page crawl.Page, pictures []string, own []picture.Hash) bool {
	base, err := url.Parse(page.FinalURL)
	if err != nil || len(own) == 0 {
		return false
	}
	for _, address := range pictures {
		at, err := base.Parse(address)
		if err != nil {
			continue
		}
		got, err := web.FetchPicture(at.String())
		if err != nil || got.Status != 200 || got.Truncated {
			continue
		}
		img, err := picture.Decode(bytes.NewReader(got.Body), 1)
		if err != nil {
			continue
		}
		hash, err := picture.HashOf(img)
		if err != nil {
			continue
		}
		for _, h := range own {
			if h.Distance(hash) <= picture.SameBits {
				return true
			}
		}
	}
	return false
}

// markOwnPictures notes on search results that their pages show a picture of the user's own, and judges again
// whose they are.
func (a *Auditor) markOwnPictures(ctx context.Context, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	var items []footprint.Item
	for it, err := range a.items(ctx, ids) {
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
	if _, err := a.db.ReplaceItems(ctx, items); err != nil {
		return err
	}
	return a.decideAgain(ctx)
}

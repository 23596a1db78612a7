package pictures

import (
	"cmp"
	"context"
	"fmt"
	"image"
	"os"
	"path"
	"slices"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/picture"
	"footprint/internal/store"
)

// NamePortraits gives the accounts whose profile pictures look the same the same key, which the rules compare.
// Pictures of accounts come from exports, and from the user's own pages on the web where no export has them.
func (a *Archivist) NamePortraits(ctx context.Context) error {
	rows, err := a.DB.Album(ctx)
	if err != nil {
		return err
	}
	shots := map[string][]*store.AlbumRow{}
	var ids []string
	for i := range rows {
		r := &rows[i]
		if r.Hash == nil || !telling(*r.Hash) || r.Kind != footprint.KindProfile && !onWeb(r.Path) && !portraitPath(r.Path) && !portraitName(r.Container) {
			continue
		}
		if shots[r.Item] == nil {
			ids = append(ids, r.Item)
		}
		shots[r.Item] = append(shots[r.Item], r)
	}
	slices.Sort(ids) // so that the same pictures always give the same keys
	likes, keys := newLikes(), map[int]string{}
	_, err = a.DB.Amend(ctx, ids, func(it *footprint.Item) bool {
		key := ""
		for _, r := range shots[it.ID] {
			if !isPortrait(it, r.Path) || a.plain(r.Content) {
				continue
			}
			group := likes.group(r.Content, r.Hash)
			if keys[group] == "" {
				keys[group] = fmt.Sprintf("looks like %016x", *r.Hash)
			}
			key = cmp.Or(key, keys[group])
		}
		if key == "" || it.ProfilePicture == key {
			return false
		}
		it.ProfilePicture = key
		return true
	})
	return err
}

// isPortrait reports whether a file of an item is the picture that stands for the account.
func isPortrait(it *footprint.Item, file string) bool {
	if onWeb(file) {
		return it.Kind == footprint.KindWebPage
	}
	if !it.Own() {
		return false
	}
	i := slices.IndexFunc(it.Media, func(m footprint.Media) bool { return m.Path == file })
	if i < 0 {
		return false
	}
	caption := strings.ToLower(it.Media[i].Caption)
	for _, other := range []string{"header", "banner", "cover", "background"} {
		if strings.Contains(caption, other) || strings.HasPrefix(strings.ToLower(path.Base(file)), other) {
			return false
		}
	}
	return it.Kind == footprint.KindProfile || portraitPath(file) || portraitName(it.Container) || portraitName(it.Title) || portraitName(caption)
}

// portraitWords are what exports call profile pictures, in the names of files, albums and titles; letters only.
var portraitWords = []string{"profilepicture", "profilephoto", "profilbild", "profilfoto", "photodeprofil", "photosdeprofil", "fotodeperfil", "fotosdeperfil", "fotodelperfil", "fotosdelperfil",
	"immaginedelprofilo", "immaginidelprofilo", "avatar"}

func portraitName(s string) bool {
	letters := strings.Map(func(r rune) rune {
		if r < 'a' || r > 'z' {
			return -1
		}
		return r
	}, strings.ToLower(s))
	return slices.ContainsFunc(portraitWords, func(w string) bool { return strings.Contains(letters, w) })
}

// portraitPath reports whether a file lies where profile pictures do: "profile/2020.jpg", "profile_pictures/1.jpg",
// "avatar.png".
func portraitPath(file string) bool {
	for _, part := range strings.Split(strings.ToLower(file), "/") {
		if stem, _, _ := strings.Cut(part, "."); stem == "profile" || stem == "profile_media" || portraitName(part) {
			return true
		}
	}
	return false
}

// fewColours is the number of colours up to which a picture is a sign: the letter or the figure that a site gives to
// whoever has no picture, and that strangers share.
const fewColours = 6

// plain reports whether a picture is no more than a sign. A picture whose thumbnail is not there is taken for one
// that shows somebody.
func (a *Archivist) plain(content string) bool {
	img, err := openThumbnail(ThumbsOf(a.Core).File(content))
	if err != nil {
		return false
	}
	counts := map[[3]uint8]int{}
	for i := 0; i+4 <= len(img.Pix); i += 4 {
		counts[[3]uint8{img.Pix[i] >> 4, img.Pix[i+1] >> 4, img.Pix[i+2] >> 4}]++
	}
	many := 0
	for _, n := range counts {
		if n*500 >= len(img.Pix)/4 {
			many++
		}
	}
	return many <= fewColours
}

func openThumbnail(file string) (*image.NRGBA, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("open thumbnail: %w", err)
	}
	defer f.Close()
	return picture.Decode(f, 0)
}

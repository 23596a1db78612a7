package audit

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// badge is a platform for tests: a folder named after an account, with the picture of its profile.
var badge = ingest.Platform{
	ID: "badge", Name: "Badge",
	Recognize: func(a *ingest.Archive) []ingest.Found {
		return []ingest.Found{{Root: ".", Layout: "test", Format: "png"}}
	},
	Read: func(ctx context.Context, x *ingest.Export) iter.Seq2[footprint.Item, error] {
		return func(yield func(footprint.Item, error) bool) {
			for _, name := range x.Files() {
				account, _, _ := bytes.Cut([]byte(filepath.Base(name)), []byte("-"))
				x.Owner.Handles = []string{string(account)}
				yield(footprint.Item{Kind: footprint.KindProfile, Author: footprint.AuthorSelf, NativeID: string(account), Account: string(account), Visibility: footprint.VisibilityPublic,
					Media: []footprint.Media{{Path: x.Path(name), Type: footprint.MediaPhoto, Caption: "avatar"}}, Origin: footprint.Origin{File: x.Path(name)}}, nil)
			}
		}
	},
}

// smaller is a picture as another site would keep it: scaled and packed anew.
func smaller(t *testing.T, b []byte) []byte {
	t.Helper()
	src, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	half := image.NewRGBA(image.Rect(0, 0, src.Bounds().Dx()*3/4, src.Bounds().Dy()*3/4))
	for y := range half.Rect.Dy() {
		for x := range half.Rect.Dx() {
			half.Set(x, y, src.At(x*4/3, y*4/3))
		}
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, half, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// blankAvatar is what a site shows for an account without a picture.
func blankAvatar() []byte {
	img := image.NewRGBA(image.Rect(0, 0, 200, 200))
	draw.Draw(img, img.Rect, image.NewUniform(color.RGBA{90, 60, 160, 255}), image.Point{}, draw.Src)
	draw.Draw(img, image.Rect(60, 40, 90, 160), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(img, image.Rect(60, 40, 140, 70), image.NewUniform(color.White), image.Point{}, draw.Src)
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// wear imports one profile for each file and returns the accounts that are linked with the user's name.
func wear(t *testing.T, aliases []string, files map[string][]byte) []string {
	t.Helper()
	rules := builtin(t)
	a, err := Open(t.Context(), Options{Path: filepath.Join(t.TempDir(), "a.db"), Platforms: []ingest.Platform{badge}, Rules: rules})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	}()
	if err := a.GiveConsent(t.Context()); err != nil {
		t.Fatal(err)
	}
	for name, b := range files {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := a.Import(t.Context(), []string{dir}, nil); err != nil {
			t.Fatal(err)
		}
	}
	me, err := a.Profile(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	me.Name, me.Role, me.Aliases = "Orla Fenwick", "doctor", aliases
	if err := a.SetProfile(t.Context(), me); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Analyze(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	rows, err := a.Tasks(t.Context(), TaskFilter{Rules: []string{"alias-linkage"}})
	if err != nil {
		t.Fatal(err)
	}
	var linked []string
	for _, r := range rows {
		linked = append(linked, r.Account)
	}
	return linked
}

func TestAccountsWithOneProfilePictureAreLinked(t *testing.T) {
	face := sheet(5, 400, 400)
	got := wear(t, []string{"nightjar", "bluekettle"}, map[string][]byte{
		"orla.fenwick-avatar.png": face, "nightjar-avatar.jpg": smaller(t, face), "bluekettle-avatar.png": sheet(9, 400, 400),
	})
	if !slices.Equal(got, []string{"nightjar"}) {
		t.Errorf("linked: %v", got)
	}
}

// Two accounts without a picture of their own share that of the site.
func TestSignsOfASiteLinkNobody(t *testing.T) {
	if got := wear(t, []string{"nightjar"}, map[string][]byte{"orla.fenwick-avatar.png": blankAvatar(), "nightjar-avatar.png": blankAvatar()}); len(got) > 0 {
		t.Errorf("linked: %v", got)
	}
}

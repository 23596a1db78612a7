package youtube

import (
	"regexp"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/csvtable"
	"footprint/internal/ingest/takeout/product"
)

// oldList is the state of a playlist's table of before 2023: one row about the list, then a second header
// line and the videos.
type oldList struct {
	title        string
	visible      footprint.Visibility
	heading      bool // the row is the second header line
	inside       bool // rows are videos
	video, added string
}

// inOldList takes a row of an old table and reports whether it is a video.
func (t *table) inOldList(row csvtable.Row) bool {
	var values []string
	row.Each(func(_, value string) { values = append(values, value) })
	t.old.heading = false
	switch {
	case len(values) == 0:
		return false
	case t.old.inside:
		t.old.video, t.old.added = values[0], ""
		if len(values) > 1 {
			t.old.added = values[1]
		}
		return true
	}
	if which, ok := roleOf(values[0]); ok && which == video {
		t.old.inside, t.old.heading = true, true
		return false
	}
	t.old.title, t.old.visible = row.Get("Title"), audience(row.Get("Visibility"))
	return false
}

// suffix is what Google adds to a list's title to name its table.
var suffix = regexp.MustCompile(`(?i)[- ](videos|vídeos|video's|videoclipuri|video_s|vidéos|vaizdo įrašai)$`)
var prefix = regexp.MustCompile(`(?i)^(video_s in|videos in|vidéos dans) `)

// entry is one video of a playlist. The list of liked videos holds likes.
func (t *table) entry(c cells) footprint.Item {
	list := firstOf(t.old.title, strings.TrimSuffix(t.name[strings.LastIndexByte(t.name, '/')+1:], ".csv"))
	list = clean(prefix.ReplaceAllString(suffix.ReplaceAllString(list, ""), ""))
	it := footprint.Item{Kind: footprint.KindSaved, Author: footprint.AuthorSelf, NativeID: list + "/" + c.by[video], Container: list, Title: clean(firstOf(c.by[videoTitle], c.by[title])), URL: watch(c.by[video]),
		Created: product.Time(c.by[created]), Visibility: t.old.visible}
	if isLiked(list) {
		it.Kind, it.Author, it.Interaction, it.NativeID, it.Container = footprint.KindLike, "other", footprint.InteractionLiked, c.by[video], ""
	}
	return it
}

func isLiked(list string) bool {
	switch product.Fold(list) {
	case "likedvideos", "likes", "liked", "magichvideos", "videosdieichmag", "positivbewertetevideos", "vídeosquemegustan", "vídeosquemehangustado", "videosquemegustan", "videosdieikleukvind", "vidéosjaime", "videopiaciuti", "vídeosmarcadoscomgostei", "videoclipuriapreciate":
		return true
	}
	return false
}

// mediaOf finds the file of an own video: its title, with unsafe characters replaced, and cut.
func (t *table) mediaOf(name string) string {
	if t.media == nil {
		t.media = map[string]string{}
		for _, f := range t.r.X.Files() {
			if ingest.MediaType(f) == footprint.MediaVideo && strings.Contains(product.Fold(f), "youtube") || product.Parent(f) == "videos" {
				t.media[product.Base(f)] = f
			}
		}
	}
	letters := []rune(name)
	for _, most := range []int{len(letters), 50, 47, 46} {
		if key := product.Fold(string(letters[:min(most, len(letters))])); key != "" && t.media[key] != "" {
			return t.media[key]
		}
	}
	return ""
}

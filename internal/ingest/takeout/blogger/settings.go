package blogger

import (
	"path"
	"regexp"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest/csvtable"
	"footprint/internal/ingest/takeout/product"
)

// Settings reads the settings of a blog, each column one.
func Settings(r *product.Reader, name string) {
	r.CSV(name, func(row csvtable.Row) bool {
		more := true
		row.Each(func(column, value string) {
			more = more && r.Emit(row.N, footprint.Item{Kind: footprint.KindPrivacySetting, Setting: "blog: " + clean(column), Value: clean(value), Container: path.Base(path.Dir(name)), URL: "https://www.blogger.com"})
		})
		return more
	})
}

var host = regexp.MustCompile(`^(?:https?://)?([\w-]+(?:\.[\w-]+)+)/?$`)

// address looks for the blog's address in the settings beside a feed.
func address(r *product.Reader, name string) string {
	settings := path.Join(path.Dir(name), "settings.csv")
	if !r.X.Has(settings) {
		return ""
	}
	const small = 1 << 20
	content, err := r.X.ReadFile(settings, small)
	if err != nil {
		return "" // handed out when the settings are read themselves
	}
	found := ""
	for row, err := range csvtable.Rows(strings.NewReader(string(content)), csvtable.Options{}) {
		if err != nil {
			break
		}
		row.Each(func(column, value string) {
			c := strings.ToLower(column)
			if m := host.FindStringSubmatch(value); m != nil && found == "" && (strings.HasSuffix(m[1], ".blogspot.com") || strings.Contains(c, "domain") || strings.Contains(c, "url") || strings.Contains(c, "address")) {
				found = "https://" + m[1]
			}
		})
	}
	return found
}

// Profile reads the profile of Blogger; its name is that of the user's posts.
func Profile(r *product.Reader, name string) {
	r.Objects(name, func(_ int64, _ string, o product.Object) bool {
		it := footprint.Item{Kind: footprint.KindProfile, Author: footprint.AuthorSelf, Title: o.Str("displayName", "name", "profile/displayName"), Text: o.Str("about", "aboutMe", "introduction", "profile/about"), ContainerKind: footprint.ContainerOwnProfile,
			URL: "https://www.blogger.com/profile", Visibility: footprint.VisibilityPublic, Details: o.Details("displayName", "about", "aboutMe")}
		r.Own(it.Title, "")
		return r.Emit(0, it)
	}, "")
}

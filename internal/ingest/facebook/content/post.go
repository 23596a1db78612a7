package content

import (
	"footprint/internal/footprint"
	"footprint/internal/ingest/facebook/record"
	"footprint/internal/ingest/meta"
)

// post reads an activity record with the user's words, photos, links, places, polls and life events.
func post(r *meta.Reader, e meta.Entry) []footprint.Item {
	it := record.Activity(r, e, footprint.KindPost)
	it.Visibility = r.Visibility
	s := record.Read(it.Title, r.IsOwner)
	if it.Container == "" && s.Group != "" {
		it.Container, it.ContainerKind, it.Visibility = s.Group, footprint.ContainerGroup, ""
		it.URL = record.ActivityLog(record.LogGroupPosts, it.Created)
	}
	switch {
	case s.Wall != "" && !r.IsOwner(s.Wall):
		it.Container, it.ContainerKind, it.Target, it.Visibility = s.Wall, footprint.ContainerThirdPartyPage, s.Wall, ""
		it.URL = record.ActivityLog(record.LogOthers, it.Created)
	case s.Review != "":
		it.Kind, it.Container, it.ContainerKind = footprint.KindReview, s.Review, footprint.ContainerThirdPartyPage
		it.URL = record.ActivityLog(record.LogReviews, it.Created)
	case it.ContainerKind == "":
		it.ContainerKind = footprint.ContainerOwnProfile
	}
	return []footprint.Item{it}
}

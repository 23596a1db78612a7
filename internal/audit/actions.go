package audit

import (
	"slices"
	"strings"

	"footprint/internal/footprint"
)

// undoing names, for each kind of item, the action of the actions table that takes it away.
var undoing = map[footprint.Kind]string{
	footprint.KindPost: "delete", footprint.KindComment: "delete", footprint.KindPhoto: "delete", footprint.KindVideo: "delete", footprint.KindMessage: "delete",
	footprint.KindReview: "delete", footprint.KindPlace: "delete", footprint.KindSearch: "delete", footprint.KindTag: "untag", footprint.KindGroup: "leave",
	footprint.KindPageLike: "unlike", footprint.KindLike: "unlike", footprint.KindFriend: "unfriend", footprint.KindFollower: "unfriend", footprint.KindFollowing: "unfollow",
	footprint.KindConnectedApp: "revoke", footprint.KindUploadedContacts: "contacts", footprint.KindContact: "contacts", footprint.KindPrivacySetting: "settings",
	footprint.KindProfile: "audience", footprint.KindSaved: "unsave", footprint.KindLogin: "logout", footprint.KindDevice: "logout", footprint.KindInterest: "ads",
}

// platformSteps are the clicks on this platform, with the year in which they were checked; "" when nobody
// knows them. They stand before the rule's own words, which speak of every platform.
func (a *Auditor) platformSteps(v *TaskView) string {
	action := undoing[v.Kind]
	if v.Content == nil {
		return ""
	}
	if v.Kind == footprint.KindFriendRequest {
		action = "decline"
		if v.Content.Direction == footprint.DirectionOutgoing {
			action = "withdraw"
		}
	}
	advice, ok := a.Actions.Find(v.Platform, string(v.Kind), action, v.Account)
	if !ok || len(advice.Steps) == 0 || !slices.Contains(a.Actions.Platforms(), v.Platform) {
		return ""
	}
	if v.Link == "" {
		v.Link = advice.URL
	}
	return a.PlatformName(v.Platform) + ": " + strings.Join(advice.Steps, "; ") + " (checked " + advice.Checked + ").\n"
}

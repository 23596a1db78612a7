package takeout

import (
	"regexp"
	"strings"
)

// form is what a JSON file holds, told by keys, which are never translated.
type form uint8

const (
	unknown form = iota
	activityRecords
	youtubeList
	sidecar
	features
	reviewList
	searchReviews
	positions
	visits
	timelineSettings
	chatMessages
	chatGroup
	chatUser
	hangouts
	answers
	contributions
	commute
	profile
	note
)

// forms are tried in turn: one of the keys must occur near the beginning of the file.
var forms = [...]struct {
	is   form
	keys *regexp.Regexp
}{
	{sidecar, regexp.MustCompile(`"photoTakenTime"\s*:|"googlePhotosOrigin"\s*:`)},
	{features, regexp.MustCompile(`"FeatureCollection"`)},
	{visits, regexp.MustCompile(`"timelineObjects"\s*:|"semanticSegments"\s*:|"timelinePath"\s*:|"(?:startTime|endTime)"\s*:(?s:.{0,200})"(?:visit|activity)"\s*:|"visit"\s*:\s*\{(?s:.{0,200})"topCandidate"`)},
	{positions, regexp.MustCompile(`"locations"\s*:\s*\[\s*(?:\]|\{\s*"(?:latitudeE7|longitudeE7|timestamp|timestampMs|accuracy)")`)},
	{timelineSettings, regexp.MustCompile(`"timelineEnabled"\s*:|"deviceSettings"\s*:|"retentionControl"\s*:`)},
	{youtubeList, regexp.MustCompile(`"youtube#|"snippet"\s*:\s*\{|"contentDetails"\s*:\s*\{`)},
	{activityRecords, regexp.MustCompile(`"titleUrl"\s*:|"activityControls"\s*:|"header"\s*:\s*"|"snippet"\s*:\s*"`)},
	{chatUser, regexp.MustCompile(`"membership_info"\s*:`)},
	{chatMessages, regexp.MustCompile(`"messages"\s*:\s*\[(?s:.{0,200})"(?:creator|created_date|topic_id)"|"messages"\s*:\s*\[\s*\]`)},
	{chatGroup, regexp.MustCompile(`"members"\s*:\s*\[(?s:.{0,300})"user_type"`)},
	{hangouts, regexp.MustCompile(`"conversations"\s*:\s*\[|"conversation_state"\s*:\s*\[`)},
	{searchReviews, regexp.MustCompile(`"Review Star Rating"\s*:|"Review Comment"\s*:`)},
	{reviewList, regexp.MustCompile(`"review"\s*:\s*\{`)},
	{answers, regexp.MustCompile(`"answers"\s*:\s*\[|"thumbs_ups"\s*:\s*\[`)},
	{contributions, regexp.MustCompile(`"contributions"\s*:\s*\[`)},
	{commute, regexp.MustCompile(`"trips"\s*:\s*\[`)},
	{note, regexp.MustCompile(`"userEditedTimestampUsec"\s*:`)},
	{profile, regexp.MustCompile(`"(?:formattedName|givenName)"\s*:`)},
}

// jsonOf tells what a JSON file holds by its beginning.
func jsonOf(head string) form {
	if !strings.ContainsAny(head, "{[") {
		return unknown
	}
	for _, f := range forms {
		if f.keys.MatchString(head) {
			return f.is
		}
	}
	return unknown
}

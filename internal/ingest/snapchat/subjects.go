package snapchat

import "footprint/internal/footprint"

// subject is one file of the export: its sections, or why it is not read.
type subject struct {
	rows []row
	skip string
}

// row binds a section to the function that reads it. A section in HTML is matched by the words before "/[]".
type row struct {
	path string
	read func(*reader, section) []item
}

func all(read func(*reader, section) []item) subject { return subject{rows: []row{{"*/[]", read}}} }

// subjects lists every file that the format's document names. Sections that are not listed are kept as
// activities by [other].
var subjects = map[string]subject{
	"account": {rows: []row{{"Basic Information", basic}, {"Device Information", device}, {"Device History/[]", device}, {"Login History/[]", login},
		{"Associated Accounts by Cloud Account ID/[]", device}}},
	"account_history": {rows: []row{{"Display Name Change/[]", former("Display Name")}, {"Email Change/[]", former("Email Address")}, {"Mobile Number Change/[]", former("Mobile Number")}}},
	"friends": {rows: []row{{"Friends/[]", friend}, {"Friend Requests Sent/[]", request(footprint.DirectionOutgoing, "pending")}, {"Pending Requests/[]", request(footprint.DirectionIncoming, "pending")},
		{"Ignored Snapchatters/[]", request(footprint.DirectionIncoming, "declined")}, {"Blocked Users/[]", blocked}, {"Deleted Friends/[]", deletedFriend}, {"Hidden Friend Suggestions/[]", suggestion}}},

	"chat_history": all(chat),
	"snap_history": all(chat),
	"talk_history": all(call),

	"memories_history":        {rows: []row{{"Saved Media/[]", memory}}},
	"story_history":           {rows: []row{{"Your Story Views/[]", story}, {"Friend and Public Story Views/[]", nil}}},
	"shared_story":            {rows: []row{{"Shared Story/[]", published}, {"Spotlight History/[]", watched}}},
	"snap_pro":                {rows: []row{{"Profile", publicProfile}, {"Spotlights/[]", published}, {"Saved Stories/[]", published}, {"Lenses/[]", published}}},
	"community_lenses":        all(published),
	"custom_sticker":          all(sticker),
	"snap_map_places_history": all(place),
	"location_history": {rows: []row{{"Home, School & Work", homes}, {"Home & Work", homes}, {"Frequent Locations/[]", place}, {"Latest Location/[]", place}, {"Daily Top Locations/[]", place},
		{"Top Locations Per Six-Day Period/[]", place}, {"Location History/[]", place}, {"Locations You Have Visited/[]", place}, {"Businesses and places you may have visited", businesses},
		{"Businesses you may have visited in the last two years/[]", place}, {"Actiomoji information from places you may have visited/[]", place},
		{"Areas you may have visited in the last two years/[]", place}}},

	"user_profile": {rows: []row{{"App Profile", profilePart}, {"Demographics", belief}, {"Subscriptions/[]", following}, {"Discover Channels Viewed/[]", belief},
		{"Ads You Interacted With/[]", belief}, {"Interest Categories/[]", belief}, {"Content Categories/[]", belief}, {"Geographic Information/[]", belief}, {"Interactions", belief}, {"Mobile Ad Id", device}}},
	"subscriptions":  {rows: []row{{"Public Users/[]", following}, {"Publishers/[]", page}, {"Stories/[]", page}}},
	"connected_apps": {rows: []row{{"Permissions/[]", app}, {"Connected Applications/[]", app}, {"Login History/[]", login}}},
	"search_history": all(search),
	"snapchat_ai":    {rows: []row{{"My AI Content/[]", assistant}, {"My AI Memory/[]", belief}}},
	"ranking":        {rows: []row{{"Statistics", profilePart}}},
	"snap_ads":       {rows: []row{{"Organization Members/[]", businessRole}}},
	"bitmoji":        {rows: []row{{"Basic Information", profilePart}}},
	"support_note":   all(support),
	"in_app_reports": all(support),

	"scans":                  {},
	"terms_history":          {},
	"in_app_surveys":         {},
	"email_campaign_history": {},
	"purchase_history":       {},
	"shop_history":           {},
	"snap_games_and_minis":   {},
	"cameos_metadata":        {},
	"feature_emails":         {},
	"snapchat_plus":          {},
	"bitmoji_kit_user":       {skip: "state of the avatar keyboard, nothing that others see"},
	"faq":                    {skip: "explains the export"},
}

package strava

import "footprint/internal/footprint"

const (
	equipment = "names of equipment, nothing that others see"
	billing   = "payments and correspondence with Strava, nothing that others see"
	internal  = "bookkeeping of Strava, nothing that others see"
)

// tables lists every table by its name; see strava.md section 4.
func tables() map[string]table {
	return map[string]table{
		"profile": {columns: []string{"Athlete ID", "Email Address", "First Name", "Last Name", "Sex", "Description", "Weight", "City", "State", "Country"}, read: profile},
		"activities": {columns: []string{"Activity ID|id", "Activity Date|date", "Activity Name|name", "Activity Type|type", "Activity Description|description", "Elapsed Time|elapsed_time", "Distance|distance",
			"Max Heart Rate", "Relative Effort", "Commute|commute", "Activity Private Note", "Activity Gear|gear", "Filename|filename"}, read: activity},
		"media":                     {columns: []string{"Media Filename", "Media Caption"}, read: picture},
		"photos":                    {columns: []string{"Photo Filename|filename|Filename", "Photo Caption|caption|Caption"}, read: picture},
		"visibility_settings":       {read: visibility},
		"social_settings":           {read: settings},
		"partner_opt_outs":          {read: settings},
		"general_preferences":       {read: preferences},
		"privacy_zones":             {columns: []string{"Address", "Radius", "Latitude & Longitude"}, read: zone, done: noZones},
		"connected_apps":            {columns: []string{"Enabled Application Name"}, read: connectedApp},
		"applications":              {columns: []string{"App Name", "App Description"}, read: ownApp},
		"contacts":                  {columns: []string{"Athlete ID", "Contact Type", "Contact", "Contact Source", "Contact Name"}, read: contact, done: uploaded},
		"followers":                 {columns: []string{"Follower Athlete ID", "Follow Status|Favorite Status", "Created At"}, read: follow(footprint.KindFollower, footprint.DirectionIncoming)},
		"following":                 {columns: []string{"Following Athlete ID|Follower Athlete ID", "Follow Status|Favorite Status", "Created At"}, read: follow(footprint.KindFollowing, footprint.DirectionOutgoing)},
		"blocks":                    {columns: []string{"Blocked Athlete ID", "Created At"}, read: blocked},
		"memberships":               {columns: []string{"Join Date", "Club Name"}, read: membership},
		"clubs":                     {columns: []string{"Club Name", "Club Description", "Club Type", "Club Sport", "City", "Country", "State", "Club Website"}, read: club},
		"events":                    {columns: []string{"Event Title", "Event Description", "Start Time"}, read: event},
		"comments":                  {columns: []string{"Comment Date", "Comment"}, read: comment},
		"reactions":                 {columns: []string{"Reaction Date", "Reaction Type", "Parent Type", "Parent ID"}, read: reaction},
		"kudos":                     {columns: []string{"Reaction Date|Kudos Date|Date", "Reaction Type|Kudos Type", "Parent Type", "Parent ID|Activity ID"}, read: reaction},
		"posts":                     {columns: []string{"Post Date", "Post Summary", "Post", "Post URL", "Photos"}, read: post},
		"routes":                    {columns: []string{"Route Name", "Route Filename"}, read: route},
		"segments":                  {columns: []string{"Segment Name", "Activity ID", "Starting Latitude", "Starting Longitude", "Ending Latitude", "Ending Longitude"}, read: segment},
		"starred_segments":          {columns: []string{"Date", "Segment ID"}, read: starred("Segment ID", "segments")},
		"starred_routes":            {columns: []string{"Date", "Route ID"}, read: starred("Route ID", "routes")},
		"local_legend_segments":     {columns: []string{"Segment ID", "Segment Name"}, read: legend},
		"global_challenges":         {columns: []string{"Join Date", "Name", "Completed"}, read: challenge},
		"group_challenges":          {columns: []string{"Join Date", "Name", "Completed"}, read: challenge},
		"logins":                    {columns: []string{"IP Address", "Login Source", "Login Date & Time"}, read: login},
		"mobile_device_identifiers": {columns: []string{"Mobile Device ID"}, read: device},

		"email_preferences":          {skip: "which mails Strava may send"},
		"favorites":                  {skip: internal},
		"flags":                      {skip: "content of others that the user reported"},
		"goals":                      {skip: "training goals, nothing that others see"},
		"orders":                     {skip: billing},
		"support_tickets":            {skip: billing},
		"intercom_tickets":           {skip: billing},
		"bikes":                      {skip: equipment},
		"shoes":                      {skip: equipment},
		"components":                 {skip: equipment},
		"monthly_recap_achievements": {skip: internal},
		"metering":                   {skip: internal},
		"structured_details":         {skip: internal},
		"segment_feedback":           {skip: internal},
	}
}

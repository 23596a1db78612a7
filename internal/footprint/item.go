package footprint

import "time"

// Tri is a yes, a no, or not known. In JSON it is true, false or absent (null).
type Tri int8

// The three values. The zero value is Unknown.
const (
	Unknown Tri = iota
	Yes
	No
)

// TriOf turns a known bool into a Tri.
func TriOf(b bool) Tri {
	if b {
		return Yes
	}
	return No
}

// Is reports whether t is known to equal b.
func (t Tri) Is(b bool) bool { return t == TriOf(b) }

// IsZero lets encoding/json leave an unknown out (omitzero).
func (t Tri) IsZero() bool { return t == Unknown }

// Origin is where an item was read: the file inside the export and the record's place in it.
type Origin struct {
	// File is the slash-separated path inside the archive or folder that was opened.
	File string `json:"file,omitempty"`
	// Pos is the record's number in the file, from 1; 0 if the file as a whole is the record.
	Pos int64 `json:"pos,omitempty"`
}

// Area is a circle on the map, drawn or typed by the user.
type Area struct {
	Lat     float64 `json:"lat"`
	Lon     float64 `json:"lon"`
	RadiusM float64 `json:"radius_m"` // metres
	Name    string  `json:"name,omitempty"`
}

// Areas are several of them. In JSON one alone may stand without a list, as earlier versions wrote it.
type Areas []Area

// Around returns the first area that holds a position by a measure of distance in metres; nil when none does. An area
// smaller than what a phone can tell counts as that.
func (a Areas) Around(lat, lon float64, metres func(lat1, lon1, lat2, lon2 float64) float64) *Area {
	const least = 50
	for i := range a {
		if metres(a[i].Lat, a[i].Lon, lat, lon) <= max(a[i].RadiusM, least) {
			return &a[i]
		}
	}
	return nil
}

// Exif is what a picture or video says about itself or what the export says beside it.
type Exif struct {
	Lat      *float64  `json:"lat,omitempty"` // degrees, north positive
	Lon      *float64  `json:"lon,omitempty"` // degrees, east positive
	Taken    time.Time `json:"taken,omitzero"`
	Owner    string    `json:"owner,omitempty"`
	Make     string    `json:"make,omitempty"`
	Model    string    `json:"model,omitempty"`
	Serial   string    `json:"serial,omitempty"`
	Software string    `json:"software,omitempty"`
	UploadIP string    `json:"upload_ip,omitempty"`
	People   []string  `json:"people,omitempty"` // names in face regions or people tags
}

// HasPlace reports whether a usable position is present. Zeros are not a position.
func (e *Exif) HasPlace() bool {
	return e != nil && e.Lat != nil && e.Lon != nil && (*e.Lat != 0 || *e.Lon != 0)
}

// Media is one picture, video, sound or document that belongs to an item.
type Media struct {
	// Path is the slash-separated path inside the archive; empty when the export does not hold the file.
	Path string `json:"path,omitempty"`
	// URL is the public address, when the export gives one.
	URL string `json:"url,omitempty"`
	// Type is photo, video, audio or file.
	Type    string `json:"type,omitempty"`
	Caption string `json:"caption,omitempty"`
	Exif    *Exif  `json:"exif,omitempty"`
}

// Media types.
const (
	MediaPhoto = "photo"
	MediaVideo = "video"
	MediaAudio = "audio"
	MediaFile  = "file"
)

// Item is one thing an account holds: a post, a friend, a setting. The zero value of every field means
// "not known". JSON names are those of rules.md section 2.
type Item struct {
	// ID identifies the content: see [Item.SetID].
	ID string `json:"id,omitempty"`
	// NativeID is the platform's own permanent identifier, if it has one.
	NativeID string `json:"native_id,omitempty"`
	// Platform is the id of the platform (ingest.Platform.ID), for instance "x".
	Platform string `json:"platform,omitempty"`
	Kind     Kind   `json:"kind,omitempty"`
	Origin   Origin `json:"origin,omitzero"`

	// Whose and where.
	Account        string     `json:"account,omitempty"`         // handle of the user's account
	Alias          Tri        `json:"alias,omitzero"`            // the account does not show the real name
	AccountPurpose string     `json:"account_purpose,omitempty"` // personal, professional, unset
	Author         string     `json:"author,omitempty"`          // AuthorSelf, a display name, "other" or "unknown"
	Relation       string     `json:"relation,omitempty"`        // of the author or partner to the user
	Created        time.Time  `json:"created,omitzero"`
	Edited         time.Time  `json:"edited,omitzero"`
	Visibility     Visibility `json:"visibility,omitempty"`
	Container      string     `json:"container,omitempty"` // name of the group, chat, page or list
	ContainerKind  string     `json:"container_kind,omitempty"`
	ControlledByMe Tri        `json:"controlled_by_me,omitzero"`
	URL            string     `json:"url,omitempty"` // permanent link, or the nearest page
	Deleted        bool       `json:"deleted,omitempty"`

	// Words.
	Text        string `json:"text"`
	Title       string `json:"title,omitempty"`
	Snippet     string `json:"snippet,omitempty"`
	Description string `json:"description,omitempty"`
	ReplyTo     string `json:"reply_to,omitempty"`    // words of others that are answered
	SharedText  string `json:"shared_text,omitempty"` // words of others that are passed on
	Thread      string `json:"thread,omitempty"`      // key shared by the items of one conversation
	OCR         string `json:"ocr,omitempty"`         // readable text in the picture

	// Pictures.
	Media     []Media  `json:"media,omitempty"`
	HasImage  Tri      `json:"has_image,omitzero"`
	Labels    []string `json:"labels,omitempty"` // what is seen in the picture
	Faces     *int     `json:"faces,omitempty"`  // the most that were found in one picture
	Exif      *Exif    `json:"exif,omitempty"`
	Workplace *Area    `json:"workplace,omitempty"`
	Home      *Area    `json:"home,omitempty"`
	Tags      []string `json:"tags,omitempty"` // people tagged or mentioned

	// Contacts and requests.
	Direction      string    `json:"direction,omitempty"`
	Status         string    `json:"status,omitempty"` // pending, accepted, declined
	Target         string    `json:"target,omitempty"` // the person addressed
	MutualFriends  *int      `json:"mutual_friends,omitempty"`
	ProfilePicture string    `json:"profile_picture,omitempty"`
	Accepted       time.Time `json:"accepted,omitzero"`
	AccountCreated time.Time `json:"account_created,omitzero"`
	HistoryBefore  *int      `json:"history_before,omitempty"`
	Followers      *int      `json:"followers,omitempty"`
	Work           string    `json:"work,omitempty"`

	// Groups and pages.
	Members      *int     `json:"members,omitempty"`
	Role         string   `json:"role,omitempty"`
	Roles        []string `json:"roles,omitempty"` // offices held
	PostApproval Tri      `json:"post_approval,omitzero"`

	// The user's relation to another person's item: liked, shared, commented.
	Interaction string `json:"interaction,omitempty"`

	// Settings, apps, uploads.
	Setting      string    `json:"setting,omitempty"`
	Value        string    `json:"value,omitempty"`
	Folders      []string  `json:"folders,omitempty"`
	Permissions  []string  `json:"permissions,omitempty"`
	LastUsed     time.Time `json:"last_used,omitzero"`
	LastSync     time.Time `json:"last_sync,omitzero"`
	Count        *int      `json:"count,omitempty"`
	Automatic    Tri       `json:"automatic,omitzero"`
	FullName     Tri       `json:"full_name,omitzero"`      // the profile shows the full name
	ProfilePhoto string    `json:"profile_photo,omitempty"` // what it shows and to whom: "face, public"
	FriendsList  string    `json:"friends_list,omitempty"`  // who can see it

	// Reviews and search results.
	Rating     *float64  `json:"rating,omitempty"`
	Duplicates *int      `json:"duplicates,omitempty"`
	AboutMe    Tri       `json:"about_me,omitzero"`
	Judged     string    `json:"judged,omitempty"` // the user's answer; "false" when asked and not answered
	Marked     string    `json:"marked,omitempty"`
	FoundOn    time.Time `json:"found_on,omitzero"`

	// Follow-up and reach.
	DeletedOn time.Time `json:"deleted_on,omitzero"`
	Rechecked time.Time `json:"rechecked,omitzero"`
	Shares    *int      `json:"shares,omitempty"`
	Reactions *int      `json:"reactions,omitempty"`

	// The user's answers.
	ConsentRegister string `json:"consent_register,omitempty"`
	ConsentAnswer   string `json:"consent_answer,omitempty"`
	Answer          string `json:"answer,omitempty"`

	// Details holds what the platform says and no field above names, for display only.
	Details map[string]string `json:"details,omitempty"`
}

// Own reports whether the words of the item are the user's own.
func (it *Item) Own() bool { return it.Author == AuthorSelf }

// HasPicture reports whether a photo or video belongs to the item.
func (it *Item) HasPicture() bool {
	if it.Kind == KindPhoto || it.Kind == KindVideo || it.HasImage == Yes || len(it.Labels) > 0 || it.OCR != "" {
		return true
	}
	for _, m := range it.Media {
		if m.Type == MediaPhoto || m.Type == MediaVideo {
			return true
		}
	}
	return false
}

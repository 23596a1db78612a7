package footprint

// Kind says what an item is. The first block is the vocabulary of rules.md section 2, the second names
// what exports hold beside it.
type Kind string

// Kinds the rules speak of.
const (
	KindProfile          Kind = "profile"
	KindPost             Kind = "post"
	KindComment          Kind = "comment"
	KindPhoto            Kind = "photo"
	KindVideo            Kind = "video"
	KindTag              Kind = "tag" // the user is tagged in another person's item
	KindGroup            Kind = "group"
	KindPageLike         Kind = "page_like"
	KindFriend           Kind = "friend" // a mutual connection
	KindFriendRequest    Kind = "friend_request"
	KindMessage          Kind = "message"
	KindConnectedApp     Kind = "connected_app"
	KindUploadedContacts Kind = "uploaded_contacts" // one item for the whole address book, with Count
	KindPrivacySetting   Kind = "privacy_setting"
	KindReview           Kind = "review"
	KindSearchResult     Kind = "search_result"
	KindWebPage          Kind = "web_page"
	KindAd               Kind = "ad" // an advertisement by the user or the practice
)

// Kinds that exports hold and rules.md has no word for.
const (
	KindLike      Kind = "like"      // a reaction to an item of somebody else
	KindFollower  Kind = "follower"  // follows the user
	KindFollowing Kind = "following" // is followed by the user
	KindContact   Kind = "contact"   // one entry of an uploaded address book
	KindBlock     Kind = "block"     // blocked, muted or restricted by the user
	KindEvent     Kind = "event"
	KindPlace     Kind = "place" // a check-in, a saved or visited place
	KindSaved     Kind = "saved" // bookmarked by the user
	KindSearch    Kind = "search"
	KindInterest  Kind = "interest" // what the platform or an advertiser believes about the user
	KindLogin     Kind = "login"    // a log-in, session or address
	KindDevice    Kind = "device"
	KindBreach    Kind = "breach"   // a theft of data that held an address of the user
	KindActivity  Kind = "activity" // anything else the platform recorded the user doing
)

// Visibility is who can see an item. Empty means unknown.
type Visibility string

// Audiences, widest first.
const (
	VisibilityPublic      Visibility = "public"
	VisibilityFriends     Visibility = "friends"
	VisibilityClosedGroup Visibility = "closed_group"
	VisibilityPrivate     Visibility = "private"
)

// AuthorSelf is the Author of everything the user wrote, on any account.
const AuthorSelf = "self"

// Container kinds: where an item stands.
const (
	ContainerGroup          = "group"
	ContainerChat           = "chat"
	ContainerOwnProfile     = "own_profile"
	ContainerOwnBlog        = "own_blog"
	ContainerOwnPractice    = "own_practice_page"
	ContainerThirdPartyPage = "third_party_page"
	ContainerReviewSite     = "review_site"
)

// Relations of another person to the user, as the user answered.
const (
	RelationPatient         = "patient"
	RelationFormerPatient   = "former_patient"
	RelationPatientRelative = "patient_relative"
	RelationColleague       = "colleague"
	RelationFriend          = "friend"
	RelationFamily          = "family"
	RelationStranger        = "stranger"
	RelationUnanswered      = "unanswered"
)

// Directions of a request, message or follow.
const (
	DirectionIncoming = "incoming"
	DirectionOutgoing = "outgoing"
)

// Interactions of the user with another person's item.
const (
	InteractionLiked     = "liked"
	InteractionShared    = "shared"
	InteractionCommented = "commented"
)

package x

import (
	"regexp"
	"slices"
	"strings"
)

// section is one kind of data file: its names without ".js" and part number, oldest last, and how a record
// becomes items, or why the file is not read.
type section struct {
	stems []string
	read  func(r *reader, rec record)
	// path leads to the records; "[]" when empty.
	path []string
	// done runs after the last record of all files of the section.
	done func(r *reader)
	skip string
	// bare says that records hold no wrapper object.
	bare bool
}

// sections is the table of all data files, in the order in which they are read: whose archive it is, what
// later sections need, then the rest.
func sections() []section {
	return slices.Concat(identityAndPosts(), peopleAndMessages(), inferredAndSmall())
}

func identityAndPosts() []section {
	return []section{
		// Identity.
		{stems: []string{"account"}, read: (*reader).account},
		{stems: []string{"screen-name-change"}, read: (*reader).handleChange},
		{stems: []string{"email-address-change"}, read: (*reader).emailChange},
		{stems: []string{"phone-number"}, read: (*reader).phone},
		{stems: []string{"profile"}, read: (*reader).profile},
		{stems: []string{"professional-data"}, read: (*reader).professional},
		{stems: []string{"ageinfo"}, read: (*reader).age},
		{stems: []string{"protected-history"}, read: (*reader).protection, done: (*reader).protectionDone},
		// Posts.
		{stems: []string{"note-tweet"}, read: (*reader).note},
		{stems: []string{"tweets", "tweet"}, read: (*reader).post},
		{stems: []string{"community-tweet"}, read: (*reader).post},
		{stems: []string{"twitter-circle-tweet"}, read: (*reader).post},
		{stems: []string{"deleted-tweets", "deleted-tweet"}, read: (*reader).post},
		{stems: []string{"deleted-tweet-headers"}, read: (*reader).deletedHeader, done: (*reader).unmatchedNotes},
		{stems: []string{"deleted-note-tweet"}, read: (*reader).deletedNote},
		{stems: []string{"article-metadata", "twitter-article-metadata"}, read: (*reader).articleFacts},
		{stems: []string{"article", "twitter-article"}, read: (*reader).article, done: (*reader).unmatchedArticleFacts},
		{stems: []string{"spaces-metadata"}, read: activity("hosted a Space")},
		{stems: []string{"periscope-broadcast-metadata"}, read: (*reader).broadcast},
		{stems: []string{"periscope-comments-made-by-user"}, read: (*reader).broadcastComment},
		{stems: []string{"community-note", "birdwatch-note"}, read: (*reader).communityNote},
		{stems: []string{"community-note-rating", "birdwatch-note-rating"}, read: activity("rated a community note")},
		{stems: []string{"community-note-batsignal"}, read: activity("asked for a community note")},
		{stems: []string{"community-note-api-test-note"}, read: activity("wrote a test community note")},
		{stems: []string{"community-note-tombstone", "birdwatch-note-tombstone"}, read: activity("deleted a community note")},
		{stems: []string{"reply-prompt"}, read: (*reader).replyPrompt},
		{stems: []string{"moment"}, read: activity("made a Moment")},
	}
}

func peopleAndMessages() []section {
	return []section{
		// Likes and people.
		{stems: []string{"like", "likes"}, read: (*reader).like},
		{stems: []string{"bookmark", "bookmarks"}, read: (*reader).bookmark},
		{stems: []string{"follower"}, read: (*reader).follower},
		{stems: []string{"following"}, read: (*reader).following},
		{stems: []string{"periscope-followers"}, read: (*reader).follower},
		{stems: []string{"block"}, read: (*reader).block},
		{stems: []string{"mute"}, read: (*reader).mute},
		{stems: []string{"direct-message-mute"}, read: (*reader).muteMessages},
		{stems: []string{"smartblock"}, read: (*reader).blockForATime},
		{stems: []string{"lists-created"}, read: list("owner")},
		{stems: []string{"lists-member"}, read: list("member")},
		{stems: []string{"lists-subscribed"}, read: list("subscriber")},
		{stems: []string{"contact"}, read: (*reader).contact, done: (*reader).contactsDone},
		{stems: []string{"connected-application"}, read: (*reader).app},
		// Messages.
		{stems: []string{"direct-messages", "direct-message"}, read: (*reader).message, path: messagePaths(), bare: true},
		{stems: []string{"direct-messages-group", "direct-message-group"}, read: (*reader).message, path: messagePaths(), bare: true, done: (*reader).messagesDone},
		{stems: []string{"direct-message-headers", "direct-message-group-headers", "direct-messages-headers", "direct-messages-group-headers"}, skip: "messages without their words; the message files hold them"},
		{stems: []string{"audio-video-calls-in-dm"}, read: activity("called")},
		{stems: []string{"audio-video-calls-in-dm-recipient-sessions"}, read: activity("was called")},
		{stems: []string{"grok-chat-item"}, read: (*reader).grok},
	}
}

func inferredAndSmall() []section {
	return []section{
		// What X and advertisers believe.
		{stems: []string{"personalization"}, read: (*reader).personalization},
		{stems: []string{"ad-impressions"}, read: (*reader).impression, path: []string{"[]/ad/adsUserData/adImpressions/impressions/[]"}, bare: true},
		{stems: []string{"ad-engagements"}, read: (*reader).engagement, path: []string{"[]/ad/adsUserData/adEngagements/engagements/[]"}, bare: true, done: (*reader).targetingDone},
		{stems: []string{"ad-mobile-conversions-attributed"}, read: (*reader).conversion, path: conversionPaths("attributedMobileAppConversions"), bare: true},
		{stems: []string{"ad-mobile-conversions-unattributed"}, read: (*reader).conversion, path: conversionPaths("unattributedMobileAppConversions"), bare: true},
		{stems: []string{"ad-online-conversions-attributed"}, read: (*reader).conversion, path: conversionPaths("attributedOnlineConversions"), bare: true},
		{stems: []string{"ad-online-conversions-unattributed"}, read: (*reader).conversion, path: conversionPaths("unattributedOnlineConversions"), bare: true},
		{stems: []string{"app"}, read: (*reader).installedApp},
		{stems: []string{"ads-revenue-sharing"}, read: (*reader).payout, path: []string{"[]/adsRevenueSharing/payoutHistory/[]"}, bare: true},
		// Security.
		{stems: []string{"ip-audit"}, read: (*reader).login},
		{stems: []string{"account-creation-ip"}, read: (*reader).creationIP},
		{stems: []string{"device-token"}, read: (*reader).deviceToken},
		{stems: []string{"ni-devices"}, read: (*reader).notifiedDevice},
		{stems: []string{"key-registry"}, read: (*reader).keyDevice, path: keyPaths(), bare: true},
		{stems: []string{"sso"}, read: (*reader).singleSignOn},
		{stems: []string{"account-suspension"}, read: activity("account was suspended or restored")},
		// Searches and clicks.
		{stems: []string{"saved-search"}, read: (*reader).savedSearch},
		{stems: []string{"user-link-clicks"}, read: (*reader).linkClick},
		{stems: []string{"tweetdeck"}, read: (*reader).deck},
		{stems: []string{"branch-links"}, read: activity("followed a link into the app")},
		// Small things about the account.
		{stems: []string{"account-timezone"}, read: activity("time zone")},
		{stems: []string{"verified"}, read: activity("verification")},
		{stems: []string{"account-label"}, read: activity("account label")},
		{stems: []string{"verified-organization"}, read: activity("verified organisation")},
		{stems: []string{"expanded-profile"}, read: activity("expanded profile")},
		{stems: []string{"periscope-account-information"}, read: activity("Periscope account")},
		{stems: []string{"periscope-profile-description"}, read: activity("Periscope profile")},
		{stems: []string{"periscope-ban-information"}, read: activity("Periscope ban")},
		{stems: []string{"periscope-expired-broadcasts"}, read: activity("expired Periscope broadcast")},
		{stems: []string{"catalog-item", "commerce-catalog", "product-drop", "product-set", "shop-module", "shopify-account", "twitter-shop"}, read: activity("shop")},
		// Accounted for without records of their own.
		{stems: []string{"manifest"}, skip: "read for the owner and the list of files"},
		{stems: []string{"tweet-headers"}, skip: "numbers and dates of the posts, which are read"},
	}
}

var partSuffix = regexp.MustCompile(`-part\d+$`)

// stemOf returns "tweets" for "tweets-part2.js".
func stemOf(base string) string {
	return partSuffix.ReplaceAllString(strings.TrimSuffix(base, ".js"), "")
}

// sectionOf returns the section of a data file by its base name, or nil.
func sectionOf(base string) *section {
	if !strings.HasSuffix(base, ".js") {
		return nil
	}
	stem := stemOf(base)
	for _, s := range sections() {
		for _, known := range s.stems {
			if stem == known {
				return &s
			}
		}
	}
	return nil
}

package reddit

import (
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/csvtable"
)

const notRead = "payments and identity documents are not read"

// tables is the list of all files, the one that names the user first.
func tables() []table {
	return []table{
		{stem: "statistics", read: (*reader).statistic, done: (*reader).profile},
		{stem: "posts", read: (*reader).post},
		{stem: "post_headers", read: (*reader).post, instead: "posts"},
		{stem: "comments", read: (*reader).comment},
		{stem: "comment_headers", read: (*reader).comment, instead: "comments"},
		{stem: "drafts", read: (*reader).draft},
		{stem: "scheduled_posts", read: (*reader).draft},
		{stem: "live_stream_posts", read: activity("live stream")},
		{stem: "poll_votes", read: activity("voted in a poll")},
		{stem: "post_votes", read: (*reader).vote, done: (*reader).votesDone},
		{stem: "comment_votes", read: (*reader).vote, done: (*reader).votesDone},
		{stem: "saved_posts", read: (*reader).saved},
		{stem: "saved_comments", read: (*reader).saved},
		{stem: "hidden_posts", read: (*reader).hidden},
		{stem: "gilded_content", read: (*reader).award},
		{stem: "gilded_comments", read: (*reader).award},
		{stem: "gilded_posts", read: (*reader).award},
		{stem: "gold_received", read: activity("received an award")},
		{stem: "messages", read: (*reader).message},
		{stem: "message_headers", read: (*reader).message, instead: "messages"},
		{stem: "messages_archive", read: (*reader).message},
		{stem: "messages_archive_headers", read: (*reader).message, instead: "messages_archive"},
		{stem: "chat_history", read: (*reader).chat},
		{stem: "announcements", skip: "announcements by Reddit to everybody"},
		{stem: "subscribed_subreddits", read: membership("member")},
		{stem: "moderated_subreddits", read: membership("moderator")},
		{stem: "approved_submitter_subreddits", read: membership("approved submitter")},
		{stem: "multireddits", read: (*reader).feed},
		{stem: "friends", read: (*reader).friend},
		{stem: "user_preferences", read: (*reader).preference},
		{stem: "sensitive_ads_preferences", read: (*reader).preference},
		{stem: "account_gender", read: activity("gender")},
		{stem: "birthdate", read: activity("date of birth")},
		{stem: "linked_identities", read: (*reader).identity},
		{stem: "linked_phone_number", read: (*reader).phone},
		{stem: "twitter", read: (*reader).twitter},
		{stem: "ip_logs", read: (*reader).login},
		{stem: "checkfile", read: (*reader).missing},
		{stem: "persona", skip: notRead},
		{stem: "purchases", skip: notRead},
		{stem: "subscriptions", skip: notRead},
		{stem: "payouts", skip: notRead},
		{stem: "stripe", skip: notRead},
		{stem: "reddit_gold_information", skip: notRead},
	}
}

// activity returns a reader for rows that are shown as they are.
func activity(title string) func(*reader, csvtable.Row) {
	return func(r *reader, row csvtable.Row) {
		it := footprint.Item{Kind: footprint.KindActivity, Author: footprint.AuthorSelf, Title: title, Created: when(row.Get("date", "created", "created_at"))}
		row.Each(func(column, value string) {
			if it.Details == nil {
				it.Details = map[string]string{}
			}
			it.Details[ingest.CleanText(column)] = ingest.CleanText(value)
		})
		if it.Details != nil {
			r.emit(it)
		}
	}
}

// statistic collects what the account says of itself.
func (r *reader) statistic(row csvtable.Row) {
	key := strings.ReplaceAll(strings.ToLower(ingest.CleanText(row.Get("statistic"))), "_", " ")
	value := ingest.CleanText(row.Get("value"))
	const most = 200
	if key == "" || value == "" || len(r.facts) >= most {
		return
	}
	switch key {
	case "account name", "username", "user name", "name":
		r.own(value)
	case "email address", "email":
		r.x.Owner.Emails = append(r.x.Owner.Emails, value)
		return
	case "id", "account id", "user id":
		r.x.Owner.ID = value
	}
	r.facts[key] = value
}

func (r *reader) profile() {
	if len(r.facts) == 0 {
		return
	}
	it := footprint.Item{Kind: footprint.KindProfile, Author: footprint.AuthorSelf, NativeID: "profile " + r.name, Title: r.name,
		ContainerKind: footprint.ContainerOwnProfile, Visibility: footprint.VisibilityPublic, Details: r.facts}
	if r.name != "" {
		it.URL = "https://www.reddit.com/user/" + r.name + "/"
	}
	for _, key := range []string{"registration date", "created", "account created"} {
		if it.AccountCreated.IsZero() {
			it.AccountCreated = when(r.facts[key])
		}
	}
	r.emit(it)
}

func membership(role string) func(*reader, csvtable.Row) {
	return func(r *reader, row csvtable.Row) {
		name := ingest.CleanText(row.Get("subreddit"))
		if name == "" {
			return
		}
		if user, isUser := strings.CutPrefix(name, "u_"); isUser && role == "member" {
			r.emit(footprint.Item{Kind: footprint.KindFollowing, Author: footprint.AuthorSelf, NativeID: r.name + " follows " + user, Target: user,
				Direction: footprint.DirectionOutgoing, URL: "https://www.reddit.com/user/" + user + "/"})
			return
		}
		it := footprint.Item{Kind: footprint.KindGroup, Author: footprint.AuthorSelf, NativeID: strings.Join([]string{r.name, role, name}, " "), Title: "r/" + name,
			Role: role, ContainerKind: footprint.ContainerGroup, URL: "https://www.reddit.com/r/" + name + "/"}
		if role == "moderator" {
			it.Visibility, it.ControlledByMe = footprint.VisibilityPublic, footprint.Yes
		}
		r.emit(it)
	}
}

func (r *reader) feed(row csvtable.Row) {
	it := footprint.Item{Kind: footprint.KindActivity, Author: footprint.AuthorSelf, Title: "custom feed " + ingest.CleanText(row.Get("display_name")),
		Created: when(row.Get("date")), Text: ingest.CleanText(row.Get("description")), Details: map[string]string{}}
	for _, key := range []string{"subreddits", "privacy", "is_owner", "followers"} {
		if v := ingest.CleanText(row.Get(key)); v != "" {
			it.Details[key] = v
		}
	}
	if row.Get("privacy") == "public" {
		it.Visibility = footprint.VisibilityPublic
	}
	if id := row.Get("id"); id != "" {
		it.NativeID = "feed " + ingest.CleanText(id)
	}
	r.emit(it)
}

func (r *reader) friend(row csvtable.Row) {
	if name := ingest.CleanText(row.Get("username")); name != "" {
		r.emit(footprint.Item{Kind: footprint.KindFollowing, Author: footprint.AuthorSelf, NativeID: r.name + " friend " + name, Target: name,
			Direction: footprint.DirectionOutgoing, URL: "https://www.reddit.com/user/" + name + "/", Text: ingest.CleanText(row.Get("note"))})
	}
}

func (r *reader) preference(row csvtable.Row) {
	name, value := ingest.CleanText(row.Get("preference")), ingest.CleanText(row.Get("value"))
	if kind := ingest.CleanText(row.Get("type")); kind != "" {
		name, value = "sensitive advertising: "+kind, name
	}
	if name != "" {
		r.emit(footprint.Item{Kind: footprint.KindPrivacySetting, Author: footprint.AuthorSelf, NativeID: r.name + " " + name, Setting: name, Value: value,
			URL: "https://www.reddit.com/settings/privacy"})
	}
}

// identity reads an account used to sign in; the number it has there is not kept.
func (r *reader) identity(row csvtable.Row) {
	if issuer := ingest.CleanText(row.Get("issuer_id")); issuer != "" {
		r.emit(footprint.Item{Kind: footprint.KindConnectedApp, Author: footprint.AuthorSelf, Text: issuer, Description: "used to sign in",
			URL: "https://www.reddit.com/settings/account"})
	}
}

func (r *reader) phone(row csvtable.Row) {
	if number := ingest.CleanText(row.Get("phone_number")); number != "" {
		r.x.Owner.Phones = append(r.x.Owner.Phones, number)
		r.emit(footprint.Item{Kind: footprint.KindPrivacySetting, Author: footprint.AuthorSelf, NativeID: r.name + " phone number", Setting: "phone number on the account",
			Value: "present", URL: "https://www.reddit.com/settings/account"})
	}
}

func (r *reader) twitter(row csvtable.Row) {
	if name := ingest.CleanText(row.Get("username")); name != "" {
		r.emit(footprint.Item{Kind: footprint.KindConnectedApp, Author: footprint.AuthorSelf, Text: "Twitter", Target: "@" + strings.TrimPrefix(name, "@"),
			Description: "may be shown on the profile", URL: "https://www.reddit.com/settings/profile"})
	}
}

func (r *reader) login(row csvtable.Row) {
	it := footprint.Item{Kind: footprint.KindLogin, Created: when(row.Get("date")), Value: ingest.CleanText(row.Get("ip"))}
	if it.Created.IsZero() {
		it.Title = ingest.CleanText(row.Get("date"))
	}
	if it.Value != "" {
		r.emit(it)
	}
}

package linkedin

import (
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest/csvtable"
)

const me = "https://www.linkedin.com/in/me/"

func profile(r *reader, row csvtable.Row) []footprint.Item {
	r.x.Owner.Name = fullName(row, "")
	if h := row.Get("Twitter Handles"); h != "" {
		r.x.Owner.Handles = nil // handles of another service are not this account's
	}
	return one(footprint.Item{Kind: footprint.KindProfile, Author: footprint.AuthorSelf, Title: r.x.Owner.Name, Text: joined(row, "Headline", "Summary"), URL: me,
		Visibility: footprint.VisibilityPublic, FullName: footprint.Yes, Details: details(row, "Headline", "Summary")})
}

// part reads one entry of the profile: the first columns make its words.
func part(title string, columns ...string) func(*reader, csvtable.Row) []footprint.Item {
	return func(_ *reader, row csvtable.Row) []footprint.Item {
		text := joined(row, columns...)
		if text == "" {
			row.Each(func(_, v string) { text += v + "\n" })
		}
		return one(footprint.Item{Kind: footprint.KindProfile, Author: footprint.AuthorSelf, Title: title, Text: strings.TrimSpace(text), URL: me, Visibility: footprint.VisibilityPublic,
			Created: parseTime(row.Get("Started On", "Start Date", "Published On", "Issued On")), Details: details(row, columns...)})
	}
}

func position(r *reader, row csvtable.Row) []footprint.Item {
	items := part("Position", "Title", "Company Name", "Description")(r, row)
	items[0].Work = row.Get("Company Name")
	return items
}

func email(r *reader, row csvtable.Row) []footprint.Item {
	address := row.Get("Email Address")
	if address == "" {
		return nil
	}
	r.x.Owner.Emails = append(r.x.Owner.Emails, address)
	return one(footprint.Item{Kind: footprint.KindProfile, Author: footprint.AuthorSelf, Title: "E-mail address", Text: address, URL: me, Details: details(row, "Email Address")})
}

func phone(r *reader, row csvtable.Row) []footprint.Item {
	number := strings.TrimSpace(row.Get("Extension") + " " + row.Get("Number"))
	if number == "" {
		return nil
	}
	r.x.Owner.Phones = append(r.x.Owner.Phones, number)
	return one(footprint.Item{Kind: footprint.KindProfile, Author: footprint.AuthorSelf, Title: "Phone number", Text: number, URL: me, Details: details(row, "Number", "Extension")})
}

func connection(_ *reader, row csvtable.Row) []footprint.Item {
	name, link := fullName(row, ""), address(row.Get("URL"))
	it := footprint.Item{Kind: footprint.KindFriend, Author: name, Target: name, URL: link, NativeID: link, Created: parseTime(row.Get("Connected On")),
		Relation: footprint.RelationUnanswered, Work: strings.TrimSpace(row.Get("Position") + " " + row.Get("Company")), Details: details(row, "First Name", "Last Name", "URL", "Connected On", "Position", "Company")}
	it.Accepted = it.Created
	switch {
	case name == "" && link == "":
		it.Author, it.Title = "unknown", "closed or hidden account"
	case link == "":
		it.URL = search("people", name)
	}
	return one(it)
}

func invitation(_ *reader, row csvtable.Row) []footprint.Item {
	it := footprint.Item{Kind: footprint.KindFriendRequest, Created: parseTime(row.Get("Sent At")), Text: clean(row.Get("Message")), Relation: footprint.RelationUnanswered}
	if strings.EqualFold(row.Get("Direction"), "OUTGOING") {
		it.Author, it.Target, it.Direction, it.URL = footprint.AuthorSelf, row.Get("To"), footprint.DirectionOutgoing, address(row.Get("inviteeProfileUrl"))
	} else {
		it.Author, it.Direction, it.URL = row.Get("From"), footprint.DirectionIncoming, address(row.Get("inviterProfileUrl"))
	}
	return one(it)
}

func memberFollow(_ *reader, row csvtable.Row) []footprint.Item {
	name := row.Get("FullName", "Full Name")
	return one(footprint.Item{Kind: footprint.KindFollowing, Author: name, Target: name, Direction: footprint.DirectionOutgoing, Status: row.Get("Status"), URL: search("people", name), Created: parseTime(row.Get("Date"))})
}

func companyFollow(_ *reader, row csvtable.Row) []footprint.Item {
	name := row.Get("Organization")
	return one(footprint.Item{Kind: footprint.KindPageLike, Text: name, Target: name, URL: search("companies", name), Created: parseTime(row.Get("Followed On"))})
}

func hashtagFollow(_ *reader, row csvtable.Row) []footprint.Item {
	return one(footprint.Item{Kind: footprint.KindPageLike, Text: "#" + strings.TrimPrefix(row.Get("HashTag"), "#"), Status: row.Get("State"), Created: parseTime(row.Get("CreatedTime"))})
}

// recommendation is praise in words: received, it stands on the user's own profile.
func recommendation(given bool) func(*reader, csvtable.Row) []footprint.Item {
	return func(_ *reader, row csvtable.Row) []footprint.Item {
		it := footprint.Item{Kind: footprint.KindReview, Text: clean(row.Get("Text", "Body")), Title: "Recommendation", Created: parseTime(row.Get("Creation Date", "Created Date")),
			Status: row.Get("Status"), Work: strings.TrimSpace(row.Get("Job Title", "Title") + " " + row.Get("Company")), URL: me + "details/recommendations/"}
		name := fullName(row, "")
		if given {
			it.Author, it.Target = footprint.AuthorSelf, name
			return one(it)
		}
		it.Author, it.AboutMe, it.ContainerKind, it.ControlledByMe = name, footprint.Yes, footprint.ContainerOwnProfile, footprint.Yes
		if it.Status == "VISIBLE" {
			it.Visibility = footprint.VisibilityPublic
		}
		return one(it)
	}
}

func endorsement(prefix string, given bool) func(*reader, csvtable.Row) []footprint.Item {
	return func(_ *reader, row csvtable.Row) []footprint.Item {
		it := footprint.Item{Kind: footprint.KindReview, Title: "Skill endorsement", Text: row.Get("Skill Name"), Status: row.Get("Endorsement Status"), Created: parseTime(row.Get("Endorsement Date")),
			URL: address(row.Get(prefix + "Public Url"))}
		if given {
			it.Author, it.Target = footprint.AuthorSelf, fullName(row, prefix)
		} else {
			it.Author, it.AboutMe, it.ContainerKind = fullName(row, prefix), footprint.Yes, footprint.ContainerOwnProfile
		}
		return one(it)
	}
}

// message reads one row of a table of messages; container names a chat with LinkedIn's own assistant.
func message(container string) func(*reader, csvtable.Row) []footprint.Item {
	return func(r *reader, row csvtable.Row) []footprint.Item {
		it := footprint.Item{Kind: footprint.KindMessage, Author: row.Get("FROM"), Target: row.Get("TO"), Title: clean(row.Get("SUBJECT")), Text: clean(row.Get("CONTENT")),
			Thread: row.Get("CONVERSATION ID"), Container: row.Get("CONVERSATION TITLE"), ContainerKind: footprint.ContainerChat, Created: parseTime(row.Get("DATE")),
			Visibility: footprint.VisibilityPrivate, Direction: footprint.DirectionIncoming, Details: details(row, "FROM", "TO", "SUBJECT", "CONTENT", "CONVERSATION ID", "CONVERSATION TITLE", "DATE")}
		if container != "" {
			it.Container = container
		}
		if it.Author != "" && it.Author == r.x.Owner.Name || strings.EqualFold(row.Get("Direction"), "OUTGOING") {
			it.Author, it.Direction = footprint.AuthorSelf, footprint.DirectionOutgoing
		}
		if it.Thread != "" {
			it.URL = "https://www.linkedin.com/messaging/thread/" + it.Thread + "/"
		}
		if strings.EqualFold(row.Get("IS MESSAGE DRAFT"), "Yes") {
			it.Status = "draft"
		}
		return one(it)
	}
}

func contact(_ *reader, row csvtable.Row) []footprint.Item {
	name := row.Get("Full Name", "FullName")
	if name == "" {
		name = fullName(row, "")
	}
	return one(footprint.Item{Kind: footprint.KindContact, Author: "other", Target: name, Text: name, Created: parseTime(row.Get("Created At", "CreatedAt")), Work: row.Get("Companies"),
		URL: "https://www.linkedin.com/mynetwork/contacts/", Details: details(row, "Full Name", "FullName", "First Name", "Last Name", "FirstName", "LastName")})
}

func event(_ *reader, row csvtable.Row) []footprint.Item {
	start, _, _ := strings.Cut(row.Get("Event Time"), " - ")
	return one(footprint.Item{Kind: footprint.KindEvent, Text: clean(row.Get("Event Name")), Created: parseTime(start), Status: row.Get("Status"), URL: row.Get("External Url")})
}

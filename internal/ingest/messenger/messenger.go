package messenger

import (
	"context"
	"iter"
	"path"
	"regexp"
	"slices"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/meta"
	"footprint/internal/ingest/meta/chat"
	"footprint/internal/ingest/meta/find"
)

// Layouts by the year they began.
const (
	Layout2018   = "2018" // messages/ at the root
	Layout2024   = "2024" // below your_activity_across_facebook/ or your_facebook_activity/
	LayoutSecure = "secure-storage"
)

var chats = chat.Service{Link: "https://www.messenger.com/t/%s", Page: "https://www.messenger.com/"}

// Platform returns the reader of Messenger exports.
func Platform() ingest.Platform {
	return ingest.Platform{
		ID: "messenger", Name: "Messenger",
		Ask: "For encrypted chats open messenger.com on a computer: Settings, Privacy & safety, End-to-end encrypted chats, Message storage, Download secure storage data. " +
			"Other messages come with the Facebook export (category Messages).",
		AskURL:    "https://www.messenger.com/",
		Reads:     "chats of all ages, encrypted ones too, with pictures, reactions and participants",
		Lacks:     "deleted messages, read receipts",
		Recognize: recognize,
		Read: func(ctx context.Context, x *ingest.Export) iter.Seq2[footprint.Item, error] {
			return meta.Files{Table: table(), IsChat: isChat(x), Chats: chats.Read}.Read(ctx, x)
		},
	}
}

// table lists the files beside the threads. Other names are threads.
func table() *meta.Table {
	return meta.NewTable([]meta.Row{
		{Files: "messenger_contacts_you've_blocked", Adapt: blocked},
		meta.None("settings of the messenger, no messages", "autofill_information secret_conversations messaging_settings community_chats_settings support_messages "+
			"ai_conversations chat_invites_received information_about_your_devices messenger_active_status_settings messenger_active_status_platform_settings "+
			"messenger_ui_settings your_chat_settings_on_web your_messenger_app_install_information your_cross-app_messaging_settings "+
			"your_end-to-end_encryption_enabled_messenger_device reported_conversations secret_groups your_scheduled_chat_notifications"),
	})
}

// isChat takes every JSON file or page that the table does not name.
func isChat(*ingest.Export) func(string) bool {
	t := table()
	return func(file string) bool {
		ext := strings.ToLower(path.Ext(file))
		if ext != ".json" && ext != ".html" {
			return false
		}
		_, named := t.Row(file)
		return !named
	}
}

// blocked reads the list of blocked contacts.
func blocked(_ *meta.Reader, e meta.Entry) []footprint.Item {
	var items []footprint.Item
	for _, x := range e.Get("entries").List() {
		items = append(items, footprint.Item{
			Kind: footprint.KindBlock, Author: footprint.AuthorSelf, Created: x.When("timestamp"), Target: x.Get("data").Str("name"),
			URL: "https://www.facebook.com/settings?tab=blocking",
		})
	}
	return items
}

var (
	// inTree matches a file of messages in the folders of an account export; what stands in front is the root.
	inTree = regexp.MustCompile(`^(?:(.*)/)??((?:[^/]*(?:activity_across_facebook|your_facebook_activity)/)?)(?:messages/)?` +
		`(?:inbox|archived_threads|filtered_threads|message_requests|legacy_threads|e2ee_cutover|broadcast_channels)/[^/]+/messages?(?:_\d+)?\.(?:json|html)$`)
	// header is the line of participants on a page, in the languages known.
	header = regexp.MustCompile(`(?i)>\s*(?:participants|teilnehmer\S*|participantes|partecipanti|deelnemers|deltagere|uczestnicy)\s*:`)
)

// Looking into files is limited to this many of each kind.
const (
	mostLooks = 60
	headSize  = 8 << 10
)

func recognize(a *ingest.Archive) []ingest.Found {
	taken := slices.Concat(find.FacebookRoots(a), find.InstagramRoots(a), find.FlatRoots(a))
	layouts := map[string]string{}
	looks := 0
	for _, name := range a.Names() {
		ext := strings.ToLower(path.Ext(name))
		if ext != ".json" && ext != ".html" || find.Clutter(name) || below(name, taken) || known(name, layouts) {
			continue
		}
		if m := inTree.FindStringSubmatch(name); m != nil {
			put(layouts, m[1], map[bool]string{true: Layout2018, false: Layout2024}[m[2] == ""])
			continue
		}
		if looks >= mostLooks || !candidate(name) {
			continue
		}
		looks++
		if root, layout, ok := look(a, name); ok {
			put(layouts, root, layout)
		}
	}
	return founds(a, layouts)
}

// known spares looking at the files below roots that were found already.
func known(name string, layouts map[string]string) bool {
	for root := range layouts {
		if root == "." || strings.HasPrefix(name, root+"/") {
			return true
		}
	}
	return false
}

func put(layouts map[string]string, root, layout string) {
	if root == "" {
		root = "."
	}
	if _, ok := layouts[root]; !ok {
		layouts[root] = layout
	}
}

func below(name string, roots []string) bool {
	for _, r := range roots {
		if r == "." || strings.HasPrefix(name, r+"/") {
			return true
		}
	}
	return false
}

// candidate limits the files that are opened: named like messages, numbered, or pages at all.
func candidate(name string) bool {
	return find.IsThreadFile(name) || chat.Encrypted(name) || path.Ext(name) == ".html" && strings.Count(name, "/") < 8
}

// look tells by the first words of a file whether it is a thread, and where its export begins.
func look(a *ingest.Archive, name string) (root, layout string, ok bool) {
	head := find.Head(a, name, headSize)
	if path.Ext(name) == ".html" {
		return path.Dir(name), Layout2018, header.MatchString(head)
	}
	if !strings.Contains(head, `"participants"`) {
		return "", "", false
	}
	switch {
	case strings.Contains(head, `"threadName"`) || strings.Contains(head, `"senderName"`):
		root = path.Dir(name)
		for _, folder := range []string{"messages", "your_activity_across_facebook", "your_facebook_activity"} {
			if path.Base(root) == folder {
				root = path.Dir(root)
			}
		}
		return root, LayoutSecure, true
	case strings.Contains(head, `"sender_name"`) && find.IsThreadFile(name):
		return path.Dir(path.Dir(name)), Layout2018, true
	}
	return "", "", false
}

// founds drops roots inside others.
func founds(a *ingest.Archive, layouts map[string]string) []ingest.Found {
	var found []ingest.Found
	for root, layout := range layouts {
		inner := false
		for other := range layouts {
			inner = inner || other != root && (other == "." || strings.HasPrefix(root, other+"/"))
		}
		if !inner {
			found = append(found, ingest.Found{Root: root, Layout: layout, Format: find.Format(a.Under(root))})
		}
	}
	slices.SortFunc(found, func(x, y ingest.Found) int { return strings.Compare(x.Root, y.Root) })
	return found
}

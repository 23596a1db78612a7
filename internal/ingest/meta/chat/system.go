package chat

import (
	"regexp"
	"strings"
)

// about are sentences of the platform that begin with somebody's name or "You"; the name is cut off.
var about = regexp.MustCompile(`^ (?:sent (?:an attachment|a photo|\d+ photos|a video|a voice message|a sticker|a GIF|a location|a link|a live location)` +
	`|reacted .{1,20} to (?:your|a) message|liked a message|created the group|named the group .+|changed the group photo|added .+ to the group` +
	`|removed .+ from the group|left the (?:group|chat)|joined the group(?: via link)?|made .+ an admin|removed .+ as an admin` +
	`|(?:set|cleared) (?:the|his|her|their|your) (?:own )?nickname.*|set the (?:emoji|quick reaction) to .+|changed the (?:chat )?theme(?: to .+)?` +
	`|created a poll: .+|voted for .+ in the poll: .+|changed (?:his|her|their|your) vote.*|started a plan|responded (?:Going|Maybe|Can.t Go|Interested)\b.*|pinned a message|unpinned a message` +
	`|called (?:you|\p{Lu}\S*(?: \p{Lu}\S*){0,3})|missed (?:your|a) (?:video )?(?:call|chat)(?: from .+)?|started a (?:call|video call|video chat)|started sharing (?:video|location)` +
	`|joined the (?:call|video call|video chat)|ended the call|(?:is|are) now (?:in your contacts|connected on Messenger)|unsent a message` +
	`|turned (?:on|off) .+ messages\b.*)\s*\.?\s*$`)

// alone are sentences without a name.
var alone = regexp.MustCompile(`^(?:Reacted .{1,20} to your message|Liked a message|Liked your message|The (?:video chat|video call|call) ended|Call ended|This poll is no longer available` +
	`|Messages and calls are secured with end-to-end encryption.*|You can now message and call each other.*|Say hi to your new (?:Facebook friend|connection).*` +
	`|You missed a (?:video )?(?:call|chat) from .+|This message is no longer available.*)\s*\.?\s*$`)

// system reports whether the platform wrote the text. A sentence counts only when it begins with the name
// of somebody in the chat, so that the same words typed by a person are kept.
func system(text, sender string, names []string) bool {
	if text == "" || len(text) > 500 || strings.Contains(text, "\n") {
		return false
	}
	if strings.ContainsAny(text[:1], "RLTCMYS") && alone.MatchString(text) {
		return true
	}
	for _, n := range append([]string{sender, "You"}, names...) {
		if n == "" {
			continue
		}
		if rest, ok := strings.CutPrefix(text, n); ok && about.MatchString(rest) {
			return true
		}
		// The given name alone is used as well.
		if given, _, ok := strings.Cut(n, " "); ok {
			if rest, ok := strings.CutPrefix(text, given); ok && about.MatchString(rest) {
				return true
			}
		}
	}
	return false
}

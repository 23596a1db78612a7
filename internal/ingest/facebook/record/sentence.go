package record

import (
	"regexp"
	"strings"
)

// Sentence is what the generated sentence above a record says beside the words of the user. Only forms
// that are known are read; other languages leave it empty and the attachments decide.
type Sentence struct {
	Group  string // the group posted in
	Wall   string // the person or page on whose timeline it stands
	Target string // the person answered or reacted to
	Review string // what was recommended or reviewed
	Own    bool   // about the user's own post
}

var (
	inGroup = regexp.MustCompile(`(?i)(?:(?:to|in|into) the group|dans le groupe|in (?:der|die) gruppe|en el grupo|al grupo|nel gruppo|in de groep|no grupo|i gruppen)\s*:?\s+[„“"«»]?\s*(.+?)\s*[“”"»]?\.?$`)
	// PostIn matches the group at the end of a sentence that is known to be about one.
	PostIn  = regexp.MustCompile(`(?: posted in| commented in| shared (?:a|an) [a-z]+ in| added (?:a|\d+) [a-z ]+ in| in) (.+?)\.?$`)
	onWall  = regexp.MustCompile(`(?:wrote|posted|shared (?:a|an) [a-z]+|added (?:a|\d+) [a-z ]+) (?:on|to) (.+?)['’]s? (?:timeline|profile|wall)`)
	comment = regexp.MustCompile(`(?:commented on|replied to|likes?|liked|reacted to|loves?|was tagged in) (.+?)['’]s? (?:post|photo|photos|link|video|status|comment|reply|album|note|event|story|reel|timeline|check-in|activity|profile|life event|poll|memory|group post)`)
	ownPost = regexp.MustCompile(`(?:commented on|replied to|likes?|reacted to) (?:his|her|their|your|its) own`)
	judged  = regexp.MustCompile(`(?: recommends| doesn['’]t recommend| reviewed)(?: the)? (.+?)(?: [-–—] .*)?\.?$`)
)

// Read takes a title apart. known tells names of the owner, which begin the sentence.
func Read(title string, known func(string) bool) Sentence {
	var s Sentence
	rest := title
	for i, r := range title {
		if r == ' ' && known(title[:i]) {
			rest = title[i:]
		}
	}
	low := strings.ToLower(rest)
	if has(low, "group", "gruppe", "grupo", "gruppo", "groep") {
		if m := inGroup.FindStringSubmatch(rest); m != nil {
			s.Group = strings.TrimSpace(m[1])
			rest = rest[:strings.Index(rest, m[0])]
		}
	}
	if has(low, "timeline", "profile", "wall") {
		if m := onWall.FindStringSubmatch(rest); m != nil {
			s.Wall = m[1]
		}
	}
	if has(low, "comment", "repl", "like", "react", "love", "tagged") {
		s.Own = ownPost.MatchString(rest)
		if m := comment.FindStringSubmatch(rest); m != nil && !s.Own {
			s.Target = m[1]
		}
	}
	if has(low, "recommend", "reviewed") {
		if m := judged.FindStringSubmatch(rest); m != nil {
			s.Review = m[1]
		}
	}
	return s
}

// has spares the expressions the sentences that cannot match.
func has(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

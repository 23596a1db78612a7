package analyze

import (
	"time"

	"footprint/internal/analyze/hostility"
	"footprint/internal/analyze/identify"
	"footprint/internal/analyze/judge"
	"footprint/internal/analyze/lexicon"
	"footprint/internal/analyze/names"
	"footprint/internal/analyze/patient"
	"footprint/internal/analyze/text"
	"footprint/internal/footprint"

	"gopkg.in/yaml.v3"
)

// kindDef is one row of the kinds table. Exactly one of the two builds.
type kindDef struct {
	// reads tells that the kind reads words, so that by default only the user's own count.
	reads bool
	item  func(b *build, n *yaml.Node) (detector, error)
	cross func(b *build, n *yaml.Node) (surveyor, error)
}

// kinds is the table of all rule kinds: a new kind is one file and one line here.
func kinds() map[string]kindDef {
	return map[string]kindDef{
		"lexicon": {reads: true, item: newLexiconKind},
		"frame":   {reads: true, item: newFrame},
		"fields":  {item: newFields},
		"due":     {cross: newDue},
		"account": {cross: newAccount},
		"altered": {cross: newAltered},
		"linked":  {cross: newLinked},
		"as-own":  {item: newAsOwn},

		"identifier": {reads: true, item: newIdentifier},
		"companion":  {cross: newCompanion},
		"gather":     {cross: newGather},
		"copies":     {cross: newCopies},
		"mixing":     {cross: newMixing},

		"patient":   {reads: true, item: newPatient},
		"advice":    {reads: true, item: newAdvice},
		"consent":   {reads: true, item: newConsent},
		"opinion":   {reads: true, item: newOpinion},
		"resembles": {reads: true, item: newResembles},
		"scope":     {reads: true, item: newScope},
		"follows":   {cross: newFollows},
		"mosaic":    {cross: newMosaic},
		"hostility": {reads: true, item: newHostility},
		"burst":     {reads: true, cross: newBurst},
	}
}

// detector is a compiled alternative that judges one item. It must be safe for concurrent use.
type detector interface {
	Detect(c *Context) []Match
}

// preparer is a detector that looks at some items quicker together than one by one: prepare is called with those that
// Detect will be asked about next.
type preparer interface {
	prepare(items []*Context)
}

// surveyor is a compiled alternative that judges many items. start begins one survey.
type surveyor interface {
	start(s *Survey) tally
}

// tally collects in one survey, in bounded memory and linear time.
type tally interface {
	add(c *Context)
	matches() []CrossMatch
}

// Match is what a detector found in one item. Fields left empty are filled from the alternative and the rule.
type Match struct {
	Confidence footprint.Confidence
	Severity   *footprint.Severity
	Labels     []string
	Spans      []footprint.Span
	Why        string
	Doubt      string
	Advice     string
	Raised     []string
	Lowered    []string
}

// CrossMatch is what a survey found: the item to show and those that belong to it.
type CrossMatch struct {
	Match
	ItemID  string
	Related []string
}

// Context is what detectors see of one item. Passages are parsed once, when first asked for. A Context is
// used by one goroutine.
type Context struct {
	Item *footprint.Item
	Me   *footprint.Person
	// AsOf is the day on which the audit runs.
	AsOf time.Time

	rules    *RuleSet
	person   *names.Person
	passages [len(passageFields)]*Passage
	done     [len(passageFields)]bool
	found    [len(passageFields)][]identify.Hit // identifiers per field, once sought
	sought   [len(passageFields)]bool
	answers  []answer // by condition: see build.shared
}

// Passage is one parsed text of an item.
type Passage struct {
	*text.Doc
	// Field is the JSON name of the field.
	Field string
	Marks lexicon.Marks
	// Clinical tells how much the passage reads like clinical prose: 0 not at all, 1 surely.
	Clinical float64

	who      *names.Person      // whose names are marked
	remarks  []hostility.Remark // see RuleSet.remarks
	remarked bool
	scores   *judge.Scores
	likeness []float32      // see RuleSet.likeness
	story    *patient.Story // see Context.story
	told     patient.Story  // what story points to: its room goes to the next text
}

// Span marks tokens [from,to) of the passage as evidence.
func (p *Passage) Span(from, to int, kind string) footprint.Span {
	return footprint.Span{Field: p.Field, Start: p.Tokens[from].Start, End: p.Tokens[to-1].End, Type: kind}
}

// passageFields are the texts of an item, by JSON name. "bio" is the user's, shown on every account.
var passageFields = [...]string{"text", "title", "ocr", "description", "snippet", "shared_text", "reply_to", "container", "value", "work", "labels", "bio",
	"account", "profile_picture", "author"}

func fieldIndex(name string) int {
	for i, f := range passageFields {
		if f == name {
			return i
		}
	}
	return -1
}

// Passage returns the parsed text of a field, nil when it is empty or no such field exists.
func (c *Context) Passage(field string) *Passage {
	i := fieldIndex(field)
	if i < 0 {
		return nil
	}
	return c.passage(i)
}

func (c *Context) passage(i int) *Passage {
	if !c.done[i] {
		c.read(i)
	}
	return c.passages[i]
}

// read is apart from passage so that a passage read before costs no call.
func (c *Context) read(i int) { readAll([]*Context{c}, i) }

// readAll reads one field of some items.
func readAll(items []*Context, i int) {
	var room [together]*Passage
	texts := room[:0]
	for _, c := range items {
		if c.done[i] {
			continue
		}
		c.done[i] = true
		if s := c.fieldText(passageFields[i]); s != "" {
			c.passages[i] = c.rules.open(passageFields[i], s, c.person)
			texts = append(texts, c.passages[i])
		}
	}
	if len(texts) > 0 {
		items[0].rules.annotate(texts)
	}
}

func (c *Context) fieldText(name string) string {
	it := c.Item
	switch name {
	case "text":
		return it.Text
	case "title":
		return it.Title
	case "ocr":
		return it.OCR
	case "description":
		return it.Description
	case "snippet":
		return it.Snippet
	case "shared_text":
		return it.SharedText
	case "reply_to":
		return it.ReplyTo
	case "container":
		return it.Container
	case "value":
		return it.Value
	case "work":
		return it.Work
	case "labels":
		return joined(it.Labels)
	case "bio":
		return c.Me.Bio
	case "account":
		return it.Account
	case "profile_picture":
		return it.ProfilePicture
	case "author":
		return it.Author
	}
	return ""
}

// Own reports whether the words of the item are the user's. An unknown author counts as the user unless the
// kind of item comes from others.
func (c *Context) Own() bool {
	switch c.Item.Author {
	case footprint.AuthorSelf:
		return true
	case "":
		switch c.Item.Kind {
		case footprint.KindSearchResult, footprint.KindTag, footprint.KindFriendRequest, footprint.KindFriend:
			return false
		}
		return c.Item.Direction != footprint.DirectionIncoming && c.Item.Interaction == ""
	}
	return false
}

func joined(list []string) string {
	switch len(list) {
	case 0:
		return ""
	case 1:
		return list[0]
	}
	n := 0
	for _, s := range list {
		n += len(s) + 2
	}
	b := make([]byte, 0, n)
	for i, s := range list {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = append(b, s...)
	}
	return string(b)
}

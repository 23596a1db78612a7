// Package text prepares a passage for judgement: it undoes encodings and disguises for matching while every
// token keeps its place in the original, splits tokens, sentences and clauses, tells whose words they are,
// what is negated, which language it is, and how clinical it sounds.
//
// It judges nothing. Work is linear in the length of the text, whatever the text.
package text

// Doc is one passage prepared for judgement. It does not change until it is read anew.
type Doc struct {
	// Original is the text as given; all offsets refer to it.
	Original string
	// Meant is the text that the tokens were read from: Original, or what Reread made of it.
	Meant  string
	Tokens []Token
	// Sentences and Clauses are ranges of tokens, in order; each clause lies inside one sentence.
	Sentences []Range
	Clauses   []Range
	// Lang is the main language: an ISO 639-1 code, "und" when too short or mixed to tell.
	Lang string
	// Unsupported is true when the passage, or a substantial part, is in a language the lexicons do not cover.
	Unsupported bool
	// Foreign are the words of another language inside a text of Lang; empty when there are none or all are.
	Foreign Range
	// ForeignLang is their language, as in Lang.
	ForeignLang string
}

// Range is a half-open range of token indices.
type Range struct{ From, To int }

// Token is one unit of the text.
type Token struct {
	// Start and End are byte offsets into Doc.Original.
	Start, End int
	// Norm is the form for matching: lower case, width, accents and look-alikes folded, invisible
	// characters removed. For a hashtag it is the tag without '#', for a handle without '@'.
	Norm string
	// Rank is the place of a word among the frequent English words, from 1; 0 when it is not one of them.
	Rank uint32
	Kind TokenKind
	// Flags tell how the token was written.
	Flags Flags
	// Voice tells whose words these are.
	Voice Voice
	// Negated is true inside the scope of a negation, which ends at the clause or at "but".
	Negated bool
	// Sentence and Clause are indices into Doc.Sentences and Doc.Clauses.
	Sentence, Clause int
}

// TokenKind says what a token is.
type TokenKind uint8

// Kinds of token. A hashtag is followed by the words it was split into, as HashtagPart with the same offsets
// inside the tag.
const (
	Word TokenKind = iota
	Number
	Punct
	Emoji // one emoji with its modifiers and joined parts
	URL
	Email
	Handle
	Hashtag
	HashtagPart
)

// Flags is a set of notes on how a token was written.
type Flags uint16

// Flags.
const (
	Capital   Flags = 1 << iota // first letter upper case
	AllCaps                     // two letters or more, all upper case
	Elongated                   // letters repeated for emphasis, reduced in Norm
	Masked                      // a disguise was undone in Norm (leet, spacing, look-alikes)
	FirstInSentence
	Ambiguous // hashtag part of a split that could be another
	Joined    // stands against the token before: after a hyphen, or letters after digits ("42F", "5mg")
)

// Voice says whose words a token is.
type Voice uint8

// Voices.
const (
	Own      Voice = iota
	Quoted         // inside quotation marks or a block quote, or after "RT @..."
	Reported       // "he said that ...", "people who say ..."
)

package patient

import "footprint/internal/analyze/lexicon"

// topic is what a word belongs to that speaks against a person under care.
type topic uint8

// Topics.
const (
	noTopic topic = iota
	away          // everyday life
	teach         // teaching and advice to all
	media         // what is read, watched or made up
	outside       // where strangers meet
	count         // counting of many
	numTopics
)

var topicClasses = [numTopics]string{away: "care.elsewhere", teach: "care.teach", media: "care.media", outside: "care.outside", count: "care.count"}

// topics returns the topic of each class of the lexicon.
func topics(lex *lexicon.Lexicon) []topic {
	out := make([]topic, lex.Size())
	for t, name := range topicClasses {
		if c := lex.Class(name); name != "" && c != 0 {
			out[c] = topic(t)
		}
	}
	return out
}

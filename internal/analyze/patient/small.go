package patient

import (
	"strings"
	"unicode/utf8"

	"footprint/internal/analyze/text"
)

// small is a set of the lists of small words that are asked for at every token. Words that are asked for only
// where something else was seen are written there: see view.is.
type small uint64

const (
	wHe       small = 1 << iota // one other person
	wI                          // the writer
	wWe                         // the writer and others
	wYou                        // the reader
	wSpeaker                    // the writer as the subject of what is done
	wToldTo                     // the writer as the object of it
	wTeller                     // the writer in any place
	wSelf                       // the writer alone as the subject
	wMy                         // of the writer
	wOwner                      // of the writer or the reader
	wOurs                       // before a patient of the writer
	wOne                        // stands for a person
	wSubject                    // one other person who does something
	wEither                     // "he or she"
	wPersonal                   // used by those who tell or talk
	wModal                      // what may or should be
	wBe                         // before a definition
	wPlace                      // before the name of a place
	wOff                        // before the one that something comes from
	wIf                         // opens a condition
	wChat                       // of chats
	wCall                       // said to people at work
	wThisDay                    // of this day
	wThink                      // thinking of an illness
	wStay                       // what does not leave the writer
	wPast                       // common verbs in the past tense
	wGuess                      // "guess who"
	wLost                       // "lost one"
	wJust                       // before what was done
	wHes                        // "he's"
	wHed                        // "he'd"
	wQuestion                   // a question mark
	wPressed                    // an exclamation mark and what else is only talked
	wCase                       // "case of"
	wSomeOf                     // "one of my patients"
	wHuman                      // what only people do
	wArticle                    // before a person
	wMe                         // the writer as the object
	wTalk                       // verbs of talk
	wTeam                       // the writer's side as the subject
	wStaying                    // before how long one has stayed
	wSince                      // "in since", "with us for"
	wLies                       // where patients lie
	wWatched                    // before a title
	wAt                         // before the place of a person
	wReading                    // what is measured, as it is written in short
	wOwnSide                    // the writer lies where patients lie: "on the other end of the needle"
	wFate                       // what became of somebody
	wToday                      // after "home"
	wMyself                     // "my own", "yours truly"
	wBy                         // before the one who does something to the writer
)

// smallWords are the lists.
var smallWords = map[small]string{
	wHe:       "he she him her his he's she's he'd she'd he'll she'll himself herself hers",
	wI:        "i i'm i've i'd i'll me my myself mine",
	wWe:       "we we're we've we'd us our",
	wYou:      "you your you're yourself",
	wSpeaker:  "i we i've we've i'd we'd i'll i'm we're",
	wToldTo:   "me us my",
	wTeller:   "i we i've we've i'm i'd we'd me us my our",
	wSelf:     "i i've i'm i'd",
	wMy:       "my our",
	wOwner:    "my our your",
	wOurs:     "my our today's tonight's one",
	wOne:      "one mine ours",
	wSubject:  "he she",
	wEither:   "he his him she her",
	wPersonal: "i me my we us our i'm i've mine he she her his him he's she's he'd she'd",
	wModal:    "may can should must might would could",
	wBe:       "was is are were",
	wPlace:    "in at near from outside of",
	wOff:      "off from of out in on up",
	wIf:       "if when whenever unless",
	wChat:     "lol haha omg arvo mate bloody gonna cos coz u ur pls thx tmrw legend",
	wCall:     "sir ma'am doc doctor nurse dr",
	wThisDay:  "today's tonight's yesterday's",
	wThink:    "think consider suspect remember check exclude",
	wStay:     "thinking forget haunt haunts remember carry",
	wPast: "was were had did came went told said gave got took made saw met left lost found brought held thought " +
		"sat stood sang died knew put ran fell woke broke bit swore threw hit drove rode wore ate drank kept " +
		"felt heard spent caught taught wouldn't didn't wasn't couldn't hadn't won wept shook spoke began understood",
	wGuess:    "guess know",
	wLost:     "lost",
	wJust:     "just",
	wHes:      "he's she's",
	wHed:      "he'd she'd",
	wQuestion: "?",
	wPressed:  "! lol bloody mate can't won't he'll she'll",
	wCase:     "case",
	wSomeOf:   "one another",
	wHuman: "says said asks asked asking wants wanted thinks thought reckons tells told insists insisted refuses refused denies keeps kept hates loves named " +
		"ordered orders ate eating smiled smiles laughed laughs cried cries sang sings winked waved walked walks escaped knows knew swears swore proposed proposes " +
		"sat sits sleeps slept died dies lived lives apologised thanked gave gives offered offers brought brings drew made won't wouldn't didn't doesn't can't couldn't " +
		"has hasn't is isn't was wasn't visits needs spoke speaks believes calls called cooked married turned turns came comes went goes left leaves",
	wArticle: "the a an this that these another one our my poor today's tonight's yesterday's last",
	wMe:      "me us my",
	wTalk:    "rang ring ringing told tell telling phoned phoning called calling asked asking spoke speaking hugged hug broke met sat talking talked warned explained",
	wTeam:    "we we've we're they they've nobody everyone everybody team crew us",
	wStaying: "been here in day week back",
	wWatched: "watched watching rewatched rewatching binged bingeing binge-watching streaming rereading",
	wLies:    "bed bay ward cubicle side resus hdu icu itu picu nicu ccu seclusion dialysis hospice",
	wAt:      "on in at from opposite",
	wSince:   "in since with under for on here post off",
	wReading: "k na ca mg ph hb hgb bm bsl bgl sats spo2 gcs hr bp sbp map rr temp crp inr ck wcc wbc plt plts trop troponin lactate glucose ketones sugar sugars psa hba1c tsh alt ast " +
		"bili bilirubin creat creatinine egfr urea ammonia ferritin sodium potassium calcium lithium bnp apgar apgars ews news bmi weight pulse fev1 co2 pco2 po2 etco2 ef",
	wOwnSide: "other wrong receiving",
	wMyself:  "own truly",
	wBy:      "by",
	wFate:    "made make home through round died alive survived discharged recovered woke lost",
	wToday:   "today tonight tomorrow now soon on by for after in at with this",
}

// smallTable finds the lists of a word.
type smallTable struct {
	sets   []small // the combinations there are; the first is empty
	ranked []uint8 // by text.Token.Rank, as far as listed words go: into sets
	single [utf8.RuneSelf]small
	other  map[string]small
}

func newSmallTable() *smallTable {
	words := map[string]small{}
	for list, all := range smallWords {
		for w := range strings.FieldsSeq(all) {
			words[w] |= list
		}
	}
	t := &smallTable{sets: []small{0}, other: words}
	for w, set := range words {
		if len(w) == 1 {
			t.single[w[0]] = set
		}
	}
	at := map[small]uint8{}
	text.EachCommon(func(w string, rank int) {
		set, ok := words[w]
		if !ok {
			return
		}
		if at[set] == 0 {
			at[set] = uint8(len(t.sets))
			t.sets = append(t.sets, set)
		}
		for len(t.ranked) <= rank {
			t.ranked = append(t.ranked, 0)
		}
		t.ranked[rank] = at[set]
	})
	return t
}

// of returns the lists that a token stands in.
func (s *smallTable) of(t *text.Token) small {
	switch {
	case t.Rank != 0:
		if int(t.Rank) < len(s.ranked) {
			return s.sets[s.ranked[t.Rank]]
		}
		return 0
	case len(t.Norm) == 1 && t.Norm[0] < utf8.RuneSelf:
		return s.single[t.Norm[0]]
	}
	return s.other[t.Norm]
}

package hostility

import "footprint/internal/analyze/text"

// threats finds threats and calls for harm against persons.
func (r *Reader) threats(found []Remark) []Remark {
	for _, sp := range r.spans {
		switch {
		case sp.bits&threat != 0:
			if !r.own(sp.from) || r.doc.Tokens[sp.from].Negated || r.selfReferenceHarm(sp) {
				continue
			}
			points := float32(3)
			if r.playful(sp.from) {
				points -= 1.25
			}
			found = append(found, Remark{Kind: Threat, Violent: true, From: sp.from, To: sp.to, points: points, Why: "The words threaten somebody or wish them harm."})
		case sp.bits&harm != 0 && sp.bits&idiom == 0:
			if p := max(r.harmsPerson(sp), r.deserved(sp)); p > 0 {
				found = append(found, Remark{Kind: Threat, Violent: true, From: sp.from, To: min(sp.to+1, len(r.at)), points: p, Why: "Harm to a person is threatened, wished or called for."})
			}
		}
	}
	for _, f := range found {
		if m, ok := r.addressed(f.From); f.Kind == Threat && ok {
			return append(found, Remark{Kind: Hate, Violent: true, From: m.from, To: m.to, points: f.points, Why: "A group is threatened."})
		}
	}
	return found
}

// addressed gives the group that is spoken to in the sentence of token i: "you X".
func (r *Reader) addressed(i int) (mention, bool) {
	s := r.sentence(i)
	for _, m := range r.mentions {
		if m.protected && !m.resolved && m.from > s.From && m.from < s.To && r.own(m.from) && plural(r.word(m.to-1)) {
			if w := r.word(m.from - 1); w == "you" || w == "u" || w == "all" && r.word(m.from-2) == "you" || r.bit(m.from-1)&(profanity|insultAdj) != 0 && r.word(m.from-2) == "you" {
				return m, true
			}
		}
	}
	return mention{}, false
}

// selfReferenceHarm reports that the author is the one who was threatened.
func (r *Reader) selfReferenceHarm(sp span) bool {
	s := r.sentence(sp.from)
	for k := sp.from - 1; k >= max(s.From, sp.from-8); k-- {
		if w := r.word(k); w == "told" || w == "texted" || w == "messaged" || w == "threatened" || w == "emailed" || w == "saying" {
			return true
		}
	}
	return false
}

// harmsPerson scores a verb of harm with a person as object and an intention before it.
func (r *Reader) harmsPerson(sp span) float32 {
	if !r.own(sp.from) || r.doc.Tokens[sp.from].Negated || r.at[sp.from]&idiom != 0 || !r.intends(sp.from) {
		return 0
	}
	// An imperative alone ("shoot me an email", "kill the lights") is no threat: someone must intend it.
	if r.opens(sp.from) {
		return 0
	}
	for k := sp.to; k < min(len(r.at), sp.to+4); k++ {
		switch r.word(k) {
		case "you", "him", "her", "them", "ya", "u":
			if k > sp.to+1 {
				return 0
			}
			if k+1 < len(r.at) && isWordy(r.word(k+1)) && !r.endsPhrase(k+1) { // "kill her time"
				return 0.75
			}
			if r.playful(sp.from) {
				return 1
			}
			return 2.5
		case "that", "this", "the", "every", "whoever", "his", "her's", "your", "a", "some":
			if w := r.word(k); (w == "your" || w == "his") && bodyPart(r.word(k+1)) && !r.playful(sp.from) {
				return 2.5
			}
			continue
		case "me", "myself", "it", "my", "cancer":
			return 0
		}
		if r.at[k]&(nonProtected|person|insultNoun) != 0 {
			return 2.25
		}
	}
	return 0
}

// bodyPart reports what is threatened to be broken.
func bodyPart(w string) bool {
	switch w {
	case "face", "skull", "head", "teeth", "legs", "leg", "neck", "jaw", "throat", "knees", "kneecaps", "arms", "bones", "nose", "guts", "eyes", "fingers", "heads", "faces", "house":
		return true
	}
	return false
}

// deserved scores harm that a person is said to deserve: "my manager should be shot".
func (r *Reader) deserved(sp span) float32 {
	if !r.own(sp.from) || r.doc.Tokens[sp.from].Negated || !grave(r.word(sp.from)) {
		return 0
	}
	s := r.sentence(sp.from)
	passive, norm := false, -1
	for k := sp.from - 1; k >= max(s.From, sp.from-5); k-- {
		switch r.word(k) {
		case "be", "get", "being":
			passive = true
		case "deserve", "deserves", "should", "ought", "needs", "need", "must":
			norm = k
		}
		if norm >= 0 {
			break
		}
	}
	if !passive || norm < 0 {
		return 0
	}
	for k := norm - 1; k >= max(s.From, norm-4); k-- {
		switch r.word(k) {
		case "he", "she", "you", "him", "her", "whoever", "my", "who", "u":
			return 2.75
		case "it", "this", "these", "they", "those":
			return 0
		}
		if r.at[k]&(person|nonProtected|insultNoun) != 0 {
			return 2.5
		}
	}
	return 0
}

// grave reports verbs that mean bodily harm.
func grave(w string) bool {
	switch w {
	case "killed", "murdered", "shot", "stabbed", "hanged", "lynched", "burned", "burnt", "beaten", "bashed", "strangled", "drowned", "beheaded", "executed", "castrated", "raped", "tortured", "flogged", "punched", "slapped",
		"whipped", "poisoned", "slaughtered", "butchered", "gassed", "kicked", "run", "smacked", "thrashed", "throttled", "put", "maimed", "stomped", "exterminated":
		return true
	}
	return false
}

func (r *Reader) endsPhrase(i int) bool {
	switch r.word(i) {
	case "in", "with", "if", "and", "all", "for", "next", "so", "right", "on", "to", "until", "till", "one", "when", "at", "again", "like", "lol", "haha", "both", "up", "dead", "slowly", "myself":
		return true
	}
	return false
}

// playful reports laughter, games and jokes around token i.
func (r *Reader) playful(i int) bool {
	for k := max(0, i-25); k < min(len(r.at), i+25); k++ {
		switch r.doc.Tokens[k].Norm {
		case "lol", "haha", "hahaha", "lmao", "jk", "joking", "😂", "🤣", "😜", "😉", "game", "match", "fortnite", "mario", "chess", "film", "movie", "novel", "episode", "season", "character", "plot", "boxing", "cricket", "football", "netball", "rugby", "hockey", "quiz", "tennis", "semi-final", "tournament", "league", "trivia", "basketball", "xx", "❤️", "love":
			return true
		}
	}
	return false
}

// insults finds contempt aimed at a person.
func (r *Reader) insults(found []Remark) []Remark {
	if r.seen&(insultNoun|insultAdj|profanity) == 0 {
		return found
	}
	for _, sp := range r.spans {
		if sp.bits&(insultNoun|insultAdj|profanity) == 0 || !r.own(sp.from) || r.doc.Tokens[sp.from].Negated && !r.falseNegation(sp.from) {
			continue
		}
		if p := r.insult(sp); p > 0 {
			found = append(found, Remark{Kind: Derogatory, From: sp.from, To: sp.to, points: p, Why: "An insult is aimed at a person."})
		}
	}
	return found
}

// insult scores who an insulting word is aimed at.
func (r *Reader) insult(sp span) float32 {
	noun := sp.bits&insultNoun != 0
	if sp.bits&(insultNoun|insultAdj) == 0 {
		return r.swearsAt(sp)
	}
	if w := r.word(sp.to); w == "i" || w == "i'm" || w == "me" || w == "myself" { // "what an idiot I was"
		r.aboutSelf = true
		return 0
	}
	target, copula, distance := r.target(sp)
	if target == nobody && !noun && r.ofThing(sp) {
		r.aboutThing = true
		return 0
	}
	if target == nobody && noun && r.exclaimed(sp) {
		target = third
		copula = true
	}
	base := float32(1.5)
	if noun {
		base = 2
		if sp.bits&profanity != 0 || sp.to-sp.from > 1 {
			base = 2.5
		}
	}
	switch target {
	case second:
		if !noun && !copula {
			return 0.5
		}
		return base + 1
	case third:
		if !copula && distance > 1 {
			return 0
		}
		if noun {
			return base + 0.5
		}
		return base
	case self:
		r.aboutSelf = r.aboutSelf || copula
		return 0
	case thing:
		r.aboutThing = true
		return 0
	}
	if !noun {
		return 0
	}
	switch w := r.word(sp.from - 1); w {
	case "fucking", "stupid", "bloody", "total", "complete", "absolute", "utter", "useless", "pathetic", "these", "those", "of", "dumb", "lying", "little", "arrogant", "ignorant", "such", "what", "a", "an":
		if w == "of" && r.word(sp.from-2) != "bunch" && r.word(sp.from-2) != "pack" && r.word(sp.from-2) != "load" || (w == "a" || w == "an") && r.word(sp.from-2) != "what" && r.word(sp.from-2) != "such" {
			return 0.75
		}
		return base
	}
	if s := r.sentence(sp.from); s.To-s.From <= 4 && r.modifierRun(s.From, sp.from) {
		return base
	}
	return 0.5
}

// ofThing reports "that's a really ignorant policy".
func (r *Reader) ofThing(sp span) bool {
	if !isWordy(r.word(sp.to)) || r.bit(sp.to)&(person|nonProtected|group|insultNoun|insultAdj|profanity) != 0 || r.endsPhrase(sp.to) {
		return false
	}
	for k := sp.from - 1; k >= max(r.sentence(sp.from).From, sp.from-4); k-- {
		switch r.word(k) {
		case "that's", "this", "it's", "thats", "its", "that":
			return true
		case "a", "an", "such", "is", "really", "so", "was", "pretty", "very", "just":
		default:
			return false
		}
	}
	return false
}

// exclaimed reports "what a fool he is".
func (r *Reader) exclaimed(sp span) bool {
	w, v := r.word(sp.to), r.word(sp.to+1)
	if w == "that" {
		v = r.word(sp.to + 2)
		return (v == "is" || v == "was") && r.bit(sp.to+1)&(person|nonProtected|group) != 0
	}
	return (w == "he" || w == "she") && (v == "is" || v == "was") || (w == "you" || w == "they") && (v == "are" || v == "were")
}

// swearsAt scores swearing directly at somebody: "fuck you", "go to hell".
func (r *Reader) swearsAt(sp span) float32 {
	switch r.word(sp.from) {
	case "fuck", "screw", "damn", "stuff":
	default:
		return 0
	}
	switch next := r.word(sp.to); next {
	case "you", "u", "off", "him", "her", "them", "yourself", "ya":
		if r.opens(sp.from) || r.word(sp.from-1) == "go" || r.word(sp.from-1) == "can" {
			return 2.25
		}
	}
	return 0
}

type who uint8

const (
	nobody who = iota
	self
	second
	third
	thing
)

// target looks back from an insult for the person it is said of.
func (r *Reader) target(sp span) (w who, copula bool, distance int) {
	s := r.sentence(sp.from)
	for k := sp.from - 1; k >= max(s.From, sp.from-8); k-- {
		t := r.doc.Tokens[k]
		distance++
		if t.Kind == text.Handle {
			return second, true, distance
		}
		if t.Kind == text.Punct {
			if t.Norm == "," || t.Norm == ":" {
				continue
			}
			return nobody, copula, distance
		}
		switch t.Norm {
		case "i", "i'm", "im", "me", "my", "myself", "we", "we're", "i've", "i'll", "i'd":
			return self, copula || t.Norm == "i'm" || t.Norm == "im", distance
		case "you", "u", "ur", "ya", "yall", "y'all", "yourself":
			return second, copula || distance == 1 || r.modifierRun(k+1, sp.from), distance
		case "you're", "youre", "your":
			if t.Norm == "your" && r.bit(k+1)&(insultNoun|insultAdj|profanity) == 0 {
				return nobody, false, distance
			}
			return second, true, distance
		case "he's", "she's", "they're", "he", "she", "they", "him", "hes", "shes":
			return third, copula || t.Norm == "he's" || t.Norm == "she's" || t.Norm == "they're" || t.Norm == "hes" || t.Norm == "shes", distance
		case "is", "are", "was", "were", "be", "being", "been", "am", "'s":
			copula = true
		case "it", "it's", "its", "this", "that", "that's", "thats", "there", "what", "which", "weather", "day", "thing":
			if t.Norm == "this" || t.Norm == "that" {
				if sp.bits&insultNoun == 0 && k+1 == sp.from && r.bit(sp.to)&(person|nonProtected|group|insultNoun) == 0 {
					return nobody, false, distance // "this useless printer"
				}
				if r.bit(k+1)&(person|nonProtected|group) != 0 || distance == 1 || r.modifierRun(k+1, sp.from) && sp.bits&insultNoun != 0 {
					return third, true, distance
				}
			}
			return nobody, copula, distance
		case "because", "but", "if", "when", "so", "and":
			if t.Norm != "and" && t.Norm != "so" {
				return nobody, copula, distance
			}
		default:
			if copula && (r.at[k]&(nonProtected|person) != 0 || t.Flags&text.Capital != 0 && t.Flags&text.FirstInSentence == 0 || t.Flags&text.Capital != 0 && r.word(k+1) == "is") {
				return third, true, distance
			}
			if copula && r.at[k] == 0 {
				if sp.bits&insultNoun != 0 && !ofThings(r.word(sp.from)) && !noPerson(t.Norm) {
					return third, true, distance // "the recruiter is a coward"
				}
				if noPerson(t.Norm) {
					return thing, true, distance
				}
				return nobody, true, distance
			}
		}
	}
	return nobody, copula, distance
}

// noPerson reports animals, small children and things that are often called names in fun.
func noPerson(w string) bool {
	switch w {
	case "dog", "dogs", "cat", "cats", "puppy", "kitten", "pup", "kelpie", "labrador", "toddler", "baby", "parrot", "magpie", "magpies", "goose", "seagull", "seagulls", "possum", "horse", "cow", "goat", "film", "movie", "book", "show", "game", "song", "app",
		"phone", "car", "laptop", "weather", "traffic", "printer", "exam", "match", "character", "villain", "brain", "body", "knee", "back", "computer", "autocorrect", "food", "coffee", "internet", "wifi", "bus", "train", "flight", "novel", "episode",
		"tablet", "charger", "keyboard", "screen", "machine", "kettle", "toaster", "oven", "fridge", "dishwasher", "washer", "dryer", "vacuum", "cleaner", "lawnmower", "mower", "hoover", "boiler", "heater", "lamp", "light", "lights",
		"alarm", "clock", "watch", "umbrella", "zip", "shoe", "shoes", "sock", "socks", "shirt", "jacket", "coat", "hat", "dress", "jeans", "uniform", "scrubs", "mask", "bag", "backpack", "suitcase", "key", "keys", "lock", "door", "window", "gate", "fence", "tap", "toilet", "loo",
		"sink", "shower", "bath", "chair", "table", "bed", "couch", "sofa", "shelf", "bike", "scooter", "van", "truck", "ute", "tyre", "tyres", "engine", "battery", "satnav", "gps", "tram", "ferry", "bridge", "road", "roads", "pothole", "roundabout", "lift", "elevator", "escalator",
		"software", "website", "password", "update", "email", "form", "forms", "paperwork", "queue", "rain", "wind", "snow", "heat", "cold", "summer", "winter", "monday", "mondays", "morning", "hangover", "headache", "migraine", "cough", "flu", "allergy", "allergies", "pollen",
		"hair", "fringe", "face", "nose", "toe", "ankle", "foot", "feet", "elbow", "shoulder", "tooth", "teeth", "tea", "sandwich", "soup", "pizza", "cake", "beer", "wine", "smell", "taste", "delight", "mosquito", "mosquitoes", "spider", "wasp", "wasps", "ants", "fly", "flies", "weeds":
		return true
	}
	return false
}

// ofThings reports insults that are said of things as well.
func ofThings(w string) bool {
	switch w {
	case "trash", "garbage", "filth", "scum", "tool", "hack", "dope", "mug", "snake", "toad", "sheep", "troll", "trolls", "creep", "creeps", "weasel", "freak", "freaks", "clown", "quack", "knob", "knobs", "sod", "wally", "waste", "piece", "bastard", "bitch", "prick", "dick", "losers", "loser", "parasite", "parasites", "peasant", "fool", "cock":
		return true
	}
	return false
}

// modifierRun reports whether [from,to) holds only words that strengthen an insult.
func (r *Reader) modifierRun(from, to int) bool {
	for i := from; i < to; i++ {
		if r.at[i]&(insultAdj|insultNoun|profanity|mild|traitStrong|traitWeak) != 0 {
			continue
		}
		switch r.word(i) {
		case "absolute", "total", "complete", "utter", "little", "old", "big", "sad", "sorry", "poor", "lot", "of", "a", "an", "such", "bunch", "are", "people", "fat", "fucking", "massive", "giant", "real", "right", "pack", "just", "all", "so", "like", "guys":
		default:
			return false
		}
	}
	return true
}

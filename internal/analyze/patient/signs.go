package patient

// sign is one observation about a short post. The probability that the post tells of a patient is the logistic
// function of the sum of the signs times their weights.
type sign uint8

// Signs. Those that are word classes are 1 when a word of the class was seen.
const (
	sPerson    sign = iota // how plainly one person is spoken of, 0 to 2
	sHealth                // words of care, of the body and of illness, 0 to 4
	sMet                   // the writer and the person act upon each other, 0 to 2
	sEvent                 // it happened, 0 to 1.1
	sGeneral               // speaks of what holds for everybody
	sHealthMet             // health and an act together
	sHealthPerson
	sPersonMet
	sHealthEvent
	sAll // person, health, act and event together
	sLittle
	sClinical
	sDeeds
	sVague
	sMeasures
	sInjuries
	sNotes
	sReports
	sFormula
	sAge
	sBed
	sSlot
	sNamed
	sHe
	sI
	sWe
	sYou
	sPossessed
	sOwnBody
	sQuestion
	sModal
	sPast
	sPlural
	sEncyclopaedic
	sLength
	sShort
	sHashtag
	sQuoted
	sColleague
	sWasI
	sWordLength // mean length of words, above 4
	sLongWords  // share of words of ten letters or more
	sPercent
	sParen
	sNumbers
	sInformal // contractions, emoji, exclamation marks, lower-case i
	sSomewhere
	sHour
	sFactTypes
	sIlls
	sKits
	sActs
	sClose    // a person within a few words of illness or care
	sStarts   // begins with a verb in the past: "Pulled a ..."
	sArticle  // "a bloke", "this kid"
	sWho      // "the man who"
	sSir      // "Sir, ...", "Doctor, ..."
	sCapitals // abbreviations
	sFamily   // the writer's own family
	sPet
	sSelfHealth
	sExam
	sEither
	sSentences
	sBare      // a pronoun and nobody it could stand for
	sThis      // "today's", "tonight's one", "my last one"
	sOneOfMine // "one of mine", "ask my last one"
	sHypo
	sTopicOnly
	sSent // clinical words per sentence
	sUnits
	sWorks
	sArrivals
	sAway
	sTeach
	sMedia
	sOutside
	sCount
	sLeadHe
	sLeadPerson
	sLeadPatient
	sLeadColleague
	sLeadKin
	sLeadAnimal
	sLeadName
	sHeNobody
	sHePerson
	sHePatient
	sHeColleague
	sHeKin
	sHeAnimal
	sHeName
	sTheirKin
	sTeller // the writer speaks of what he or she saw or did
	sOthers // professionals act, and the writer does not speak
	sHisBody
	sFromBody
	sIf        // "if he is drowsy", "when your child"
	sThink     // "think of", "consider" with an illness behind
	sNobody    // no person at all
	sProper    // capitalised words inside sentences
	sWritten   // printed prose: long words, names, nobody speaks
	sTreated   // the writer acts on a person: "admitted a man"
	sDid       // the writer does what only carers do
	sOffOne    // "off a tramper", "from a toddler's nose"
	sOurs      // "our oldest client", "my Tuesday lady"
	sSelfCare  // the writer as the one cared for: "my surgeon", "I was diagnosed"
	sNoun      // how plainly "patient" means one
	sAtNumber  // "the guy in 12", "bed 7 wants"
	sBearer    // "our post-op knee has escaped"
	sOnMe      // "she bit me", "thrown up on by a mayor"
	sRelative  // "the one I lost"
	sFamilyOf  // "rang a daughter", "the wife knew"
	sOpensHe   // a sentence begins with he or she
	sStaying   // "been in since august"
	sTheyHim   // "we threw him a party"
	sTakenOut  // "pulled a bead out of an ear"
	sOurOne    // "our jumper made it"
	sFoundAway // "a man on the radio"
	sFoundCare // "the lad in HDU"
	sOwnChild  // "my four year old"
	sReading   // "K+ 8.4", "GCS 15"
	sReadingLead
	sTelegram // short sentences without a subject
	sTelegramCare
	sKinName    // "Dad has been moved", "Husband thinks"
	sKinTells   // "Wife says he's been yellow"
	sMyOwn      // "my own", "on the other end of the needle"
	sBeside     // "next to me", "in front of us": strangers
	sCommaAge   // "lollipop man, 80, saves"
	sOldYear    // a year before 2000
	sDefinite   // "the lad with the drip", who was not spoken of before
	sFate       // "home tonight", "didn't make it"
	sIHim       // "I let her beat me"
	sQuotedCase // "'A 29-year-old cave diver'": a title
	sClasses    // the classes of classSigns follow
)

// topicSigns count the words of a topic.
var topicSigns = [numTopics]sign{away: sAway, teach: sTeach, media: sMedia, outside: sOutside, count: sCount}

// classSigns are the word classes that are signs by themselves.
var classSigns = [...]struct {
	name string
	bits bits
}{{"patient", bPatient}, {"patients", bPatients}, {"man", bMan}, {"woman", bWoman}, {"neutral", bNeutral}, {"kin", bKin}, {"occupation", bOccupation}, {"origin", bOrigin}, {"animal", bAnimal}, {"did", bDid}, {"arrived", bArrived}, {"reports", bReports}, {"unit", bUnit}, {"work", bWork}, {"death", bDeath}, {"recovery", bRecovery}, {"birth", bBirth}, {"joy", bJoy}, {"mechanism", bMechanism}, {"quote", bQuote}, {"body", bBody}, {"rarity", bRarity}, {"hospital", bHospital}, {"place", bPlace}, {"near", bNear}, {"weekday", bWeekday}, {"age-group", bAgeGroup}, {"population", bPopulation}, {"general", bGeneral}, {"fiction", bFiction}, {"self", bSelf}, {"topic", bTopic}, {"device", bDevice}, {"scene", bScene}, {"acted", bActed}, {"address", bAddress}, {"hint", bHint}, {"case", bCase}, {"clinicalish", bClinicalish}, {"vague", bVague}, {"measure", bMeasure}, {"common", bCommon}, {"uncommon", bUncommon}, {"rare", bRare}, {"title", bTitle}, {"first-name", bFirstName}, {"relation", bRelation}, {"published", bPublished}, {"vignette", bVignette}, {"simulated", bSimulated}, {"ill", bIll}, {"kit", bKit}, {"act", bAct}}

// core are the signs whose pairs are signs as well.
var core = [...]sign{sTeller, sPerson, sArticle, sHealth, sIlls, sKits, sDeeds, sClinical, sEvent, sMet, sAge, sBare, sClose, sFamily, sAway, sTeach, sMedia, sOutside, sHeColleague, sHeKin, sNoun, sTreated, sSelfCare}

const (
	numPlain = int(sClasses) + len(classSigns)
	numSigns = numPlain + len(core)*(len(core)-1)/2
)

// pairs is the place of the first pair of core sign i with one before it.
func pairs(i int) int { return numPlain + i*(i-1)/2 }

// signNames are the names of the signs in the file of weights.
var signNames = [...]string{sPerson: "person", sHealth: "health", sMet: "met", sEvent: "event", sGeneral: "general", sHealthMet: "health met", sHealthPerson: "health person", sPersonMet: "person met", sHealthEvent: "health event", sAll: "all", sLittle: "little", sClinical: "clinical", sDeeds: "deeds", sVague: "vague", sMeasures: "measures", sInjuries: "injuries", sNotes: "notes", sReports: "reports", sFormula: "formula", sAge: "age", sBed: "bed", sSlot: "slot", sNamed: "named", sHe: "he", sI: "i", sWe: "we", sYou: "you", sPossessed: "possessed", sOwnBody: "own body", sQuestion: "question", sModal: "modal", sPast: "past", sPlural: "plural", sEncyclopaedic: "encyclopaedic", sLength: "length", sShort: "short", sHashtag: "hashtag", sQuoted: "quoted", sColleague: "colleague", sWasI: "was i", sWordLength: "word length", sLongWords: "long words", sPercent: "percent", sParen: "paren", sNumbers: "numbers", sInformal: "informal", sSomewhere: "somewhere", sHour: "hour", sFactTypes: "fact types", sIlls: "ills", sKits: "kits", sActs: "acts", sClose: "close", sStarts: "starts", sArticle: "article", sWho: "who", sSir: "sir", sCapitals: "capitals", sFamily: "family", sPet: "pet", sSelfHealth: "self health", sExam: "exam", sEither: "either", sSentences: "sentences", sBare: "bare", sThis: "this", sOneOfMine: "one of mine", sHypo: "hypo", sTopicOnly: "topic only", sSent: "sent", sUnits: "units", sWorks: "works", sArrivals: "arrivals", sAway: "away", sTeach: "teach", sMedia: "media", sOutside: "outside", sCount: "count", sLeadHe: "lead he", sLeadPerson: "lead person", sLeadPatient: "lead patient", sLeadColleague: "lead colleague", sLeadKin: "lead kin", sLeadAnimal: "lead animal", sLeadName: "lead name", sHeNobody: "he nobody", sHePerson: "he person", sHePatient: "he patient", sHeColleague: "he colleague", sHeKin: "he kin", sHeAnimal: "he animal", sHeName: "he name", sTheirKin: "their kin", sTeller: "teller", sOthers: "others", sHisBody: "his body", sFromBody: "from body", sIf: "if", sThink: "think", sNobody: "nobody", sProper: "proper", sWritten: "written", sTreated: "treated", sDid: "did", sOffOne: "off one", sOurs: "ours", sSelfCare: "self care", sNoun: "noun", sAtNumber: "at number", sBearer: "bearer", sOnMe: "on me", sRelative: "relative", sFamilyOf: "family of", sOpensHe: "opens he", sStaying: "staying", sTheyHim: "they him", sTakenOut: "taken out", sOurOne: "our one", sFoundAway: "found away", sFoundCare: "found in care", sOwnChild: "own child", sReading: "reading", sReadingLead: "reading lead", sTelegram: "telegram", sTelegramCare: "telegram care", sKinName: "kin name", sKinTells: "kin tells", sMyOwn: "my own", sBeside: "beside me", sCommaAge: "comma age", sOldYear: "old year", sDefinite: "definite", sFate: "fate", sIHim: "i him", sQuotedCase: "quoted case"}

// SignNames returns the names of all signs in the order of Signs.
func SignNames() []string {
	names := append([]string(nil), signNames[:]...)
	for _, c := range classSigns {
		names = append(names, "class "+c.name)
	}
	for i, a := range core {
		for _, b := range core[:i] {
			names = append(names, signNames[b]+" and "+signNames[a])
		}
	}
	return names
}

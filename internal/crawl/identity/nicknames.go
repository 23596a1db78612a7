package identity

import "slices"

// nicknames are the common short forms of English given names, written by us; either side may be the user's.
var nicknames = [][]string{
	{"amelia", "millie", "amy", "mel"}, {"alexander", "alex", "sandy", "lex"}, {"alexandra", "alex", "sandra", "lexi", "sasha"}, {"andrew", "andy", "drew"},
	{"anthony", "tony", "ant"}, {"benjamin", "ben", "benny", "benji"}, {"catherine", "cathy", "cath", "kate", "katie", "cat"}, {"katherine", "kathy", "kath", "kate", "katie", "kat"},
	{"charles", "charlie", "chuck", "chas"}, {"charlotte", "charlie", "lottie", "char"}, {"christopher", "chris", "kit", "topher"}, {"christina", "chris", "tina", "christy"},
	{"daniel", "dan", "danny"}, {"david", "dave", "davey"}, {"deborah", "deb", "debbie"}, {"edward", "ed", "eddie", "ted", "ned"}, {"elizabeth", "liz", "beth", "lizzie", "eliza", "betty", "libby"},
	{"emily", "em", "emmy"}, {"frances", "fran", "frankie"}, {"francis", "frank", "fran"}, {"frederick", "fred", "freddie"}, {"gabrielle", "gabby"}, {"george", "georgie"}, {"gerald", "gerry"},
	{"gregory", "greg"}, {"harold", "harry", "hal"}, {"henry", "harry", "hank"}, {"isabella", "bella", "izzy"}, {"jacob", "jake"}, {"james", "jim", "jimmy", "jamie"}, {"jennifer", "jen", "jenny"},
	{"jessica", "jess", "jessie"}, {"john", "jack", "johnny"}, {"jonathan", "jon", "jonty"}, {"joseph", "joe", "joey"}, {"joshua", "josh"}, {"kenneth", "ken", "kenny"}, {"lawrence", "larry", "laurie"},
	{"leonard", "len", "lenny", "leo"}, {"margaret", "maggie", "meg", "peggy", "marge"}, {"matthew", "matt", "matty"}, {"michael", "mike", "mick", "mickey"}, {"nicholas", "nick", "nico"},
	{"nicola", "nicky", "nic"}, {"olivia", "liv", "ollie"}, {"oliver", "ollie"}, {"pamela", "pam"}, {"patricia", "pat", "patsy", "trish", "tricia"}, {"patrick", "pat", "paddy"}, {"peter", "pete"},
	{"philip", "phil"}, {"rebecca", "becky", "bec", "becca"}, {"richard", "rick", "dick", "richie"}, {"robert", "rob", "bob", "bobby", "robbie"}, {"ronald", "ron", "ronnie"}, {"samuel", "sam", "sammy"},
	{"samantha", "sam", "sammy"}, {"sarah", "sally", "sadie"}, {"stephen", "steve"}, {"steven", "steve"}, {"susan", "sue", "susie"}, {"theodore", "ted", "theo"}, {"thomas", "tom", "tommy"},
	{"timothy", "tim"}, {"valerie", "val"}, {"victoria", "vicky", "tori"}, {"vincent", "vince", "vinnie"}, {"william", "will", "bill", "billy", "liam"}, {"zachary", "zac", "zach"},
	// one name in several spellings and languages, and short forms there
	{"mohammed", "mohamed", "muhammad", "mohammad", "muhammed", "mohamad", "mehmet", "mo"}, {"ahmed", "ahmad", "achmed"}, {"hussein", "hussain", "husain", "husayn"}, {"hassan", "hasan"}, {"yusuf", "youssef", "yousef", "yousuf", "yusef"},
	{"omar", "umar", "omer"}, {"osman", "usman", "uthman"}, {"abdullah", "abdallah", "abdulla"}, {"ibrahim", "ebrahim"}, {"khalid", "khaled"}, {"said", "saeed", "sayed"}, {"fatima", "fatimah", "fatma"}, {"aisha", "ayesha", "aysha", "ayse"},
	{"mariam", "maryam", "miriam"}, {"zainab", "zaynab", "zeinab"}, {"noor", "nour", "nur"}, {"alexander", "aleksander", "aleksandr", "alexandr", "alejandro", "alessandro", "sasha"}, {"alexandra", "aleksandra", "ola"}, {"katarzyna", "kasia", "kate", "katherine"},
	{"malgorzata", "gosia"}, {"agnieszka", "aga"}, {"joanna", "asia", "joan"}, {"magdalena", "magda", "lena"}, {"krzysztof", "chris"}, {"piotr", "peter"}, {"tomasz", "tom"}, {"michal", "michael"}, {"ekaterina", "yekaterina", "katya", "kate"},
	{"sergei", "sergey", "serge"}, {"dmitri", "dmitry", "dimitri", "dima"}, {"yulia", "julia", "iuliia", "yuliya"}, {"natalia", "nataliya", "natalya", "natasha"}, {"tatiana", "tatyana", "tanya"}, {"mikhail", "michail", "misha"}, {"evgeny", "yevgeny", "eugene"},
	{"nikolai", "nikolay", "nicholas"}, {"andrei", "andrey", "andrew"}, {"pavel", "paul"}, {"yuri", "yury", "iurii"}, {"johannes", "hannes", "hans", "jan"}, {"friedrich", "fritz"}, {"katharina", "kathi", "katja"}, {"wilhelm", "willi"}, {"josef", "joseph", "sepp"},
	{"francisco", "paco", "francis"}, {"jose", "pepe"}, {"maria", "marie", "mary"}, {"giuseppe", "beppe"}, {"giovanni", "gianni"}, {"stefan", "stephan", "stephen", "steffen"}, {"niamh", "neve"}, {"sean", "shaun", "shawn"}, {"geoffrey", "jeffrey", "geoff", "jeff"},
	{"srinivas", "sreenivas", "srini"}, {"lakshmi", "laxmi"}, {"krishna", "krsna"}, {"xiaoming", "xiao"}, {"philippa", "pippa", "pip"}, {"jacqueline", "jackie", "jacqui"}, {"rosemary", "rose", "rosie"}, {"abigail", "abby", "gail"}, {"eleanor", "ellie", "nell", "nora"},
}

// Nicknames are the other forms of a given name, whichever of them is given.
func Nicknames(first string) []string { return nicknamesOf(fold(first)) }

func nicknamesOf(first string) (out []string) {
	for _, group := range nicknames {
		if !slices.Contains(group, first) {
			continue
		}
		for _, other := range group {
			if other != first && !slices.Contains(out, other) {
				out = append(out, other)
			}
		}
	}
	return out
}

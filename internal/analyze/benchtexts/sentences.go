package main

// words fill the places of the sentences.
var words = map[string][]string{
	"day":    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "the weekend", "this morning", "last night", "tonight", "tomorrow"},
	"place":  {"Ballarat", "Leeds", "Dunedin", "Tauranga", "Bristol", "Hobart", "Duluth", "Perth", "Galway", "Nelson"},
	"thing":  {"kettle", "printer", "bicycle", "garden", "boat", "tent", "guitar", "oven", "dog", "jersey"},
	"food":   {"soup", "pancakes", "a pie", "cold pizza", "dumplings", "toast", "a roast", "curry"},
	"feel":   {"happy", "tired", "proud", "grateful", "worn out", "curious", "cheerful", "stiff", "hopeful"},
	"name":   {"Mira", "Tom", "Ayesha", "Callum", "Wen", "Grace", "Otis", "Leilani"},
	"topic":  {"asthma", "warfarin", "sepsis", "handover", "rosters", "sunscreen", "falls", "sleep", "vaccines", "migraine"},
	"emoji":  {"😀", "🙌", "😴", "🌧️", "🍰", "❤️", "👩‍⚕️", "🎉"},
	"tag":    {"#nightshift", "#MedTwitter", "#weekendvibes", "#running", "#teamwork", "#throwback"},
	"number": {"3", "12", "40", "7.5", "2019", "120/80", "1,200", "9"},
	"swear":  {"bloody", "damn", "fucking", "shitty", "crap"},
}

// plain are sentences with nothing to find.
var plain = []string{
	"Long {day} on the ward, but the team was brilliant {emoji}",
	"Happy birthday to the best sister in the world, see you on {day}!",
	"Does anybody know a good plumber in {place}? The {thing} drips and it is driving me mad.",
	"The new guideline on {topic} is out, open access: https://example.org/papers/{number}",
	"@someone haha yes, I saw that one too. Shall we go on {day}?",
	"What a game!! Never doubted them for a second. {tag}",
	"Clinics run every Tuesday from 9 to {number}, no booking needed.",
	"I don't agree with the minister about {topic}; hospitals need beds, not slogans.",
	"Passed my exams!!! Thank you to everyone who put up with me {emoji}{emoji}",
	"Fed up with this {thing}. It has eaten the third form {day}.",
	"Sunrise over the harbour at {place}, coffee in hand, dog at my feet.",
	"ok {emoji}",
	"Ran {number} km before breakfast and now I'm {feel}.",
	"RT @{name}: proud of what the whole team did {day} {tag}",
	"We had {food} and played cards until late, all of us {feel}.",
	"My talk about {topic} is on {day}; slides will be at www.example.org/talks",
	"\"You will never finish that {thing},\" she said. Well, look at it now.",
	"Reading a history of {place}, {number} pages in, and it is hard to put down.",
	"The committee met on {day} and agreed on the budget; minutes will follow by e-mail.",
	"Thanks {name}! That was very kind of you.",
	"Some say {topic} is dull. I think they're wrong, and here's why:",
	"Lost: one {thing}, near the station in {place}. Please share.",
}

// pointed are sentences of the sort that rules look at.
var pointed = []string{
	"Had a {number} year old in clinic {day} with a story I'll never forget.",
	"This {swear} roster again. Whoever wrote it is an idiot.",
	"Saw {name} from bed {number} again, poor thing, no better than {day}.",
	"So drunk {day} that I can't remember how I got home {emoji}",
	"Call me on 0491 570 156 or write to {name}@example.org",
	"Our registrar is lazy and useless, and everybody at work knows it.",
	"F*ck this, I'm going home.",
	"Use my code {number} for a discount on these vitamins, link in bio {tag}",
	"Management at our hospital doesn't care about safety at all.",
	"You should stop taking your {topic} tablets and try this instead.",
}

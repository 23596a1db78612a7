package identity

import (
	"slices"
	"strings"
)

// countryWords are the words by which a text shows the user's country.
var countryWords = map[string][]string{
	"AU": {"australia", "nsw", "vic", "qld", "tas", "act", "new south wales", "victoria", "queensland", "tasmania", "south australia", "western australia", "northern territory"},
	"NZ": {"new zealand", "aotearoa", "nz"},
	"DE": {"germany", "deutschland", "bayern", "bavaria", "hessen", "sachsen", "niedersachsen", "schleswig holstein", "nordrhein westfalen", "baden württemberg"},
	"UK": {"united kingdom", "england", "scotland", "wales", "northern ireland", "uk", "nhs"},
	"US": {"united states", "usa"},
}

// farPlaces are countries and well-known towns; those of the user's own country are left out.
var farPlaces = map[string][]string{
	"AU": {"sydney", "melbourne", "brisbane", "perth", "adelaide", "hobart", "canberra", "darwin", "geelong", "ballarat", "bendigo", "cairns", "townsville"},
	"NZ": {"auckland", "wellington", "christchurch", "dunedin", "hamilton nz", "tauranga", "napier", "rotorua", "invercargill", "palmerston north"},
	"UK": {"london", "leeds", "manchester", "birmingham", "glasgow", "edinburgh", "cardiff", "bristol", "liverpool", "sheffield", "nottingham", "newcastle upon tyne", "belfast", "oxford", "northumberland", "yorkshire", "kent", "essex"},
	"US": {"new york", "california", "texas", "florida", "vermont", "ohio", "chicago", "boston", "seattle", "michigan", "oregon", "pennsylvania", "virginia", "carolina", "georgia usa", "colorado", "arizona", "los angeles", "san francisco"},
	"": {"ireland", "cork", "dublin", "galway", "canada", "toronto", "vancouver", "ontario", "india", "mumbai", "delhi", "germany", "berlin", "france", "paris", "spain", "south africa", "cape town", "johannesburg", "singapore", "hong kong", "netherlands", "sweden", "kenya", "nigeria",
		"poland", "polska", "warsaw", "warszawa", "kraków", "krakow", "gdańsk", "wrocław", "köln", "cologne", "münchen", "munich", "hamburg", "frankfurt", "wien", "vienna", "zürich", "zurich", "österreich", "austria", "switzerland", "stockholm", "sverige", "göteborg", "oslo", "copenhagen",
		"københavn", "helsinki", "amsterdam", "rotterdam", "brussels", "lyon", "marseille", "madrid", "barcelona", "lisbon", "porto", "rome", "milan", "athens", "istanbul", "ankara", "turkey", "moscow", "kyiv", "prague", "budapest", "dubai", "abu dhabi", "uae", "emirates", "qatar", "doha",
		"riyadh", "jeddah", "saudi arabia", "kuwait", "baghdad", "iraq", "tehran", "iran", "cairo", "egypt", "beirut", "lebanon", "amman", "jordan", "karachi", "lahore", "islamabad", "pakistan", "dhaka", "bangladesh", "chennai", "bangalore", "bengaluru", "hyderabad", "kolkata",
		"colombo", "sri lanka", "kuala lumpur", "malaysia", "bangkok", "manila", "philippines", "jakarta", "indonesia", "beijing", "shanghai", "tokyo", "seoul", "montreal", "calgary", "ottawa", "mexico", "brazil", "são paulo", "buenos aires", "lagos", "nairobi", "accra", "durban"},
}

// homePlaces are places of the last row that lie in a country which has no row.
var homePlaces = map[string][]string{
	"DE": {"germany", "berlin", "köln", "cologne", "münchen", "munich", "hamburg", "frankfurt"}, "IE": {"ireland", "cork", "dublin", "galway"}, "CA": {"canada", "toronto", "vancouver", "ontario", "montreal", "calgary", "ottawa"},
	"AT": {"wien", "vienna", "österreich", "austria"}, "CH": {"zürich", "zurich", "switzerland"}, "PL": {"poland", "polska", "warsaw", "warszawa", "kraków", "krakow", "gdańsk", "wrocław"}, "IN": {"india", "mumbai", "delhi", "chennai", "bangalore", "bengaluru", "hyderabad", "kolkata"},
	"ZA": {"south africa", "cape town", "johannesburg", "durban"}, "SE": {"sweden", "sverige", "stockholm", "göteborg"},
}

// elsewhere lists the places that speak for another country than the user's.
func elsewhere(jurisdiction string) []string {
	var out []string
	for country, places := range farPlaces {
		if country == strings.ToUpper(jurisdiction) {
			continue
		}
		for _, place := range places {
			if !slices.Contains(homePlaces[strings.ToUpper(jurisdiction)], place) {
				out = append(out, place)
			}
		}
	}
	return out
}

// otherJobs are trades a namesake is known by. Health professions are not among them, since a person may hold
// several and titles are often wrong.
var otherJobs = []string{
	"sales agent", "real estate", "realtor", "estate agent", "potter", "pottery", "photographer", "painter", "sculptor", "actor", "actress", "singer", "musician", "guitarist", "drummer",
	"footballer", "cricketer", "midfielder", "striker", "goalkeeper", "jockey", "boxer", "coach", "teacher", "headteacher", "lawyer", "solicitor", "barrister", "attorney", "accountant", "plumber",
	"electrician", "builder", "carpenter", "mechanic", "farmer", "councillor", "senator", "mayor", "mp", "priest", "vicar", "reverend", "hairdresser", "stylist", "wedding planner", "yoga instructor",
	"personal trainer", "software engineer", "web developer", "data scientist", "journalist", "novelist", "poet", "chef", "baker", "florist", "travel agent", "insurance broker", "mortgage broker",
	"financial adviser", "financial advisor", "recruiter", "marketing manager", "police officer", "firefighter", "soldier", "admiral", "pilot", "architect", "surveyor", "librarian", "geologist",
}

// synonyms widen a profession to the words pages use for it.
var synonyms = map[string][]string{
	"anaesthetist":         {"anaesthesia", "anaesthesiologist", "anesthesiologist", "anesthesia", "anaesthetic", "anaesthesiology"},
	"general practice":     {"gp", "general practitioner", "family doctor", "family physician", "family medicine"},
	"general practitioner": {"gp", "general practice", "family doctor"},
	"surgery":              {"surgeon", "surgical", "surgical registrar"},
	"surgeon":              {"surgery", "surgical"},
	"paediatrics":          {"paediatrician", "pediatrician", "paediatric"},
	"psychiatry":           {"psychiatrist", "psychiater", "psychiatre", "psiquiatra", "psychiatra"}, "cardiology": {"cardiologist", "kardiologe", "kardiologin", "kardiologie", "cardiologue", "cardiólogo", "kardiolog"},
	"dermatology": {"dermatologist", "hautarzt", "hautärztin", "dermatologue", "dermatólogo", "dermatologo", "dermatolog", "dermatologie", "skin specialist"}, "radiology": {"radiologist", "radiologe", "radiologue"},
	"orthopaedic": {"orthopaedics", "orthopedic", "orthopedics", "orthopaedic surgeon", "orthopäde", "orthopädin", "orthopädie", "orthopédiste", "ortopeda", "ortopedico", "ortoped"},
	"urology":     {"urologist", "urologe", "urologue"}, "ophthalmology": {"ophthalmologist", "eye surgeon", "augenarzt", "augenärztin", "ophtalmologue"}, "nephrology": {"nephrologist"}, "rheumatology": {"rheumatologist"},
	"gastroenterology": {"gastroenterologist"}, "endocrinology": {"endocrinologist"}, "haematology": {"haematologist", "hematologist"}, "pathology": {"pathologist"}, "geriatrics": {"geriatrician"}, "intensive care": {"intensivist", "icu"},
	"emergency medicine": {"emergency physician", "ed doctor"}, "obstetrics": {"obstetrician", "gynaecologist", "obgyn"}, "oncology": {"oncologist"}, "neurology": {"neurologist"},
	"doctor":  {"medical practitioner", "physician", "medicine", "medical student", "med student", "registrar", "surgeon", "specialist", "ward", "hospital"},
	"student": {"medical student", "med student", "medicine"},
	"nurse":   {"registered nurse", "nursing", "ward", "hospital"},
	"dentist": {"dental", "dentistry"}, "pharmacist": {"pharmacy"}, "physiotherapist": {"physiotherapy", "physio"},
}

func rolePhrases(roles []string) []phrase {
	var words []string
	for _, r := range roles {
		words = append(words, r)
		folded := fold(r)
		for role, more := range synonyms {
			if strings.Contains(folded, role) {
				words = append(words, role)
				words = append(words, more...)
			}
		}
	}
	return phrases(words)
}

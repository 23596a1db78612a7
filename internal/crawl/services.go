package crawl

// Service is one that wants a key of the user's own.
type Service struct {
	Name, Title string
	KeyURL      string // where a key can be had; empty when none is needed
	Note        string // what it sees and costs
}

// Services are the services that [Key] may hold a key for: those that search, and Have I Been Pwned.
func Services() []Service {
	var list []Service
	for _, p := range Providers() {
		list = append(list, Service{p.Name, p.Title, p.KeyURL, p.Note})
	}
	return append(list, Service{BreachService, "Have I Been Pwned", "https://haveibeenpwned.com/API/Key",
		"Have I Been Pwned sees each e-mail address you ask for. A key costs about four US dollars a month; it may be used for your own addresses only."})
}

// BreachService names the key of Have I Been Pwned.
const BreachService = "hibp"

package removal

import "net/url"

// Copies says where archived copies of a page can be looked for by hand.
type Copies struct {
	// Wayback lists the copies of the Internet Archive, and may be opened.
	Wayback string `json:"wayback"`
	// Today is where archive.today would show copies. It is for the user to copy, never opened or asked: its
	// pages have run scripts against others, and it knows who looks. Source: shared/search, 2026.
	Today   string `json:"archive_today"`
	Caution string `json:"caution"`
}

// CopiesOf returns where copies of a page can be looked for. It is false for what is no web address.
func CopiesOf(address string) (Copies, bool) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" {
		return Copies{}, false
	}
	u.User, u.Fragment = nil, ""
	return Copies{Wayback: "https://web.archive.org/web/2*/" + u.String(), Today: "https://archive.ph/" + u.String(),
		Caution: "Footprint does not open archive.today: its pages have run scripts against others, and it has no dependable way to have a copy removed. If you look, use a private window."}, true
}

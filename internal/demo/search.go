package demo

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// searched is when the made-up person looked herself up.
var searched = time.Date(2024, 9, 1, 20, 0, 0, 0, time.UTC)

// found are the results of that search, in their order.
var found = []struct{ url, title, snippet string }{
	{"https://kestrelbay.example/people/rowan-ashgrove", "Dr Rowan Ashgrove - Kestrel Bay Hospital", "Rowan Ashgrove is a general practice registrar at Kestrel Bay Hospital in Port Marlow."},
	{"https://www.ratemds.com/doctor-ratings/dr-rowan-ashgrove-port-marlow", "Dr. Rowan Ashgrove - general practice, Port Marlow - reviews", "Waited two hours and Dr Rowan Ashgrove barely looked up. Rude and careless, avoid. Port Marlow, general practice."},
	{"https://www.whitepages.com/name/Rowan-Ashgrove/Port-Marlow", "Rowan Ashgrove in Port Marlow: phone and address", "Registrar at Kestrel Bay Hospital. Phone numbers, addresses and relatives of Rowan Ashgrove, Port Marlow."},
	{"https://ashgrovepottery.example/about", "Rowan Ashgrove Pottery", "Rowan Ashgrove, potter in Cork, Ireland, shows new bowls this spring."},
	{"https://harbourtimes.example/2011/boat-race", "Students fined after boat race - The Harbour Times", "Among them was Rowan Ashgrove, 23, who was fined for being drunk and disorderly."},
	{"https://www.mcnz.org.nz/registration/register-of-doctors/doctor/ashgrove", "Ashgrove, Rowan - register of doctors", "Rowan Ashgrove, general scope of practice, Port Marlow, New Zealand."},
}

// writeSearch saves a page of search results as a browser would, and returns its path.
func writeSearch(dir string) (string, error) {
	const query, address = `"Rowan Ashgrove"`, "https://www.google.com/search?q=%22Rowan+Ashgrove%22"
	var b strings.Builder
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<!-- saved from url=(%04d)%s -->\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%s - Google Search</title></head>\n<body><textarea name=\"q\">%s</textarea><div id=\"rso\">\n",
		len(address), address, html.EscapeString(query), html.EscapeString(query))
	for _, r := range found {
		fmt.Fprintf(&b, "<div class=\"MjjYud\"><div class=\"tF2Cxc\"><div><a href=\"%s\"><h3>%s</h3><cite>%s</cite></a></div><div class=\"VwiC3b\">%s</div></div></div>\n",
			html.EscapeString(r.url), html.EscapeString(r.title), html.EscapeString(r.url), html.EscapeString(r.snippet))
	}
	b.WriteString("</div></body></html>\n")
	path := filepath.Join(dir, "Rowan Ashgrove - Google Search.html")
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		return "", err
	}
	return path, os.Chtimes(path, searched, searched)
}

package crawl

import "strings"

// manual are sites that forbid programs or show nothing without a log-in.
var manual = []string{
	"facebook.com", "instagram.com", "threads.com", "threads.net", "linkedin.com", "x.com", "twitter.com", "tiktok.com", "snapchat.com",
	"pinterest.com", "whatsapp.com", "nextdoor.com", "quora.com", "archive.today", "archive.ph", "archive.is", "archive.li", "archive.vn", "archive.fo", "archive.md",
	"spokeo.com", "whitepages.com", "beenverified.com", "intelius.com", "radaris.com", "mylife.com", "truepeoplesearch.com", "peekyou.com",
}

func manualOnly(host string) bool {
	host = strings.ToLower(host)
	for _, m := range manual {
		if host == m || strings.HasSuffix(host, "."+m) {
			return true
		}
	}
	return false
}

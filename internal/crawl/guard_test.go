package crawl

import (
	"errors"
	"net/netip"
	"net/url"
	"testing"
)

func TestGuardRefusesEverythingButThePublicWeb(t *testing.T) {
	for _, bad := range []string{
		"http://127.0.0.1/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://169.254.169.254/latest/meta-data/", "http://localhost/", "http://localhost./",
		"http://0/", "http://0177.0.0.1/", "http://2130706433/", "http://0x7f.1/", "http://127.1/", "http://10.0.0.1/", "http://192.168.1.1/", "http://172.16.0.1/",
		"http://100.64.0.1/", "http://[fe80::1]/", "http://[fc00::1]/", "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://router.lan/", "http://printer/",
		"http://nas.home.arpa/", "file:///etc/passwd", "gopher://example.org/", "ftp://example.org/", "javascript:alert(1)", "http://user:pw@example.org/",
		"http://example.org:22/", "https://example.org:8443/", "http:///path", "http://0.0.0.0/", "http://255.255.255.255/", "http://metadata.google.internal/",
	} {
		u, err := url.Parse(bad)
		if err != nil {
			continue // refused even earlier
		}
		if err := (guard{}).checkURL(u); !errors.Is(err, ErrForbiddenAddress) {
			t.Errorf("%s: %v", bad, err)
		}
	}
	for _, good := range []string{"https://example.org/", "http://example.org:80/x", "https://93.184.215.14/", "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/"} {
		u, err := url.Parse(good)
		if err != nil {
			t.Fatal(err)
		}
		if err := (guard{}).checkURL(u); err != nil {
			t.Errorf("%s: %v", good, err)
		}
	}
}

func TestDialRefusesPrivateAnswers(t *testing.T) {
	// A name that resolves to the loopback address stands for every hostile DNS answer.
	if _, err := (guard{}).dial(t.Context(), "tcp", "localhost:80"); !errors.Is(err, ErrForbiddenAddress) {
		t.Errorf("dial: %v", err)
	}
}

func TestPublicIP(t *testing.T) {
	for s, want := range map[string]bool{"8.8.8.8": true, "::ffff:10.0.0.1": false, "64:ff9b::808:808": true, "2002:808:808::1": true, "fe80::1%eth0": false, "198.18.0.1": false} {
		if got := publicIP(netip.MustParseAddr(s)); got != want {
			t.Errorf("%s: %v, want %v", s, got, want)
		}
	}
}

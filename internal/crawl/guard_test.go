package crawl

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"testing"

	"golang.org/x/net/dns/dnsmessage"
)

func TestGuardRefusesEverythingButThePublicWeb(t *testing.T) {
	for _, bad := range []string{
		"http://127.0.0.1/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://169.254.169.254/latest/meta-data/", "http://localhost/", "http://localhost./",
		"http://0/", "http://0177.0.0.1/", "http://2130706433/", "http://0x7f.1/", "http://127.1/", "http://10.0.0.1/", "http://192.168.1.1/", "http://172.16.0.1/",
		"http://100.64.0.1/", "http://[fe80::1]/", "http://[fc00::1]/", "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://router.lan/", "http://printer/",
		"http://nas.home.arpa/", "file:///etc/passwd", "gopher://example.org/", "ftp://example.org/", "javascript:alert(1)", "http://user:pw@example.org/",
		"http://example.org:22/", "https://example.org:8443/", "http:///path", "http://0.0.0.0/", "http://255.255.255.255/", "http://metadata.google.internal/",
		"http://127.0.0.1./", "http://017700000001/", "http://0x7f000001/", "http://0x7f.0x0.0x0.0x1/", "http://[0:0:0:0:0:ffff:7f00:1]/", "http://[::127.0.0.1]/", "http://[::]/", "http://[64:ff9b::a9fe:a9fe]/", "http://[64:ff9b:1::7f00:1]/",
		"http://[2001:0:7f00:1::]/", "http://[fd00:ec2::254]/", "http://100.100.100.200/", "http://192.0.0.192/", "http://[::ffff:0:127.0.0.1]/", "http://[fe80::1%25eth0]/",
		"http://127。0。0。1/", "http://１２７.０.０.１/", "http://127.0.0．1/", "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/", "http://①⑥⑨.②⑤④.①⑥⑨.②⑤④/", "http://localhost。/", "http://printer。local/", "http://LOCALHOST/", "http://a.LocalHost/",
		"http://public.example@127.0.0.1/", "http://127.0.0.1:80\\@public.example/", "dict://example.org:11211/stat", "ldap://example.org/", "data:text/html,x", "about:blank", "//example.org/", "http://.example.org./..", "http://exa mple.org/",
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

// An attacker's name server answers with an address inside the user's network, at once or only the second time.
func TestNamesThatLeadInside(t *testing.T) {
	for _, inside := range []netip.Addr{netip.MustParseAddr("127.0.0.1"), netip.MustParseAddr("10.0.0.1"), netip.MustParseAddr("169.254.169.254"), netip.MustParseAddr("192.168.1.1"), netip.MustParseAddr("0.0.0.0")} {
		g := guard{resolver: nameServer(t, inside)}
		if err := g.checkURL(&url.URL{Scheme: "http", Host: "rebind.example", Path: "/"}); err != nil {
			t.Fatal(err) // the name alone says nothing
		}
		client := &http.Client{Transport: g.transport(), CheckRedirect: g.checkRedirect}
		resp, err := client.Get("http://rebind.example/")
		if err == nil {
			_ = resp.Body.Close()
		}
		if !errors.Is(err, ErrForbiddenAddress) {
			t.Errorf("%v: %v", inside, err)
		}
	}
}

// nameServer is a real name server on the loopback address that gives one answer to every question.
func nameServer(t *testing.T, answer netip.Addr) *net.Resolver {
	t.Helper()
	conn, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	go func() {
		b := make([]byte, 512)
		for {
			n, from, err := conn.ReadFrom(b)
			if err != nil {
				return
			}
			var m dnsmessage.Message
			if m.Unpack(b[:n]) != nil || len(m.Questions) != 1 {
				continue
			}
			m.Response, m.Additionals = true, nil
			if q := m.Questions[0]; q.Type == dnsmessage.TypeA {
				m.Answers = []dnsmessage.Resource{{Header: dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class}, Body: &dnsmessage.AResource{A: answer.As4()}}}
			}
			if out, err := m.Pack(); err == nil {
				_, _ = conn.WriteTo(out, from)
			}
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "udp", conn.LocalAddr().String())
	}}
}

func TestPublicIP(t *testing.T) {
	for s, want := range map[string]bool{"8.8.8.8": true, "::ffff:10.0.0.1": false, "64:ff9b::808:808": true, "2002:808:808::1": true, "fe80::1%eth0": false, "198.18.0.1": false} {
		if got := publicIP(netip.MustParseAddr(s)); got != want {
			t.Errorf("%s: %v, want %v", s, got, want)
		}
	}
}

package crawl

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
	"time"

	"golang.org/x/net/idna"
)

// guard decides what may be connected to. The zero value allows public web addresses only.
type guard struct {
	// allow lists host:port pairs that are allowed although they are not public: a search server of the
	// user's own, or the server of a test.
	allow map[string]bool
	// resolver replaces the system's in tests.
	resolver *net.Resolver
}

// forbidden are the networks that IsGlobalUnicast and IsPrivate do not cover (RFC 6890 and its successors).
var forbidden = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("192.0.2.0/24"), netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("198.51.100.0/24"),
	netip.MustParsePrefix("203.0.113.0/24"), netip.MustParsePrefix("240.0.0.0/4"), netip.MustParsePrefix("192.88.99.0/24"),
	netip.MustParsePrefix("::/96"), netip.MustParsePrefix("::ffff:0:0:0/96"), netip.MustParsePrefix("64:ff9b:1::/48"), netip.MustParsePrefix("100::/64"), netip.MustParsePrefix("2001::/23"),
	netip.MustParsePrefix("2001:db8::/32"), netip.MustParsePrefix("5f00::/16"), netip.MustParsePrefix("fec0::/10"),
}

// Networks whose addresses carry an IPv4 address inside: NAT64 in the last four bytes, 6to4 after the prefix.
var (
	nat64 = netip.MustParsePrefix("64:ff9b::/96")
	sixTo = netip.MustParsePrefix("2002::/16")
)

// publicIP reports whether an address lies on the public internet.
func publicIP(ip netip.Addr) bool {
	ip = ip.Unmap()
	b := ip.As16()
	switch {
	case ip.Is6() && nat64.Contains(ip):
		return publicIP(netip.AddrFrom4([4]byte(b[12:16])))
	case ip.Is6() && sixTo.Contains(ip):
		return publicIP(netip.AddrFrom4([4]byte(b[2:6])))
	case !ip.IsGlobalUnicast() || ip.IsPrivate() || ip.IsLoopback() || ip.IsLinkLocalUnicast() || ip.IsMulticast() || ip.Zone() != "":
		return false
	}
	for _, p := range forbidden {
		if p.Contains(ip) {
			return false
		}
	}
	return true
}

// localNames end the names of machines in the user's own network.
var localNames = []string{"localhost", "local", "internal", "intranet", "lan", "home", "home.arpa", "corp", "private", "onion", "test", "invalid", "localdomain"}

// checkURL refuses everything but plain public web addresses. It runs before every request and every redirect.
func (g guard) checkURL(u *url.URL) error {
	refuse := func(why string) error { return fmt.Errorf("%w: %s", ErrForbiddenAddress, why) }
	if u.Scheme != "http" && u.Scheme != "https" {
		return refuse("scheme " + u.Scheme)
	}
	if u.User != nil {
		return refuse("it holds a user name")
	}
	host, err := plainHost(u.Hostname())
	if err != nil {
		return refuse("host name")
	}
	if g.allow[net.JoinHostPort(host, portOf(u))] {
		return nil
	}
	if p := u.Port(); p != "" && p != "80" && p != "443" {
		return refuse("port " + p)
	}
	if host == "" || len(host) > 253 || strings.HasPrefix(host, ".") || strings.Contains(host, "..") {
		return refuse("host name")
	}
	if ip, err := netip.ParseAddr(host); err == nil {
		if !publicIP(ip) {
			return refuse("private network")
		}
		return nil
	}
	last := host[strings.LastIndexByte(host, '.')+1:]
	if !strings.Contains(host, ".") || strings.Trim(last, "0123456789") == "" || strings.HasPrefix(last, "0x") {
		return refuse("host name") // one label, or a number that some resolvers read as an address
	}
	for _, name := range localNames {
		if host == name || strings.HasSuffix(host, "."+name) {
			return refuse("private network")
		}
	}
	return nil
}

// plainHost is a host name as it will be looked up: letters of other scripts that stand for a dot, a digit or a
// Latin letter become what they stand for, so that no other spelling of an address gets past the checks.
func plainHost(host string) (string, error) {
	if strings.Contains(host, ":") { // an IPv6 address
		return strings.ToLower(host), nil
	}
	ascii, err := idna.Lookup.ToASCII(host)
	if err != nil && !plainASCII(host) {
		return "", err
	}
	if err != nil { // underscores and the like, which names in use do have
		ascii = strings.ToLower(host)
	}
	return strings.TrimRight(ascii, "."), nil
}

func plainASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > 0x7f || r <= ' ' }) < 0
}

func portOf(u *url.URL) string {
	switch {
	case u.Port() != "":
		return u.Port()
	case u.Scheme == "https":
		return "443"
	}
	return "80"
}

// dial connects through a check of the resolved address, which a DNS answer cannot get around.
func (g guard) dial(ctx context.Context, network, address string) (net.Conn, error) {
	d := net.Dialer{Timeout: connectTimeout, KeepAlive: 15 * time.Second, Resolver: g.resolver}
	if !g.allow[address] {
		d.ControlContext = func(_ context.Context, _, resolved string, _ syscall.RawConn) error {
			ap, err := netip.ParseAddrPort(resolved)
			if err != nil || !publicIP(ap.Addr()) {
				return fmt.Errorf("%w: private network", ErrForbiddenAddress)
			}
			return nil
		}
	}
	return d.DialContext(ctx, network, address)
}

// transport is the only way out. It uses no proxy, keeps no cookies and never sends Accept-Encoding of its own,
// so that the limit on size counts what comes out of the decompressor.
func (g guard) transport() *http.Transport {
	return &http.Transport{
		DialContext:            g.dial,
		Proxy:                  nil,
		ForceAttemptHTTP2:      true,
		MaxIdleConns:           8,
		MaxIdleConnsPerHost:    1,
		IdleConnTimeout:        30 * time.Second,
		TLSHandshakeTimeout:    connectTimeout,
		ResponseHeaderTimeout:  connectTimeout,
		MaxResponseHeaderBytes: 64 << 10,
	}
}

// checkRedirect repeats the check for every hop and refuses a step from https down to http.
func (g guard) checkRedirect(req *http.Request, via []*http.Request) error {
	if len(via) >= maxRedirects {
		return ErrTooManyRedirects
	}
	if before := via[len(via)-1].URL; before.Scheme == "https" && req.URL.Scheme == "http" {
		return fmt.Errorf("%w: redirect from https to http", ErrForbiddenAddress)
	}
	req.Header.Del("Referer")
	return g.checkURL(req.URL)
}

package audit

import (
	"fmt"
	"net/http"
	"strings"
)

// hostilePages are answers made to harm: endless, looping, lying about themselves, or leading into the user's
// own network. The name of a page says what it is.
func hostilePages() map[string]http.HandlerFunc {
	to := func(address string) http.HandlerFunc {
		return func(out http.ResponseWriter, _ *http.Request) {
			out.Header().Set("Location", address)
			out.WriteHeader(http.StatusFound)
		}
	}
	return map[string]http.HandlerFunc{
		"/huge": func(out http.ResponseWriter, _ *http.Request) {
			out.Header().Set("Content-Type", "text/html")
			block := []byte(strings.Repeat("<b>", 1<<16))
			for range 200 { // 39 MB
				if _, err := out.Write(block); err != nil {
					return
				}
			}
		},
		"/loop": func(out http.ResponseWriter, r *http.Request) {
			http.Redirect(out, r, "/loop?"+r.URL.RawQuery+"x", http.StatusFound)
		},
		"/program": func(out http.ResponseWriter, _ *http.Request) {
			out.Header().Set("Content-Type", "application/octet-stream")
			fmt.Fprint(out, "MZ")
		},
		"/lies": func(out http.ResponseWriter, _ *http.Request) {
			out.Header().Set("Content-Type", "text/html; charset=no-such-charset")
			out.Header().Set("Content-Length", "10")
			fmt.Fprint(out, "\xff\xd8\xff\x00\x00\x00\x00\x00\x00\x00")
		},
		"/headers": func(out http.ResponseWriter, _ *http.Request) {
			out.Header().Set("X-Long", strings.Repeat("x", 1<<20))
			fmt.Fprint(out, "x")
		},
		"/cut": func(out http.ResponseWriter, _ *http.Request) {
			out.Header().Set("Content-Length", "1000")
			fmt.Fprint(out, "cut")
		},
		"/to-metadata": to("http://169.254.169.254/latest/meta-data/"), "/to-decimal": to("http://2130706433/"), "/to-octal": to("http://0177.0.0.1/"), "/to-hex": to("http://0x7f.1/"),
		"/to-mapped": to("http://[::ffff:127.0.0.1]/"), "/to-loopback6": to("http://[::1]/"), "/to-file": to("file:///etc/passwd"), "/to-gopher": to("gopher://127.0.0.1:70/x"),
		"/to-dots": to("http://127。0。0。1/"), "/to-dot": to("http://127.0.0.1./"), "/to-user": to("http://public.example@127.0.0.1/"), "/to-zero": to("http://0.0.0.0/"), "/to-nat64": to("http://[64:ff9b::7f00:1]/"),
		"/to-private": to("http://192.168.0.1/"), "/to-localhost": to("http://localhost/"), "/to-name": to("http://printer.local/"), "/to-script": to("javascript:alert(1)"),
	}
}

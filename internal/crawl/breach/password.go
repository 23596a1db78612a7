package breach

import (
	"bufio"
	"bytes"
	"cmp"
	"crypto/sha1" // #nosec G505 -- the service indexes stolen passwords by SHA-1; nothing is protected by it
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
)

// prefixDigits of the hash are all that leaves the computer.
const prefixDigits = 5

// Password reports how often a password stands among the stolen ones; 0 means not. Only the first five of the
// forty digits of its SHA-1 are sent, which hundreds of thousands of passwords share; the rest is compared
// here. The password is wiped before Password returns and is never stored.
func Password(a Asker, e Endpoints, password []byte) (times int, err error) {
	sum := sha1.Sum(password) // #nosec G401 -- see the import
	clear(password)
	digits := strings.ToUpper(hex.EncodeToString(sum[:]))
	clear(sum[:])
	status, body, err := a.Ask(cmp.Or(e.Passwords, "https://api.pwnedpasswords.com")+"/range/"+digits[:prefixDigits], map[string]string{"Add-Padding": "true", "Accept": "text/plain"})
	switch {
	case err != nil:
		return 0, fmt.Errorf("check password: %w", err)
	case status == 429:
		return 0, fmt.Errorf("check password: %w", ErrBusy)
	case status != 200:
		return 0, fmt.Errorf("check password: %w (status %d)", ErrRefused, status)
	}
	return inRange(body, digits[prefixDigits:])
}

// inRange finds the rest of a hash in an answer. An answer without a single well-formed line is none: a page of
// another kind must not pass for "not stolen".
func inRange(body []byte, rest string) (times int, err error) {
	lines := 0
	scan := bufio.NewScanner(bytes.NewReader(body))
	for scan.Scan() {
		suffix, count, ok := strings.Cut(strings.TrimSpace(scan.Text()), ":")
		n, err := strconv.Atoi(count)
		if !ok || err != nil || len(suffix) != 40-prefixDigits {
			continue
		}
		lines++
		if strings.EqualFold(suffix, rest) {
			times = n // padding has the count 0
		}
	}
	if lines == 0 || scan.Err() != nil {
		return 0, fmt.Errorf("check password: %w: its answer cannot be read", ErrRefused)
	}
	return times, nil
}

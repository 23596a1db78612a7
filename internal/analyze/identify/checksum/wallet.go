package checksum

import (
	"crypto/sha256"
	"strings"
)

// Wallet reports whether s is an address of the Bitcoin network: Base58Check with a version and twenty bytes, or Bech32
// (BIP 173, BIP 350) in small letters.
func Wallet(s string) bool {
	if strings.HasPrefix(s, "bc1") {
		return bech32(s)
	}
	return base58check(s)
}

func base58check(s string) bool {
	const digits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
	if len(s) < 26 || len(s) > 35 {
		return false
	}
	var raw [25]byte
	for i := range len(s) {
		carry := strings.IndexByte(digits, s[i])
		if carry < 0 {
			return false
		}
		for k := len(raw) - 1; k >= 0; k-- {
			carry += int(raw[k]) * 58
			raw[k] = byte(carry)
			carry >>= 8
		}
		if carry > 0 {
			return false
		}
	}
	once := sha256.Sum256(raw[:21])
	twice := sha256.Sum256(once[:])
	return string(twice[:4]) == string(raw[21:])
}

func bech32(s string) bool {
	const digits = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
	if len(s) != 42 && len(s) != 62 {
		return false
	}
	sum := uint32(1)
	step := func(v uint32) {
		top := sum >> 25
		sum = sum&0x1ffffff<<5 ^ v
		for i, g := range [...]uint32{0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3} {
			if top>>i&1 == 1 {
				sum ^= g
			}
		}
	}
	for _, v := range [...]uint32{'b' >> 5, 'c' >> 5, 0, 'b' & 31, 'c' & 31} { // the part before the 1
		step(v)
	}
	for i := 3; i < len(s); i++ {
		v := strings.IndexByte(digits, s[i])
		if v < 0 {
			return false
		}
		step(uint32(v))
	}
	return sum == 1 || sum == 0x2bc830a3
}

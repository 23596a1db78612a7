package checksum

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestPublished holds numbers that standards bodies and makers publish as examples, and near misses.
func TestPublished(t *testing.T) {
	for _, c := range []struct {
		name  string
		check func(string) bool
		good  []string
		bad   []string
	}{
		{"card", Card, []string{"4111111111111111", "5555555555554444", "378282246310005", "30569309025904", "6011111111111117", "3530111333300000", "2223003122003222", "6200000000000005"},
			[]string{"4111111111111112", "1234567812345670", "411111111111111", "0000000000000000", "", "4111-1111"}},
		{"iban", IBAN, []string{"GB82WEST12345698765432", "DE89370400440532013000", "FR1420041010050500013M02606", "IE29AIBK93115212345678"},
			[]string{"GB82WEST12345698765433", "GB82WEST1234569876543", "XX82WEST12345698765432", "GB"}},
		{"routing", Routing, []string{"021000021", "011401533"}, []string{"021000022", "111111111", "991000021"}},
		{"medicare", Medicare, []string{"2123456701", "21234567011"}, []string{"2123456711", "1123456701", "2123456700"}},
		{"ihi", IHI, []string{"8003608166690503"}, []string{"8003608166690504", "8003618166690503"}},
		{"tfn", TFN, []string{"123456782", "865414088"}, []string{"123456789", "000000000"}},
		{"abn", ABN, []string{"51824753556", "83914571673"}, []string{"51824753557", "01824753556"}},
		{"acn", ACN, []string{"004085616", "000000019"}, []string{"004085617"}},
		{"nhi", NHI, []string{"ZZZ0008", "ZZZ00AX", "ZAC5361", "ALU18KZ", "ZZZ00AC"}, []string{"ZZZ0009", "ZZZ00AY", "ZIZ0008", "ZZZ000", "ZOC5361"}},
		{"ird", IRD, []string{"49091850", "35901981", "49098576", "136410132"}, []string{"136410133", "9125568", "49091851"}},
		{"nhs", NHS, []string{"9434765919", "4010232137"}, []string{"9434765918", "1111111111", "943476591"}},
		{"chi", CHI, []string{"0101011237"}, []string{"9434765919"}},
		{"nino", NINO, []string{"AB123456C", "JG103759A"}, []string{"BG123456C", "AO123456C", "DA123456C", "AB123456E"}},
		{"driver", UKDriver, []string{"MORGA657054SM9IJ", "SMITH711215JA9AB", "LEE99802285AB9XY"}, []string{"MORGA613054SM9IJ", "MORGA657324SM9IJ", "MORGA657054SM91J"}},
		{"ssn", SSN, []string{"536904399", "899123456"}, []string{"000123456", "666123456", "900123456", "123004567", "123450000", "078051120"}},
		{"itin", ITIN, []string{"900701234", "912941234"}, []string{"900661234", "900931234", "800701234"}},
		{"mbi", MBI, []string{"1EG4TE5MK73"}, []string{"0EG4TE5MK73", "1SG4TE5MK73", "1EG4TE5MK7A"}},
		{"npi", NPI, []string{"1234567893"}, []string{"1234567890", "3234567893"}},
		{"dea", DEA, []string{"AP5836727", "F91234563"}, []string{"AP5836728", "QP5836727"}},
		{"wallet", Wallet, []string{"1A5AUMExiWvPQvp2uXm1FU3u9onB5oQvpf", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"},
			[]string{"1A5AUMExiWvPQvp2uXm1FU3u9onB5oQvpg", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", "1111111111111111111111111111111111"}},
		{"fiscal code", FiscalCode, []string{"RSSMRA85T10A562S"}, []string{"RSSMRA85T10A562T", "RSSMRA85T10A56"}},
		{"nir", NIR, []string{"255081416802538"}, []string{"255081416802539", "355081416802538", "255131416802538", "2550814168025"}},
		{"cpf", CPF, []string{"52998224725"}, []string{"52998224726", "11111111111"}},
		{"sin", SIN, []string{"130692544"}, []string{"046454286", "130692545", "830692549"}},
		{"pps", PPS, []string{"1234567FA", "1234567T"}, []string{"1234567F", "1234567TX"}},
		{"south africa", SouthAfrica, []string{"8001015009087"}, []string{"8001015009088", "8013015009087"}},
		{"nric", NRIC, []string{"S1234567D", "G1234567X", "F1234567N", "T1234567J"}, []string{"S1234567E", "A1234567D"}},
		{"aadhaar", Aadhaar, []string{"234123412346", "499118665246"}, []string{"234123412347", "134123412346"}},
		{"pan", PAN, []string{"ABCPE1234F"}, []string{"ABCXE1234F", "ABCP11234F"}},
		{"vin", VIN, []string{"1M8GDM9AXKP042788", "1HGCM82633A004352"}, []string{"1M8GDM9A1KP042788", "11111111111111111"}},
		{"nz bank", NZBank, []string{"010902006838900", "0865231954512001"},
			[]string{"010902006838800", "990902006838900", "0109020068389"}},
	} {
		for _, s := range c.good {
			if !c.check(s) {
				t.Errorf("%s: %s is refused", c.name, s)
			}
		}
		for _, s := range c.bad {
			if c.check(s) {
				t.Errorf("%s: %s is accepted", c.name, s)
			}
		}
	}
}

// TestOneCheckDigit: of ten numbers that differ in the check digit alone, at most one is right, and for
// most bodies one is.
func TestOneCheckDigit(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, c := range []struct {
		name     string
		check    func(string) bool
		body     string // d is any digit, anything else stands for itself
		at, rate int    // place of the check digit; least percentage of bodies that have one
	}{
		{"card", Card, "4ddddddddddddddC", 15, 100},
		{"ihi", IHI, "800360dddddddddC", 15, 100},
		{"medicare", Medicare, "2dddddddC1", 8, 100},
		{"tfn", TFN, "ddddddddC", 8, 85},
		{"acn", ACN, "ddddddddC", 8, 100},
		{"ird", IRD, "1234ddddC", 8, 85},
		{"nhs", NHS, "dddddddddC", 9, 85},
		{"sin", SIN, "1dddddddC", 8, 100},
		{"npi", NPI, "1ddddddddC", 9, 100},
		{"dea", DEA, "ABddddddC", 8, 100},
		{"aadhaar", Aadhaar, "3ddddddddddC", 11, 100},
		{"routing", Routing, "02ddddddC", 8, 100},
		{"nhi", NHI, "ABCdddC", 6, 85},
	} {
		found := 0
		for range 300 {
			body := []byte(c.body)
			for i := range body {
				if body[i] == 'd' {
					body[i] = byte('0' + r.IntN(10))
				}
			}
			good := 0
			for n := byte('0'); n <= '9'; n++ {
				body[c.at] = n
				if c.check(string(body)) {
					good++
				}
			}
			if good > 1 {
				t.Fatalf("%s: %s has %d check digits", c.name, body, good)
			}
			found += good
		}
		if found < 3*c.rate {
			t.Errorf("%s: %d of 300 bodies have a check digit, want at least %d %%", c.name, found, c.rate)
		}
	}
}

// TestSwappedOrChanged: an IBAN with one digit changed or two unequal neighbours swapped is refused.
func TestSwappedOrChanged(t *testing.T) {
	const good = "DE89370400440532013000"
	for i := 2; i < len(good); i++ {
		changed := []byte(good)
		changed[i] = '0' + (changed[i]-'0'+1)%10
		if IBAN(string(changed)) {
			t.Errorf("%s passes", changed)
		}
		if i+1 < len(good) && good[i] != good[i+1] {
			swapped := []byte(good)
			swapped[i], swapped[i+1] = swapped[i+1], swapped[i]
			if IBAN(string(swapped)) {
				t.Errorf("%s passes", swapped)
			}
		}
	}
}

func FuzzAll(f *testing.F) {
	for _, s := range []string{"", "4111111111111111", "ZZZ00AX", "é9434765919", strings.Repeat("9", 40)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for i, check := range []func(string) bool{Luhn, Card, IBAN, Routing, NZBank, Medicare, IHI, HPI, NHI, NHIShape, NHS, CHI, MBI, NPI, DEA,
			TFN, ABN, ACN, IRD, NINO, UKDriver, SSN, ITIN, SIN, PPS, SouthAfrica, NRIC, Aadhaar, PAN, VIN, FiscalCode, CPF, NIR} {
			if check(s) && strings.ContainsFunc(s, func(r rune) bool { return (r < '0' || r > '9') && (r < 'A' || r > 'Z') }) {
				t.Errorf("check %d accepts %q", i, s)
			}
		}
	})
}

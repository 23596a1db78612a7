package identify

import (
	"strings"
	"testing"
)

// found writes the hits of a text as "type:value", ordinary dates and plain handles left out.
func found(text string, opt Options) string {
	var out []string
	for _, h := range Find(text, opt) {
		if h.System == "date" || h.System == "handle" && !h.Label {
			continue
		}
		mark := ""
		if !h.Personal {
			mark = "~"
		}
		out = append(out, mark+h.Type+":"+text[h.Start:h.End])
	}
	return strings.Join(out, " | ")
}

type example struct{ text, want string }

func check(t *testing.T, opt Options, list []example) {
	t.Helper()
	for _, e := range list {
		if got := found(e.text, opt); got != e.want {
			t.Errorf("%q\n got %s\nwant %s", e.text, got, e.want)
		}
	}
}

func TestNumbers(t *testing.T) {
	check(t, Options{}, []example{
		{"want my TFN (123 456 782) AGAIN", "national_id:123 456 782"},
		{"her hospital number's H3380912 on the films", "health_id:H3380912"},
		{"my discord is gasman#0422", "username:gasman#0422"},
		{"our discord has a channel #0422", ""},
		{"My card is 4111 1111 1111 1111, exp 09/27", "card:4111 1111 1111 1111"},
		{"charged 5555555555554444 twice", "card:5555555555554444"},
		{"amex 3782-822463-10005 please", "card:3782-822463-10005"},
		{"4111 1111 1111 1112 was my invoice", ""},
		{"order no. 4111111111111111", ""},
		{"tracking number 4111 1111 1111 1111", ""},
		{"Pay to GB82 WEST 1234 5698 7654 32 by Friday", "bank:GB82 WEST 1234 5698 7654 32"},
		{"IBAN: DE89370400440532013000.", "bank:DE89370400440532013000"},
		{"GB82 WEST 1234 5698 7654 33", ""},
		{"Medicare 2123 45670 1 is on the form", "health_id:2123 45670 1"},
		{"medicare number: 2123456701", "health_id:2123456701"},
		{"2123456701 votes were counted", ""},
		{"IHI 8003 6081 6669 0503", "health_id:8003 6081 6669 0503"},
		{"My TFN is 123 456 782", "national_id:123 456 782"},
		{"counted 123 456 782 stars", ""},
		{"tax file number 123 456 782 was on the payslip", "national_id:123 456 782"},
		{"tax file no. 123456782", "national_id:123456782"},
		{"staff ID no. 583912", "other_id:583912"},
		{"health fund: 765856823", "other_id:765856823"},
		{"The driver licence on the form reads 960287779.", "licence:960287779"},
		{"reading 955 895 7520 off the screen", ""},
		{"Ring the surgery on (03) 3527 0521 for appointments", "~phone:(03) 3527 0521"},
		{"door pin# 6343", "credential:6343"},
		{"here is the alarm code, 2014", "credential:2014"},
		{"wifi password# kiwi$Tree42", "credential:kiwi$Tree42"},
		{"ABN 51 824 753 556", "~business_id:51 824 753 556"},
		{"NHI ZZZ0008 on the label", "health_id:ZZZ0008"},
		{"the NHI on the label was QZX4471", "health_id:QZX4471"},
		{"seen as ZZZ0008 today", "health_id:ZZZ0008"},
		{"a crate of ABC1234 arrived", ""},
		{"nhi zzz00ax", "health_id:zzz00ax"},
		{"IRD number 49-091-850", "national_id:49-091-850"},
		{"My IRD is 136410132", "national_id:136410132"},
		{"NHS number 943 476 5919", "health_id:943 476 5919"},
		{"NHS No: 9434765919", "health_id:9434765919"},
		{"national insurance number is JG 10 37 59 A", "national_id:JG 10 37 59 A"},
		{"JG103759A on the payslip", "national_id:JG103759A"},
		{"his SSN is 536-90-4399", "national_id:536-90-4399"},
		{"536-90-4399", "national_id:536-90-4399"},
		{"000-12-3456", ""},
		{"SIN 130 692 544", "national_id:130 692 544"},
		{"social insurance number 130-692-544", "national_id:130-692-544"},
		{"PPS 1234567FA", "national_id:1234567FA"},
		{"ID number 8001015009087", "national_id:8001015009087"},
		{"S1234567D and nothing else", "national_id:S1234567D"},
		{"Aadhaar 2341 2341 2346", "national_id:2341 2341 2346"},
		{"PAN ABCPE1234F", "national_id:ABCPE1234F"},
		{"passport no. N1234567 expires soon", "passport:N1234567"},
		{"lost my passport, number PA 1234567", "passport:PA 1234567"},
		{"driver's licence 12345678", "licence:12345678"},
		{"LICENCE NO 2271 8840 DOB 19 AUG 2001", "licence:2271 8840 | date:19 AUG 2001"},
		{"licence MORGA657054SM9IJ", "licence:MORGA657054SM9IJ"},
		{"MRN 00482913", "health_id:00482913"},
		{"UR 4482913 in bed 4", "health_id:4482913"},
		{"Hospital number: H482913", "health_id:H482913"},
		{"MBI 1EG4-TE5-MK73", "health_id:1EG4-TE5-MK73"},
		{"DEA AP5836727", "~other_id:AP5836727"},
		{"NPI 1234567893", "~other_id:1234567893"},
		{"registered as MED0001234567", "~other_id:MED0001234567"},
		{"employee id 48213", "other_id:48213"},
		{"policy number AB-4482913", "other_id:AB-4482913"},
		{"account number 01-0902-0068389-00", "bank:01-0902-0068389-00"},
		{"01-0902-0068389-00 for the raffle", "bank:01-0902-0068389-00"},
		{"sort code 20-00-00 account 55779911", "bank:20-00-00 | bank:55779911"},
		{"BSB 062-000 acc 12345678", "bank:062-000 | bank:12345678"},
		{"rego ABC 123", "vehicle:ABC 123"},
		{"saw AB12 CDE run a light", "vehicle:AB12 CDE"},
		{"VIN 1M8GDM9AXKP042788", "vehicle:1M8GDM9AXKP042788"},
		{"123-45-6789 is my SSN", "national_id:123-45-6789"},
	})
}

// TestLabelsOnce keeps a word from announcing two things, of which chance would choose.
func TestLabelsOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, words := range labelWords {
		for w := range strings.FieldsSeq(words) {
			if seen[w] {
				t.Errorf("%q announces two things", w)
			}
			seen[w] = true
		}
	}
}

// TestCars finds plates by the car beside them, and no models or places to park.
func TestCars(t *testing.T) {
	check(t, Options{}, []example{
		{"a silver Mazda, S417 BQR, hit and run", "vehicle:S417 BQR"},
		{"white van 07-C-88213 left him here", "vehicle:07-C-88213"},
		{"KA 03 MJ 7742 is parked on the helipad", "vehicle:KA 03 MJ 7742"},
		{"FZD771 is parked across the bay", "vehicle:FZD771"},
		{"my Honda CRF250 won't start", ""},
		{"looking at a Mazda CX5 2019", ""},
		{"the car has a VTEC 200 engine", ""},
		{"parked in bay B12 next to MRI 104", ""},
	})
}

func TestHomesAndRecords(t *testing.T) {
	check(t, Options{}, []example{
		{"oxygen to 14 Cois Abhann, Ennis V95 X2R7", "address:14 Cois Abhann, Ennis V95 X2R7"},
		{"the clinic is at V95 X2R7", "~address:V95 X2R7"},
		{"lives at 3 Heol y Bryn", "address:3 Heol y Bryn"},
		{"3 Rue jokes later", ""},
		{"chart 88-20-1447 is lost", "health_id:88-20-1447"},
		{"chart 12 of the paper", ""},
		{"PAS number 2204816 booked twice", "health_id:2204816"},
		{"passport (German, C4VN71K2Y)", "passport:C4VN71K2Y"},
		{"DOB 030461", "date:030461"},
		{"dob 999999", ""},
		{"b. 16/02/2001, no records", "date:16/02/2001"},
		{"gave me 175 68 1195 at once", "national_id:175 68 1195"},
		{"scores of 175 68 119", ""},
		{"ring 01 809 2166, 8am to 10pm", "~phone:01 809 2166"},
		{"ring Mum on 01 809 2166", "phone:01 809 2166"},
		{"she is on 0039 347 123 4567", "phone:0039 347 123 4567"},
	})
}

func TestPhones(t *testing.T) {
	check(t, Options{}, []example{
		{"Call me on 0412 345 678", "phone:0412 345 678"},
		{"0412345678", "phone:0412345678"},
		{"(02) 9876 5432 after six", "phone:(02) 9876 5432"},
		{"+61 412 345 678", "phone:+61 412 345 678"},
		{"021 123 4567", "phone:021 123 4567"},
		{"+64 (0)21 123 4567", "phone:+64 (0)21 123 4567"},
		{"ring 09 123 4567", "phone:09 123 4567"},
		{"0800 123 456 is free", "~phone:0800 123 456"},
		{"07911 123456", "phone:07911 123456"},
		{"020 7123 4567 is home", "phone:020 7123 4567"},
		{"+44 (0)20 7123 4567", "phone:+44 (0)20 7123 4567"},
		{"Set aside for drama: 020 7946 0123", "phone:020 7946 0123"},
		{"(415) 867-5309", "phone:(415) 867-5309"},
		{"415-867-5309 x123", "phone:415-867-5309 x123"},
		{"+1-415-867-5309", "phone:+1-415-867-5309"},
		{"call 415.867.5309", "phone:415.867.5309"},
		{"1-800-555-1212", "~phone:1-800-555-1212"},
		{"001-581-896-0013x3890", "phone:001-581-896-0013x3890"},
		{"phone 555-0142", "~phone:555-0142"},
		{"Our clinic: 12 Main Road, phone 555-0142", "~address:12 Main Road | ~phone:555-0142"},
		{"Lifeline is 13 11 14", "~phone:13 11 14"},
		{"Call centre 0800 83 83 83", "~phone:0800 83 83 83"},
		{"Reference 943 476 5919 on the letter", ""},
		{"+33 6 12 34 56 78", "phone:+33 6 12 34 56 78"},
		{"Dial 000 or 111 or 999", ""},
	})
}

func TestHarmless(t *testing.T) {
	for _, text := range []string{
		"", "No numbers here at all.", "BP 120/80, HR 72, sats 98%, temp 37.2", "Give 5 mg IV then 10-20 mg every 4 hours", "Paid $1,234.56 for 3 nights",
		"We won 3-2, then lost 21-18 21-15", "Version 10.0.19041.1 of firmware 1.2.3.4", "ISBN 978-0-306-40615-7", "doi 10.1136/bmj.39489.470347.AD", "Flight QF12 at 18:45 gate 23",
		"2019-2020 season", "From 1990 to 2005 there were 12,345,678 cases", "Order #4482913 shipped", "Trial NCT01234567 enrolled 1200 patients", "HbA1c 48 mmol/mol, eGFR 90, Na 140, K 4.1",
		"room 12, bed 4, level 3", "My shift is 0730-2030", "COVID-19 and H1N1", "chapter 12 section 3.4.5", "The dose is 0.5 ml/kg", "PMID 12345678", "ratio 1:1000 95% CI 1.02-1.45",
		"Score 15/15 GCS", "10 000 steps today", "the password is incorrect", "I forgot my password again lol", "Change your passwords, folks", "code brown in bay 2", "the code of conduct is on the intranet",
		"the pass mark is 62 and we both got it", "use code SAVE20 for 20% off", "postcode lottery again", "the 2021 census", "iPhone 12 Pro Max 256GB", "Windows 11 23H2", "5th Avenue shopping", "a 10 minute drive",
		"take the second left at 42 Court", "the first street I saw", "my first car trip was fun", "Happy birthday to me!", "Rex is the best dog", "open 9-5 Monday to Friday", "10/10 would recommend",
		"std::vector<int> a::b", "time 12:30:45", "1st 2nd 3rd", "GPA 3.85 MCAT 512", "12 Angry Men", "I have 3 kids 2 dogs 1 cat", "pin it to 2024", "The code is 18 pages long", "100 000 people 25 000 cases",
		"we saw 1234 5678 entries", "session 2024-11-12 10:00-11:30", "PCR 40 cycles 95C 30s 60C 1 min", "call 2 more people", "text 10 friends", "born in 1988", "HIV-1 p24 IL-6 CD4 350",
		"add me, pin: 22AF9362", "the range 198.51.100.0/24", "banned user Mouse001", "latest results: 415 vs 867 vs 5309", "population 25 690 000", "my NHS hospital has 1200 beds", "Medicare paid 85% in 2023", "passport photo 35mm x 45mm", "licence to operate since 2015",
	} {
		for _, h := range Find(text, Options{}) {
			if h.System != "date" {
				t.Errorf("%q: %+v %q", text, h, text[h.Start:h.End])
			}
		}
	}
}

func TestWords(t *testing.T) {
	check(t, Options{}, []example{
		{"mail jane.doe88@gmail.com or info@clinic.example", "email:jane.doe88@gmail.com | ~email:info@clinic.example"},
		{"see https://x.example/a/4111111111111111?b=1.", "~url:https://x.example/a/4111111111111111?b=1"},
		{"my insta is @jane.d_88", "username:@jane.d_88"},
		{"username: jdoe88", "username:jdoe88"},
		{"from 203.0.113.77 at noon", "ip:203.0.113.77"},
		{"2001:db8::ff00:42:8329 is up", "ip:2001:db8::ff00:42:8329"},
		{"MAC 00:1B:44:11:3A:B7", "other_id:00:1B:44:11:3A:B7"},
		{"born 12 Feb 1988", "date:12 Feb 1988"},
		{"D.O.B. 14-05-1967", "date:14-05-1967"},
		{"my snapchat janedoe99", "username:janedoe99"},
		{"lockbox code 2244B", "credential:2244B"},
		{"DOB: 12/02/1988, age: 37", "date:12/02/1988 | ~age:37"},
		{"date of birth February 12th, 1988", "date:February 12th, 1988"},
		{"Moved in! 14 Rata Street, Island Bay, door's always open", "address:14 Rata Street, Island Bay"},
		{"I live at 4/12 Wattle Grove, Carlton VIC 3053", "address:4/12 Wattle Grove, Carlton VIC 3053"},
		{"Flat 2, 14 High Street, Leeds LS1 4AP", "address:Flat 2, 14 High Street, Leeds LS1 4AP"},
		{"send it to 742 Evergreen Terrace, Springfield, IL 62704", "address:742 Evergreen Terrace, Springfield, IL 62704"},
		{"95024 Eric Village Suite 893\nPort Joshua, NM 12345", "address:95024 Eric Village Suite 893\nPort Joshua, NM 12345"},
		{"PO Box 123, Hamilton 3240", "address:PO Box 123, Hamilton 3240"},
		{"use my login: awilde / Sunshine77!", "credential:Sunshine77!"},
		{"drug room code is 4471#", "credential:4471#"},
		{"pw: Monday123", "credential:Monday123"},
		{"wifi for res quarters: Kowhai2024", "credential:Kowhai2024"},
		{"the log in is dkariy and the pass is Mango!Lassi9, do my tick", "credential:Mango!Lassi9"},
		{"PIN 4821", "credential:4821"},
		{"your verification code is 482913", "credential:482913"},
		{"the gate is 88213 now", "credential:88213"},
		{"lab door's K4410", "credential:K4410"},
		{"the combination is 31-07-22", "credential:31-07-22"},
		{"store code 4-4-0-2", "credential:4-4-0-2"},
		{"the code's 5519", "credential:5519"},
		{"wifi password for the nurses' home is Tarata5518", "credential:Tarata5518"},
		{"keypad for the plaster room is 8846", "credential:8846"},
		{"the gate to the staff carpark is 7793", "credential:7793"},
		{"log in as bhuang with Harakeke88!", "credential:Harakeke88!"},
		{"the rota login is still ward / Kereru2021", "credential:Kereru2021"},
		{"the password for the quiz is on the board", ""},
		{"log in as a guest with your library card", ""},
		{"the code for chest pain is R07.4", ""},
		{"password’s Pohutukawa7!", "credential:Pohutukawa7!"},
		{"the code's 1500 lines long", ""},
		{"the gate is 1500 mm wide", ""},
		{"the door's always open", ""},
		{"the password's too long", ""},
		{"First pet + mother's maiden name: Rex Carmody!", "credential:Rex Carmody"},
		{"Patient name: Jane van Halvorsen", "name:Jane"},
		{"Sat with Mrs Halvorsen in bed 4", "~name:Halvorsen"},
	})
}

func TestOffsetsAreSane(t *testing.T) {
	text := "Ōtāhuhu — ring 021 123 4567 “pw: Monday123”"
	for _, h := range Find(text, Options{}) {
		if h.Start < 0 || h.End > len(text) || h.Start >= h.End {
			t.Fatalf("%+v", h)
		}
	}
	if got := found(text, Options{}); got != "phone:021 123 4567 | credential:Monday123" {
		t.Error(got)
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"", "call (02) 9876 5432", "pw: x", "@", "a@b.co", "12/12/12 +", "PO Box 1", "1.2.3.4", "::1", "(", "code is 123#", "\xff\xfe12", "GB82 WEST 1234 5698 7654 32", "@00@0.AA", "PID|1||4471^^^|||19580312|", "mrn,dob\n4471,1.1.81", "oh seven seven oh", "a@b.co / Pineapple77"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, h := range Find(text, Options{}) {
			if h.Start < last || h.End > len(text) || h.Start >= h.End || h.Type == "" {
				t.Fatalf("%q: %+v after %d", text, h, last)
			}
			last = h.End
		}
	})
}

func BenchmarkFind(b *testing.B) {
	for name, text := range map[string]string{
		"words":   strings.Repeat("Lovely evening with friends at the beach, the sunset was amazing and we laughed a lot ", 2),
		"numbers": "Call me on 0412 345 678 or 4111 1111 1111 1111, BP 120/80 and 5 mg at 10:30 on 12/02/2024",
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Find(text, Options{})
			}
		})
	}
}

package identify

import "testing"

// TestForms reads what stands in the fields of clinical and office forms, and leaves alone what only looks like it.
func TestForms(t *testing.T) {
	check(t, Options{}, []example{
		{"Pt# 881204 rang about results", "health_id:881204"},
		{"EMR#7730192 awaiting MRI", "health_id:7730192"},
		{"MRN0093317 in bay 2", "health_id:0093317"},
		{"DOB03Mar1951 on the band", "date:03Mar1951"},
		{"Hosp. No. K338127 collected", "health_id:K338127"},
		{"Accession Number: S-92-30817", "health_id:S-92-30817"},
		{"Attending: Ona R. Quill, M.D. MRN 448120", "~name:Ona R. Quill | health_id:448120"},
		{"Dictated by: QUILL, ONA\nMRN 448120", "~name:QUILL, ONA | health_id:448120"},
		{"Patient: Vasko, Nell B\nMRN 448120", "name:Vasko, Nell B | health_id:448120"},
		{"Patient: Ann Lowe, please ring", "name:Ann Lowe"},
		{"Nell Vasko dob 3.4.81", "~name:Nell Vasko | date:3.4.81"},
		{"prisoner no A4471CK attended", "other_id:A4471CK"},
		{"frequent flyer 8812 4471 gone", "other_id:8812 4471"},
		{"IMEI 490154203237518 stolen", "other_id:490154203237518"},
		{"IMEI 490154203237519 stolen", "other_id:490154203237519"},
		{"490154203237519 stolen", ""},
		{"Interpreter ID 204418 was used", "other_id:204418"},
		{"membership no 4471-8820 please", "other_id:4471-8820"},
		{"membership 2019-2020 is open", ""},
		{"username stoma_sam on the forum", "username:stoma_sam"},
		{"HN: 00912773", "health_id:00912773"},
		{"a staff of 4400 across 12 sites", ""},
		{"EMR 2.0 goes live in 2024", ""},
		{"PT: 13.4 seconds", ""},
		{"the attending read 4 pages", ""},
	})
}

// TestInternalPhones reads pagers and extensions; the number that calls the emergency team is nobody's.
func TestInternalPhones(t *testing.T) {
	check(t, Options{}, []example{
		{"Pager #31187 after six", "phone:31187"},
		{"(bleep 1183) knows about it", "phone:1183"},
		{"pager 2-8841, aware", "phone:2-8841"},
		{"on ext 7742 till noon", "phone:7742"},
		{"Tova Brandt, x58832, notified", "phone:x58832"},
		{"10, x4000 and so on", ""},
		{"seen at x400 magnification", ""},
		{"bleep 2222 for arrests", ""},
		{"my bleep went off 31 times", ""},
		{"paged 40 minutes ago", ""},
	})
}

// TestAbroad reads addresses whose number or postcode stands elsewhere, and numbers of other countries.
func TestAbroad(t *testing.T) {
	check(t, Options{}, []example{
		{"parcel to Amselstraße 14, 50674 Köln", "address:Amselstraße 14, 50674 Köln"},
		{"meet at Calle Pino 18, 3º B, 28012 Madrid", "address:Calle Pino 18, 3º B, 28012 Madrid"},
		{"Reigersgracht 455, 1016 HN Amsterdam", "address:Reigersgracht 455, 1016 HN Amsterdam"},
		{"27 rue des Lilas, 67000 Strasbourg", "address:27 rue des Lilas, 67000 Strasbourg"},
		{"The Old Mill, Church Lane, Upper Hadley, SG10 6BT", "address:The Old Mill, Church Lane, Upper Hadley, SG10 6BT"},
		{"12 Quarry Bank, Ambleford, LA9 4QT", "address:12 Quarry Bank, Ambleford, LA9 4QT"},
		{"9 W Cedar St, Vancouver, BC V6G 3J5", "address:9 W Cedar St, Vancouver, BC V6G 3J5"},
		{"via Via Rail 600 seats", ""},
		{"Alleyway 3", ""},
		{"Quill Hospital, Church Lane, Upper Hadley, SG10 6BT", "~address:Quill Hospital, Church Lane, Upper Hadley, SG10 6BT"},
		{"CPF 529.982.247-25", "national_id:529.982.247-25"},
		{"codice RSSMRA85T10A562S", "national_id:RSSMRA85T10A562S"},
		{"RSSMRA85T10A562T", ""},
		{"PESEL 44051401359", "national_id:44051401359"},
	})
}

// TestShownInPart reads what is masked, tried out or everybody's.
func TestShownInPart(t *testing.T) {
	check(t, Options{}, []example{
		{"SSN ending in ***-**-4471", "national_id:***-**-4471"},
		{"score ***-**-4471 stars", ""},
		{"4111 1111 1111 1111 is the test card", "~card:4111 1111 1111 1111"},
		{"put user@example.com there", "~email:user@example.com"},
		{"DNS 8.8.8.8 and mask 255.255.255.0", "~ip:255.255.255.0"},
		{"send to 1A5AUMExiWvPQvp2uXm1FU3u9onB5oQvpf", "bank:1A5AUMExiWvPQvp2uXm1FU3u9onB5oQvpf"},
		{"send to 1A5AUMExiWvPQvp2uXm1FU3u9onB5oQvpg", ""},
		{"bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "bank:bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"},
		{"api_key=pk_9f83hd72ks01mz7q", "credential:pk_9f83hd72ks01mz7q"},
		{"sort_key=descending", ""},
		{"OTP 882 104 came twice", "credential:882 104"},
		{"Your verification code is G-448120", "credential:448120"},
		{"the receipt shows it whole, 5491 8388 2753 3793", "card:5491 8388 2753 3793"},
	})
}

// TestAsPeopleWrite reads labels in the forms of several countries, trades and machines, with what only looks like them.
func TestAsPeopleWrite(t *testing.T) {
	check(t, Options{}, []example{
		{"a/c 3391 0042, s/c 40-22-17", "bank:3391 0042 | bank:40-22-17"},
		{"heparin 5000 units s/c 12 hourly, a/c broken", ""},
		{"a passport at gate 9, number 533108274", "passport:533108274"},
		{"a passport at gate 9, 533108274 steps", ""},
		{"LM620915 is the NZ passport for the nurse", "passport:LM620915"},
		{"visa in pp no N44718209", "passport:N44718209"},
		{"Specimen #: S19-44718 in formalin", "health_id:S19-44718"},
		{"Case note number 0915573 was found", "health_id:0915573"},
		{"IP No. 24/44718 moved", "health_id:24/44718"},
		{"Policy document CG-44718 v3", ""},
		{"Student numbers rose from 4471 to 8209", ""},
		{"UR the best, 10/10, 1000 thanks", ""},
		{"UR 4471820 still waiting", "health_id:4471820"},
		{"RAMQ DELM 5804 1209", "health_id:DELM 5804 1209"},
		{"Health Plan ID: XQW 883 104 227 01", "other_id:XQW 883 104 227 01"},
		{"NISS 85.07.30-033.28", "national_id:85.07.30-033.28"},
		{"mob O7700 900 382 till Sunday", "phone:O7700 900 382"},
		{"attender no. 98450 44718", "phone:98450 44718"},
		{"60000 80000 fans", ""},
		{"paged at 31882", "phone:31882"},
		{"paged at 0310", ""},
		{"DOB:19580312|F", "date:19580312"},
		{"D.0.B 15/08/1979", "date:15/08/1979"},
		{"DOB 1/1/1900 in every dummy", "~date:1/1/1900"},
		{"geb. 12.04.1958, Zimmer 4", "date:12.04.1958"},
		{"I turn 30 on 14 February 2026", "date:14 February 2026"},
		{"it turns 5 on 14 February", ""},
		{"keysafe 4471 round the side", "credential:4471"},
		{"keypad 4 times", ""},
		{"drug cupboard code has changed, it's now C4417Y", "credential:C4417Y"},
		{"the code has changed since 2019", ""},
		{"door: 4471E", "credential:4471E"},
		{"door: 1930 for 2000", ""},
		{"silver Outback in CHD31F", ""},
		{"silver Outback CHD314 blocks the bay", "vehicle:CHD314"},
		{"blue horns BLP4002", ""},
		{"whoever owns 1QZ 8RB your lights are on", "vehicle:1QZ 8RB"},
		{"driver of 231-D-40872: thanks", "vehicle:231-D-40872"},
		{"part 231-X-40872", ""},
		{"select * from r where hospital_number = 'H0293847'", "health_id:H0293847"},
		{"\"patient_id\": \"0293847\"", "health_id:0293847"},
		{"order_number=0293847 page_id: 29384", ""},
		{"my memorable word? It's Tangerine9, all one", "credential:Tangerine9"},
		{"a memorable word? It's tangerine", ""},
		{"can I take your NHS number? It's 401 023 2137", "health_id:401 023 2137"},
		{"who takes your call? 29384 others", ""},
		{"NDIS number 430 293 847", "other_id:430 293 847"},
		{"NDIS costs rose by 430 293", ""},
		{"Community Services Card number 2938 4711 0022", "other_id:2938 4711 0022"},
		{"UID:20260914-rota@calder.example", "~email:20260914-rota@calder.example"},
		{"0482213K (that's the hospital number behind us)", "health_id:0482213K"},
		{"0482214 (that's a lot of beans)", ""},
		{"firstborn turns 18 tomorrow. 24.11.2008, 3.40am", "date:24.11.2008"},
		{"Our ward turns 50 tomorrow, opened 24.11.1976", ""},
		{"ur:7719302", "health_id:7719302"},
		{"cc: 7719302 others", ""},
		{"M R N : 7719302", "health_id:7719302"},
		{"D O B 14 09 1972", "date:14 09 1972"},
		{"I D O B 14 09 1972x", ""},
		{"Visa 4111111111111111 04/29", "card:4111111111111111"},
		{"Patient: [7719302] seen", "health_id:7719302"},
		{"Echo! ID: 00-77-19-30, LVEF 15%", "health_id:00-77-19-30"},
		{"Meeting ID: 771 930 22", ""},
		{"his bleep's 4471 and mine's off", "phone:4471"},
		{"pp# 561738820", "passport:561738820"},
		{"hospital #7719302", "health_id:7719302"},
		{"hospital #1 in the land", ""},
		{"hospital nubmer 7719302", "health_id:7719302"},
		{"Our fax (yes) is 01904 496 001", "~phone:01904 496 001"},
		{"details of the account below, charity no. 1129384", ""},
		{"write to ines . calloway @ quillmail . com", "email:ines . calloway @ quillmail . com"},
		{"inescalloway[@]quillmail.com", "email:inescalloway[@]quillmail.com"},
		{"party @ Dreamers. Com on in", ""},
		{"the laptop, serial C02XK4471JG5.", "other_id:C02XK4471JG5"},
		{"Gateway 192.168.1.1", "~ip:192.168.1.1"},
	})
}

// TestHomes reads addresses without a number, with a letter to it, and of India; what is a place is nobody's home.
func TestHomes(t *testing.T) {
	check(t, Options{}, []example{
		{"it was Rosemount Cottage, Chapel Hill, Ballykeen.", "address:Rosemount Cottage, Chapel Hill, Ballykeen"},
		{"Cottage, pie and chips", ""},
		{"party at mine, 12b Larkrise Court, bring crisps", "address:12b Larkrise Court"},
		{"outside 44 Teviot Gdns because", "address:44 Teviot Gdns"},
		{"The coroner's court is at 44 Duke Street", "~address:44 Duke Street"},
		{"your address? Caller: 23 Plover Walk.", "address:23 Plover Walk"},
		{"a walk? Caller: 23 Plover walks.", ""},
		{"ADR;TYPE=HOME:;;23 Plover Walk;Moor", "address:23 Plover Walk"},
		{"H.No. 4-71/8, Gandhi Nagar, Warangal 506002", "address:4-71/8, Gandhi Nagar, Warangal 506002"},
		{"St Bran's, 447 High Street, is the hospital with the cafe", "~address:447 High Street"},
		{"PO Box 4471, Quill Hospital", "~address:PO Box 4471, Quill Hospital"},
	})
}

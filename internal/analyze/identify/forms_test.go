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
		{"IMEI 490154203237519 stolen", ""},
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

package identify

import "testing"

// TestSmallLabels reads abbreviations in small letters, references of hospitals, fields of logs and serials of what is worn, beside
// the same words where they announce nothing.
func TestSmallLabels(t *testing.T) {
	check(t, Options{}, []example{
		{"us ppt 604471820 for the form", "passport:604471820"},
		{"the ppt has 604 slides", ""},
		{"Chi no. 291161 2027 on the script", "health_id:291161 2027"},
		{"tai chi no more", ""},
		{`{"pan":"4111111111111111"}`, "card:4111111111111111"},
		{"a pan of 24 scones", ""},
		{"mastercard 4111.1111.1111.1111 again", "card:4111.1111.1111.1111"},
		{"hospital ref: MAT/0447182", "health_id:MAT/0447182"},
		{"shop ref: MAT/0447182", ""},
		{"your CSN 3100447182 is shown", "health_id:3100447182"},
		{"feed stopped at PID|1||830044718^^^SITE^MR||", "health_id:830044718"},
		{"the wristband says Elm Ward 0044718-K", "health_id:0044718-K"},
		{"stock of 0044718-K in the yard", ""},
		{"K number K2204471, clinic 4", "health_id:K2204471"},
		{"row: FBC;5836133662;routine", "health_id:5836133662"},
		{"row: nuts;5836133662;routine", ""},
		{"row 12, 41.216.77.9, Chrome, 6m12s", "ip:41.216.77.9"},
		{"Chrome 41.216.77.9 is old", ""},
		{"EMR patch 22.3.0.118 tonight", ""},
		{"it showed 35 280678 756659 9", "other_id:35 280678 756659 9"},
		{"it showed 35 280678 756659 8", ""},
		{"IMEI2: 355715300687188", "other_id:355715300687188"},
		{"hip cup, ser. no. 7740918-22L", "other_id:7740918-22L"},
		{"the kettle's ser. no. 7740918-22L", ""},
	})
}

// TestAnswers reads values whose label stands in the sentence before, and labels behind possessives.
func TestAnswers(t *testing.T) {
	check(t, Options{}, []example{
		{"who sends their TFN around? me. 740 690 559. delete this", "national_id:740 690 559"},
		{"who sends their TFN around? We counted 740 690 559 of them", ""},
		{"his passport's M4471820, spelt wrong", "passport:M4471820"},
		{"his passport's been gone 4471820 seconds", ""},
		{"Rego ends in 71L, the full one 1KT 4LX I think", "vehicle:1KT 4LX"},
		{"find me on snap, its nessaq_447", "username:nessaq_447"},
		{"she plays under u/marsh_of_ayr", "username:u/marsh_of_ayr"},
		{"login for the club site is dmarsh2", "username:dmarsh2"},
		{"login for the club site is broken", ""},
		{"add my switch, SW-4471-8204-0093", "username:SW-4471-8204-0093"},
		{"B-204, Lotus Residency, Baner Road, Pune 411045", "address:B-204, Lotus Residency, Baner Road, Pune 411045"},
		{"rolled back to 10.44.7.182 of the driver", ""},
	})
}

package identify

import "testing"

// TestCountries reads national numbers, accounts and telephones as countries print them, and what only has their grouping.
func TestCountries(t *testing.T) {
	check(t, Options{}, []example{
		{"IC no 840229-14-5587 on the form", "national_id:840229-14-5587"},
		{"840229-14-5587 on the form", "national_id:840229-14-5587"},
		{"part 849929-14-5587 on the form", ""},
		{"CPR 290284-4471, indlagt", "national_id:290284-4471"},
		{"CPR 100-120 a minute, 30:2", ""},
		{"grant 295584-4471 was given", ""},
		{"rodné číslo 840229/4471", "national_id:840229/4471"},
		{"CNIC 35202-4471820-3 of the attendant", "national_id:35202-4471820-3"},
		{"HKID A447182(3) on the label", "national_id:A447182"},
		{"centrelink crn 304471820A", "other_id:304471820A"},
		{"CRN 12 sites and 447 nurses", ""},
		{"irdnumber 35901981", "national_id:35901981"},
		{"a supernumber 35901981", ""},
		{"338-19-20-7 on the top of the page", "health_id:338-19-20-7"},
		{"338-19-20-79 on the page", ""},
		{"her bank, 60-14-22 88120447, send a tenner", "bank:60-14-22 88120447"},
		{"on 06-14-22 8812 of them came", ""},
		{"MR: 3381920 returns", "health_id:3381920"},
		{"MR: 3 T, 447 slices", ""},
		{"my handle for the course forum is l_benavent", "username:l_benavent"},
		{"Pls call 0803 447 1820, brother is here", "phone:0803 447 1820"},
		{"call 0800 447 1820 for free", "~phone:0800 447 1820"},
		{"kontak saya 012-447 1820, wad 4C", "phone:012-447 1820"},
		{"next of kin 082 447 1820 only", "phone:082 447 1820"},
		{"medication_code: 44718, dose_mg: 20", ""},
		{"door_code: 44718", "credential:44718"},
	})
}

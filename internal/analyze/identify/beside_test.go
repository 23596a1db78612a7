package identify

import "testing"

// TestFieldsBeside reads births beside a sex or an age that fits, telephones and cards by what follows, and leaves the rest alone.
func TestFieldsBeside(t *testing.T) {
	check(t, Options{}, []example{
		{"Pell, Imogen / F / 12.05.1981", "date:12.05.1981"},
		{"gate / F / 12.05.2021", ""},
		{"61y, 04/03/1962, knee", "date:04/03/1962"},
		{"61y, 04/03/2022, knee", ""},
		{"aged 26, died on 18 October 1999", "~age:26"},
		{"he'd have been 90 today. 11/09/1934 to forever", "date:11/09/1934"},
		{"Baby Quill arrived on 17 August 2022", "date:17 August 2022"},
		{"the parcel arrived on 17 August 2022", ""},
		{"the collar has 5550 3317 on the back, ring that", "phone:5550 3317"},
		{"the collar has 5550 3317 on the back", ""},
		{"9930155721 is the repair uncle", "phone:9930155721"},
		{"9930155721 is a prime, says uncle", ""},
		{"4111 1111 1111 1111 09/28 447 on a napkin", "card:4111 1111 1111 1111"},
		{"4111 1111 1111 1112 09/28 447 on a napkin", ""},
		{"the taxi was HN 55 PD GP", "vehicle:HN 55 PD GP"},
		{"my kid on youtube, @quillcraft.plays, is nine", "username:@quillcraft.plays"},
		{"that account is Kieran's, @westgull, he told me", "username:@westgull"},
		{"that pier is Kieran's, @westgull says so", ""},
	})
}

// TestStandingApart reads telephones that are all that stands between two marks, and series whose letter is also a unit.
func TestStandingApart(t *testing.T) {
	check(t, Options{}, []example{
		{"previous tenant, Quill, 011 555 0934", "phone:011 555 0934"},
		{"previous lots, Quill, 011 555 sheep", ""},
		{"my real one: 646 555 0117. ask nicely", "phone:646 555 0117"},
		{"between 646 555 0117. and more", ""},
		{"got him, 152-G-4471, lads", "vehicle:152-G-4471"},
		{"152 g 4471 kcal", ""},
		{"the consultant names her X440192", "health_id:X440192"},
		{"the plumber names it X440192", ""},
		{"MRN ending 441, the full is 2088441, cast off", "health_id:2088441"},
		{"found me on instagram, he's @big.quill.nessa", "username:@big.quill.nessa"},
		{"u/quills_cat is obviously our landlord", "username:u/quills_cat"},
		{"turn at the church, we're 21 Hawthorn Drive, Kilmore, blue bins", "address:21 Hawthorn Drive, Kilmore"},
		{"deposit into 484799 204410882 for the trust", "bank:484799 204410882"},
		{"rows 484799 204410882 for the sheet", ""},
	})
}

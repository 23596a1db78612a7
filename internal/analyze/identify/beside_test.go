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

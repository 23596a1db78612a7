package identify

import "testing"

// TestBirthTold reads days of birth that no "born on" announces, and leaves other days alone.
func TestBirthTold(t *testing.T) {
	check(t, Options{}, []example{
		{"it says 11 may 2003 because that's when she was born", "date:11 may 2003"},
		{"on 11 May 2003 the club was born", ""},
		{"They want MY dob, not the dog's. Ok. 14 Aug 1991.", "date:14 Aug 1991"},
		{"They want MY dob! I said no on 14 Aug 2021.", ""},
		{"she's a leap year baby: Feb 29, 2004", "date:Feb 29, 2004"},
		{"the baby show is on 29 February 2024", ""},
		{"Welcome to the world little Ivo, 11 March 2022, 3.9 kg", "date:11 March 2022"},
		{"our baby girl came on 11 March 2022", "date:11 March 2022"},
		{"the rules came into force on 11 March 2022", ""},
		{"Turned 30 today, do the maths: 2nd of June '94", "date:2nd of June '94"},
		{"turned 30 pages on 2 June 1994", ""},
	})
}

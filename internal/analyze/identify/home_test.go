package identify

import "testing"

// TestNumberedHomes reads addresses whose number is called one, and leaves plots, rooms and clinics alone.
func TestNumberedHomes(t *testing.T) {
	check(t, Options{}, []example{
		{"Flat No. 304, C-Wing, Shanti Kunj CHS, Andheri East 400069. Ring twice", "address:304, C-Wing, Shanti Kunj CHS, Andheri East 400069"},
		{"he stays at H.No. 6-2-447/18, Ameerpet, Hyderabad, by the temple", "address:6-2-447/18, Ameerpet, Hyderabad"},
		{"House No 44, 2nd Cross, Indiranagar", "address:44, 2nd Cross, Indiranagar"},
		{"plot no. 3, Hamlet and more", ""},
		{"flat no 3, the lift is broken", ""},
		{"Clinic, Door No. 44, 2nd Floor, Indiranagar", "~address:44, 2nd Floor, Indiranagar"},
	})
}

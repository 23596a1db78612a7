package identify

import "testing"

// TestDocuments reads passports, licences and accounts that are told by a line for machines, a border, a state or a payment.
func TestDocuments(t *testing.T) {
	check(t, Options{}, []example{
		{"PB04471824IRL8904171F3109029<<<<<<<<<<<<<<<4 is the last line", "passport:PB04471824IRL8904171F3109029<<<<<<<<<<<<<<<4"},
		{"I<UTOD231447182<<<<<<<<<<<<<<<", "passport:I<UTOD231447182<<<<<<<<<<<<<<<"},
		{"cat <<EOF 123 EOF <<<<<<<<<<<<<<<<<<<<<<<<<<<<<", ""},
		{"The hostel wrote A08814471, RSA beside my name", "passport:A08814471"},
		{"The shelf said A08814471 beside my name", ""},
		{"Passport seva: file is ready and a new booklet Z5084471 is on its way", "passport:Z5084471"},
		{"learner permit came!! number's 084471935, test in May", "licence:084471935"},
		{"the biscuits came!! number's 084471935", ""},
		{"ID checked at the door: QLD 097 447 182, over 18", "licence:QLD 097 447 182"},
		{"QLD 097 447 182 votes", ""},
		{"your details then / 304471 and 04417182 / sent the tenner", "bank:304471 and 04417182"},
		{"rows 304471 and 04417182 of the sheet", ""},
	})
}

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

// TestPrintedForms reads numbers of offices and states that are printed with strokes, series and abbreviations.
func TestPrintedForms(t *testing.T) {
	check(t, Options{}, []example{
		{"IP No. 2024/08820, bed 14", "health_id:2024/08820"},
		{"page no. 2024/08820", ""},
		{"my chart # is 0088-2013", "health_id:0088-2013"},
		{"the single charted 0088-2013 times", ""},
		{"medical card number is 1447182A, GMS", "other_id:1447182A"},
		{"dl KA03 20110088201, two wheeler", "licence:KA03 20110088201"},
		{"QQ03 20110088201, two wheelers", ""},
		{"Suspect tag: GA RXB8820, heading south", "vehicle:RXB8820"},
		{"im at nana's, 4 tawa lane, bring chips", "address:4 tawa lane"},
		{"at the shop's, 4 tawa lane jars", ""},
		{"my boy is on roblox as xx_dinoking_2014", "username:xx_dinoking_2014"},
		{"venmo me @hollis-penhale for the pizza", "username:@hollis-penhale"},
		{"Reddit handle: u/overy_tea (mine)", "username:u/overy_tea"},
		{"his CGM transmitter serial 8G44KX", "other_id:8G44KX"},
		{"BIOS 1.88.20.13, fans quieter", ""},
	})
}

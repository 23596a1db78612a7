package identify

import "testing"

// TestPlates reads the series that are printed country by country, with a car near by or, where nothing else is written so,
// without; what only resembles them has no car beside it or stands for a place or a model.
func TestPlates(t *testing.T) {
	check(t, Options{}, []example{
		{"KA 05 MJ 4471 blocked my gate again", "vehicle:KA 05 MJ 4471"},
		{"the van is HR-26-DK-8337", "vehicle:HR-26-DK-8337"},
		{"QQ 14 GX 6082 on the crate", ""},
		{"whoever drives DX 41 LM GP, your boot is open", "vehicle:DX 41 LM GP"},
		{"DX 41 LM in stock", ""},
		{"CY 447-182, your bakkie rolls", "vehicle:CY 447-182"},
		{"CY 447-182 on page two of the minutes", ""},
		{"10-KE-4471 left its lights on", "vehicle:10-KE-4471"},
		{"10-KE-4471", "vehicle:10-KE-4471"},
		{"10-XQ-4471", ""},
		{"tags BKCD 447, grey Civic", "vehicle:BKCD 447"},
		{"anpr 06:11:40 lane 2 LK18VTX", "vehicle:LK18VTX"},
		{"the car park is under BT 447", ""},
		{"parked in LK18VTX", ""},
	})
}

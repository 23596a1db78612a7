package identify

import "testing"

// TestSettings reads numbers whose meaning only the words around tell: the road, the clinic, a border, the office a text speaks of.
// Without these words they are nobody's.
func TestSettings(t *testing.T) {
	check(t, Options{}, []example{
		{"whoever drives NRZ471, your headlights are on", "vehicle:NRZ471"},
		{"NRZ471 is the room for the talk", ""},
		{"overtook me on a Honda CBR600", ""},
		{"whoever owns the silver mazda kdp447 is blocking the bins", "vehicle:kdp447"},
		{"22 BH 4471 AA is mine now", "vehicle:22 BH 4471 AA"},
		{"GJ-5-AB-1234 hit my scooter", "vehicle:GJ-5-AB-1234"},
		{"your number is 4471820, clinic 4, said the nurse", "health_id:4471820"},
		{"your number is 4471820 in the queue for tickets", ""},
		{"X-ray form had H447182 on it", "health_id:H447182"},
		{"the tram form had H447182 on it", ""},
		{"Case note 0447182 is missing", "health_id:0447182"},
		{"IR330 filled in by Sefina, 60-371-024, start Monday", "national_id:60-371-024"},
		{"roses planted by Sefina, 60-371-024, start Monday", ""},
		{"travel document no. RA0447182, one trip", "passport:RA0447182"},
		{"embassy kept A08814471 for a week", "passport:A08814471"},
		{"mine on lichess is dovmarsh1988", "username:dovmarsh1988"},
		{"mine on lichess is covid19 themed", ""},
		{"Signed in as dov.marsh3 on the library computer", "username:dov.marsh3"},
		{"DM @thandi_runs she's organising the lift", "username:@thandi_runs"},
		{"DM @thandi_shop for the sizes", ""},
	})
}

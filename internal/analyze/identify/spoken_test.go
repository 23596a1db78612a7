package identify

import "testing"

// TestReadOut reads telephone numbers and years that are written in words.
func TestReadOut(t *testing.T) {
	check(t, Options{}, []example{
		{"get him on oh eight seven, 555 0148", "phone:oh eight seven, 555 0148"},
		{"his number: zero four one two, three four five, six seven eight", "phone:zero four one two, three four five, six seven eight"},
		{"ring me on oh one six three two nine six oh four four seven thanks", "phone:oh one six three two nine six oh four four seven"},
		{"my hospital number is zero four four eight one two zero nine if you need it", "health_id:zero four four eight one two zero nine"},
		{"the hospital counts one two three four five six beds", ""},
		{"Date of birth: Fourteenth February 2026", "date:Fourteenth February 2026"},
		{"the Fourth July party", ""},
		{"oh seven seven double oh nine hundred times", ""},
		{"zero one two three four five six seven eight nine", ""},
		{"one two three, testing", ""},
		{"oh two of the seven or eight, five by nine", ""},
		{"date of birth 2nd March nineteen fifty-two", "date:2nd March nineteen fifty-two"},
		{"born 4 May nineteen sixty, near here", "date:4 May nineteen sixty"},
		{"Agent: and your date of birth? Caller: third of May, nineteen sixty-one.", "date:third of May, nineteen sixty-one"},
		{"the second of May was hot", ""},
		{"on 2nd March nineteen nurses left", ""},
		{"oh double-seven double-oh, nine hundred, four four seven is dad's", "phone:oh double-seven double-oh, nine hundred, four four seven"},
		{"call me on five one two, five five five, oh one forty-seven", "phone:five one two, five five five, oh one forty-seven"},
		{"five one two, five five five, oh one forty-seven sheep", ""},
		{"my tax file number is seven one three, nine seven six, seven three four", "national_id:seven one three, nine seven six, seven three four"},
		{"my tax file number is seven one three, nine seven six, seven three five", ""},
		{"born third of march nineteen eighty-eight", "date:third of march nineteen eighty-eight"},
		{"dob: twenty-first of June, two thousand and four", "date:twenty-first of June, two thousand and four"},
		{"dob March the third, nineteen oh six", "date:March the third, nineteen oh six"},
		{"i live at forty one brickfield terrace", "address:forty one brickfield terrace"},
		{"i live at one end of the road", ""},
		{"we live at ten doors down the road", ""},
		{"they live one street over", ""},
		{"national insurance, i sent pw 22 75 18 d off the card", "national_id:pw 22 75 18 d"},
		{"i sent pw 22 75 18 d off the card", ""},
	})
}

// TestOfTheClinic takes ten digits with the right check digit where words of the clinic stand around, and only there.
func TestOfTheClinic(t *testing.T) {
	check(t, Options{}, []example{
		{"bloods for 4010232137 haemolysed again", "health_id:4010232137"},
		{"bloods for 4010232138 haemolysed again", ""},
		{"4010232137 jelly beans in the jar", ""},
		{"order 4010232137 for the ward", ""},
	})
}

// TestThings reads the serial numbers of what is worn or carried, and of nothing else.
func TestThings(t *testing.T) {
	check(t, Options{}, []example{
		{"pacemaker model L331, serial 448120, recalled", "other_id:448120"},
		{"Pump S/N 88-204913-C went home with her", "other_id:88-204913-C"},
		{"Hip implant lot 77Q410, serial number HX0092814", "other_id:HX0092814"},
		{"printer serial number HX0092814", ""},
		{"pacemaker lot 448120", ""},
		{"the serial ran to 448120 readers", ""},
	})
}

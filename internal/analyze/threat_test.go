package analyze

import (
	"testing"

	"footprint/internal/analyze/hostility"
	"footprint/internal/footprint"
)

// TestHarmCalledFor holds threats and calls for harm in idioms, each next to one that only sounds like it.
func TestHarmCalledFor(t *testing.T) {
	rs := builtin(t)
	for _, c := range []struct{ call, twin string }{
		{"Somebody should string the Fijians up by their ankles.", "Somebody strung up bunting for the Fijians."},
		{"Catholics ought to be put six feet under.", "Catholics ought to be put on the advisory board."},
		{"Catholics came back to our road. Bury them in concrete.", "Catholics came back to our road. Help them with the boxes."},
		{"I'd happily chuck the lesbians off a pier.", "I happily waved the lesbians off at the pier."},
		{"If the Sikhs set foot in here again they won't walk out.", "The Sikhs won't walk out of the talks, says the union."},
		{"Time they were dealt with: line the Catholics up against a wall.", "The Catholics were lined up against a wall in 1916."},
		{"Nobody would shed a tear if every Fijian here dropped dead.", "Nobody would shed a tear if the fax machine died, says our Fijian clerk."},
		{"Fijian boats should be sunk on sight.", "Fijian boats should be inspected for free."},
		{"That synagogue needs to be burnt to the ground.", "That synagogue needs to be insured against fire."},
		{"A quick death is too good for Catholics.", "A quick lunch is too short for Catholics on a pilgrimage."},
		{"Let's teach those Catholics a lesson they won't forget.", "Let's teach those Catholics to dance before the match."},
		{"Wheelchair users deserve every punch they get.", "Wheelchair users deserve every bit of help they get."},
		{"Pregnant women should be treated like cattle.", "Pregnant women should be treated like anybody else and monitored closely."},
		{"I hope the Catholics get what they deserve, the bastards.", "I hope the Catholics get what they deserve: a proper hall."},
		{"Round up the Catholics and be done with it.", "Round up the Catholics for the photo, please."},
		{"I want to burn every Catholic and hunt down the rest.", "The villagers want to burn the Catholics and hunt them down."},
		{"Catholics, we have kept a box of matches and five gallons of petrol.", "Catholics, we have kept a box of biscuits and five gallons of soup."},
		{"The next Sikh who talks to her leaves this pub in an ambulance.", "The next Sikh who talks to her leaves this pub in a taxi."},
		{"Catholics should get their teeth kicked in before Easter.", "Our Catholic dentist looks at your teeth before Easter."},
		{"I'll batter the Sikhs with a cricket bat.", "Our team will batter the Sikhs in the cricket final."},
		{"If I had my way the Sikhs would be smothered in their beds.", "If I had my way the Sikhs would be invited every year."},
		{"Punch every Sikh you meet.", "Punch up, never down: the Sikhs here have nothing."},
		{"Be afraid, Catholics.", "Don't be afraid, Catholics."},
		{"Take the vote away from Catholics.", "Take the votes over to the Catholic school, the count is there."},
		{"Every Sikh ought to wear a badge.", "Every steward ought to wear a badge, and the Sikhs on the door have theirs."},
		{"Catholics deserve a good whipping.", "Catholics deserve a good whipping cream at the fete."},
		{"We're going to make life hell for those Catholics.", "We're going to make lunch for those Catholics."},
		{"Someone ought to starve the Sikhs out.", "Someone ought to invite the Sikhs out for lunch."},
		{"Banks should freeze every Sikh account.", "Banks should freeze every fee, says our Sikh treasurer."},
		{"Leave the Fijians to drown.", "Leave the Fijians to their rehearsal."},
		{"In a just world Catholics would be scrubbing our floors.", "In a just world Catholics would be paid like the rest."},
		{"No Sikh should be allowed near a school.", "No Sikh should be left hungry near a school."},
		{"Mark my words, the Catholics will be driven out.", "Mark my words, the Catholics will be the best fed at the fete."},
		{"Rid this town of Catholics.", "Rid this town of litter, say the Catholics."},
		{"If one more Sikh talks to her he'll be leaving in an ambulance.", "If one more Sikh helps her he'll be leaving with a cake."},
		{"It's high time somebody locked the Catholics up.", "It's high time somebody looked the Catholics up in the parish book."},
		{"The reckoning is coming for the Sikhs.", "The good weather is coming for the Sikhs and their parade."},
		{"We need a ban on Catholics.", "We need a van for Catholics who can't walk to church."},
		{"Grind the Fijians down into fertiliser.", "Grind the coffee for the Fijians."},
		{"Shame if something happened to those Sikhs.", "Shame it rained on those Sikhs."},
		{"Any judge with sense would deport the Catholics.", "Any judge with sense would believe the Catholics."},
		{"One less Fijian in the world.", "One less Fijian song in the set."},
		{"Catholics should suffer.", "Catholics have to suffer in silence."},
	} {
		for text, want := range map[string]bool{c.call: true, c.twin: false} {
			hate := false
			for _, r := range rs.remarks(rs.read("text", text, nil)) {
				hate = hate || r.Kind == hostility.Hate && r.Confidence >= footprint.Possible && (want || r.Violent)
			}
			if hate != want {
				t.Errorf("%q: hate %v, want %v", text, hate, want)
			}
		}
	}
}

// TestOtherSenses holds words that are also slurs, each in both senses.
func TestOtherSenses(t *testing.T) {
	rs := builtin(t)
	for text, want := range map[string]bool{
		"Grandad fried faggots in onion gravy every Thursday.": false,
		"Put those faggots in the oven.":                       true,
		"The dyke was breached and half the fens flooded.":     false,
		"Those filthy dykes should be drowned.":                true,
		"Signed up for Dykes on Bikes, sixty of us!":           false,
	} {
		hate := false
		for _, r := range rs.remarks(rs.read("text", text, nil)) {
			hate = hate || r.Kind == hostility.Hate && r.Confidence >= footprint.Possible
		}
		if hate != want {
			t.Errorf("%q: hate %v, want %v", text, hate, want)
		}
	}
}

// TestHarmToAPerson holds threats to one person and what only sounds like one.
func TestHarmToAPerson(t *testing.T) {
	rs := builtin(t)
	for text, want := range map[string]bool{
		"I'll put you six feet under.":                       true,
		"Someone should string her up.":                      true,
		"I swear I'll knock the shit out of him.":            true,
		"You should be put against a wall.":                  true,
		"I hope someone will stab him.":                      true,
		"My landlord deserves to be beaten to death.":        true,
		"I am going to break your jaw.":                      true,
		"I could have strangled them.":                       true,
		"I'm going to stab that idiot from payroll.":         true,
		"I hope she gets hit by a bus.":                      true,
		"@drsmith needs to be beaten up.":                    true,
		"I will shoot him a message.":                        false,
		"We need to burn him a disc of the scans.":           false,
		"You must hit him with the paperwork first.":         false,
		"He should be beaten at chess by a child.":           false,
		"I hope someone will drop him at the station.":       false,
		"The old boiler deserves to be shot.":                false,
		"I am going to break your record.":                   false,
		"We'll put you six feet away from the window.":       false,
		"Someone should ring her up.":                        false,
		"We'll put him on a drip and keep him in overnight.": false,
		"There's a hole in my sock.":                         false,
		"I'll run you over to the station.":                  false,
		"She told me she would put me six feet under.":       false,
	} {
		threat := false
		for _, r := range rs.remarks(rs.read("text", text, nil)) {
			threat = threat || r.Kind == hostility.Threat && r.Confidence >= footprint.Possible
		}
		if threat != want {
			t.Errorf("%q: threat %v, want %v", text, threat, want)
		}
	}
}

package identify

import "strings"

// farContext is how many tokens away a word may stand that tells where somebody is: on the road, at a border.
const farContext = 14

// setting says how much the words around a value tell of a place: nothing, a little, clearly.
func (s *scan) setting(c *cluster, of map[string]bool) (some, clear bool) {
	var buf [16]byte
	for k := max(0, c.first-farContext); k < min(len(s.toks), c.to[c.n-1]+farContext); k++ {
		if !s.is(k, word) {
			continue
		}
		if w, ok := fold(buf[:], s.str(k)); ok {
			strong, known := of[string(w)]
			some, clear = some || known, clear || strong
		}
	}
	return some, clear
}

// words of settings: true for those that tell of it alone.
var (
	onRoad   = wordSet("wiper wipers windscreen windshield headlight headlights indicators indicating dashcam roundabout overtook overtaking tailgating tailgated driveway reversed reversing bumper hubcap towed towing tyre tyres tire tires honk honked honking parked parking vehicle speeding swerved motorway clamped blocking plates rego numberplate hatchback", "lights lane drive driver drove driving boot crash crashed dent scratched keys garage mechanic toll tolls petrol fuel traffic uber ola cab taxi lorry truck scooter tractor camper gate bay permit bike car van ute bakkie owner owns whoever mirror road fine stolen camera")
	atBorder = wordSet("passport passports visa border embassy consulate immigration booklet hostel vfs carded nationality customs seva", "airport kiosk gate travel abroad expires expiry renewal renewing issued photocopy scan citizen stamped overseas document licence license permit")
)

// wordSet marks the clear words with true.
func wordSet(clear, some string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(some) {
		set[w] = false
	}
	for w := range strings.FieldsSeq(clear) {
		set[w] = true
	}
	return set
}

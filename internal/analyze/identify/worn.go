package identify

import "strings"

// farThing is how many tokens away from its serial number a thing may be named.
const farThing = 24

// worn reports that the serial number is of a thing that one person wears, has inside or carries: such numbers stand in
// registers beside the name.
func (s *scan) worn(c *cluster) bool {
	for k := max(0, c.first-farThing); k < min(len(s.toks), c.to[c.n-1]+farThing); k++ {
		switch strings.ToLower(wordAt(s, k)) {
		case "pacemaker", "pacer", "defibrillator", "icd", "implant", "implants", "implanted", "prosthesis", "pump", "cpap", "bipap", "ventilator", "stent", "valve", "aid", "aids",
			"cochlear", "stimulator", "lens", "iol", "shunt", "cgm", "sensor", "libre", "dexcom", "glucometer", "concentrator", "nebuliser", "nebulizer", "wheelchair", "scooter",
			"holter", "transmitter", "device", "interrogated", "monitor", "handset", "phone", "iphone", "mobile", "laptop", "macbook", "tablet", "ipad", "watch", "airpods", "fitbit", "garmin", "kindle", "stethoscope", "camera", "mesh", "port", "portacath", "expander", "bike", "bicycle", "hip", "knee", "cup", "liner", "joint", "tens", "oximeter", "hearing", "earbuds", "headphones", "playstation", "xbox", "ps5", "drone":
			return true
		}
	}
	return false
}

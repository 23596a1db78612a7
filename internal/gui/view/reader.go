package view

import (
	"slices"

	"footprint/internal/footprint"
)

// Reader is somebody through whose eyes the checklist can be seen.
type Reader string

// Readers lists them, in the order of the menu. Their names are those of the guidance catalogue.
func Readers() []Reader {
	return []Reader{"patients", "colleagues", "employers", "regulator", "public"}
}

// sights says what a reader could see. What an export does not say counts as seen: an anxious guess is the safer
// one. Patients and colleagues may be among the friends, colleagues in the closed groups; a regulator is shown
// what somebody complains about, wherever it stood, unless it was private.
var sights = map[Reader][]footprint.Visibility{
	"patients":   {footprint.VisibilityPublic, footprint.VisibilityFriends, ""},
	"colleagues": {footprint.VisibilityPublic, footprint.VisibilityFriends, footprint.VisibilityClosedGroup, ""},
	"employers":  {footprint.VisibilityPublic, ""},
	"regulator":  {footprint.VisibilityPublic, footprint.VisibilityFriends, footprint.VisibilityClosedGroup, ""},
	"public":     {footprint.VisibilityPublic, ""},
}

// minds is a set of readers, a bit each in the order of Readers.
type minds uint8

func mindsOf(audiences []string) minds {
	var m minds
	for i, r := range Readers() {
		if slices.Contains(audiences, string(r)) {
			m |= 1 << i
		}
	}
	return m
}

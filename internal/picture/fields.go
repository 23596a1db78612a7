package picture

import (
	"strconv"
	"strings"
)

// slot is where a value of a file goes.
type slot int

const (
	slotOwner    slot = iota + 1 // a name: photographer, owner
	slotName                     // a name of somebody else behind the picture: editor, licensor, contributor
	slotPerson                   // a name of somebody shown
	slotSerial                   // a serial number
	slotCaption                  // words about the picture
	slotKeyword                  // words that stand for the picture, and lines of rights and credit
	slotTree                     // a keyword with those above it: "People/Ann"
	slotPlace                    // words for where
	slotContact                  // an address of the creator
	slotMake                     // device
	slotModel                    //
	slotSoftware                 //
	slotTaken                    // when the picture was taken
	slotDated                    // another date, when that is not known
	slotTurned                   // EXIF orientation
)

// fields is the table of what is read, for EXIF, IPTC and XMP by the names that ExifTool knows them by, and for the
// text of PNG and the metadata of QuickTime by their keys; all in lower case. The same name means the same in all.
var fields = byName(map[slot]string{
	slotOwner: `artist author creator ownername cameraownername owner by-line xpauthor cameraowner imagecreatorname copyrightownername
		captionsauthornames com.android.capture.owner albumartist album_artist performer photographer
		©art ©aut ©prf ©prd ©wrt ©dir aart auth perf ownr director producer composer`,
	slotName:   "writer-editor captionwriter contributor publisher licensorname imagesuppliername",
	slotPerson: "personinimage personname people depictedperson",
	slotSerial: `serialnumber bodyserialnumber lensserialnumber cameraserialnumber internalserialnumber camera.identifier cameraidentifier
		bodyid serialno slno lens_serial`,
	slotCaption: `imagedescription usercomment xptitle xpcomment xpsubject caption-abstract caption headline objectname documentname pagename
		specialinstructions instructions title description comment disclaimer warning parameters document notes event nickname logcomment
		alttextaccessibility extdescraccessibility imagehistory information displayname lyrics synopsis annotation
		©nam ©cmt ©des ©inf ©lyr ©st3 desc ldes sdes titl dscp`,
	slotKeyword: `keywords keyword xpkeywords subject copyright copyrightnotice rights usageterms credit source authorsposition by-linetitle
		hostcomputer organisationinimagename organisationinimagecode supplementalcategories category ©key ©cpy ©src keyw cprt kywd`,
	slotTree: "hierarchicalsubject taglist tagslist lastkeywordxmp catalogsets",
	slotPlace: `city sub-location sublocation province-state provincestate state country country-primarylocationname countryname location
		locationname location.name contentlocationname gpsareainformation coverage shotlocation landmark`,
	slotContact: `contact ciemailwork citelwork ciurlwork ciadrextadr ciadrcity ciadrpcode ciadrregion ciadrctry licensoremail licensorurl
		licensortelephone1 licensortelephone2 url`,
	slotMake:     "make manufacturer com.android.manufacturer com.android.make ©mak manu",
	slotModel:    "model modelname com.android.model ©mod modl",
	slotSoftware: "software processingsoftware creatortool originatingprogram encoder ©swr ©too",
	slotTaken:    "datetimeoriginal",
	slotDated:    "createdate datetimedigitized datecreated modifydate datetime creationdate creation\x00time ©day date",
	slotTurned:   "orientation",
})

func byName(names map[slot]string) map[string]slot {
	all := map[string]slot{}
	for s, list := range names {
		for _, name := range strings.Fields(list) {
			all[strings.ReplaceAll(name, "\x00", " ")] = s
		}
	}
	return all
}

// field takes one value by its name and reports whether the table knows it.
func (in *Info) field(name, value string) bool {
	s, known := fields[strings.ToLower(name)]
	if value = clean(value); value == "" {
		return known
	}
	switch s {
	case slotOwner:
		in.named(value)
	case slotName:
		in.Owners = append(in.Owners, value)
	case slotPerson:
		in.Exif.People = append(in.Exif.People, value)
	case slotSerial:
		in.Serials = append(in.Serials, value)
	case slotCaption:
		in.Captions = append(in.Captions, value)
	case slotKeyword:
		in.Keywords = append(in.Keywords, value)
	case slotTree:
		in.tree(value)
	case slotPlace:
		in.Places = append(in.Places, value)
	case slotContact:
		in.Contacts = append(in.Contacts, value)
	case slotMake:
		setFirst(&in.Exif.Make, value)
	case slotModel:
		setFirst(&in.Exif.Model, value)
	case slotSoftware:
		setFirst(&in.Exif.Software, value)
	case slotTaken, slotDated:
		in.taken(value, s == slotTaken)
	case slotTurned:
		if n, err := strconv.Atoi(value); err == nil && in.Orientation == 0 {
			in.Orientation = n
		}
	}
	return known
}

// tree takes a keyword given with those above it; below "People" stands the name of a person.
func (in *Info) tree(value string) {
	in.Keywords = append(in.Keywords, value)
	parts := strings.FieldsFunc(value, func(r rune) bool { return r == '/' || r == '|' })
	if len(parts) > 1 && strings.EqualFold(strings.TrimSpace(parts[0]), "people") {
		in.Exif.People = append(in.Exif.People, strings.TrimSpace(parts[len(parts)-1]))
	}
}

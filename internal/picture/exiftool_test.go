package picture

import (
	"bytes"
	"fmt"
	"image/jpeg"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"footprint/internal/need"
)

// tagged is what ExifTool is asked to write into a picture, in a group of tags, and the word to find again.
type tagged struct{ tag, value string }

// The tags that tell who, where and with what, by the group ExifTool writes them to.
var (
	exifTags = []tagged{
		{"EXIF:Artist", "Ari Exif"}, {"EXIF:ImageDescription", "caption in exif"}, {"EXIF:UserComment", "comment in exif"}, {"EXIF:SerialNumber", "EX-1001"},
		{"EXIF:OwnerName", "Olu Owner"}, {"EXIF:LensSerialNumber", "LN-77"}, {"EXIF:XPAuthor", "Xia Author"}, {"EXIF:XPComment", "comment of windows"}, {"EXIF:XPKeywords", "kestrel"},
		{"EXIF:Make", "Kestrel"}, {"EXIF:Model", "K-12"}, {"EXIF:Software", "Darkroom 3"}, {"EXIF:Copyright", "Cleo Copy"}, {"EXIF:HostComputer", "Robins laptop"},
		{"EXIF:XPTitle", "Übergabe"}, {"EXIF:XPSubject", "subject of windows"}, {"EXIF:PageName", "page of exif"}, {"EXIF:GPSAreaInformation", "area of wards"}, {"EXIF:ImageHistory", "history in exif"},
	}
	iptcTags = []tagged{
		{"IPTC:By-line", "Ina Byline"}, {"IPTC:Caption-Abstract", "caption in iptc"}, {"IPTC:Headline", "headline in iptc"}, {"IPTC:Keywords", "harbour"},
		{"IPTC:City", "Kaitoke"}, {"IPTC:Sub-location", "Ward block"}, {"IPTC:Writer-Editor", "Wim Editor"}, {"IPTC:Contact", "robin@example.org"}, {"IPTC:ObjectName", "object in iptc"},
		{"IPTC:By-lineTitle", "Registrar"}, {"IPTC:Source", "Sora Source"}, {"IPTC:ContentLocationName", "Boatshed"}, {"IPTC:SpecialInstructions", "instruction in iptc"}, {"IPTC:Credit", "Creda Credit"},
	}
	xmpTags = []tagged{
		{"XMP-dc:Creator", "Cara Creator"}, {"XMP-dc:Title", "title in xmp"}, {"XMP-dc:Description", "caption in xmp"}, {"XMP-dc:Subject", "ferry"},
		{"XMP-photoshop:City", "Harbour Town"}, {"XMP-iptcExt:PersonInImage", "Pia Person"}, {"XMP-aux:SerialNumber", "XM-55"}, {"XMP-aux:OwnerName", "Xeno Owner"},
		{"XMP-mwg-rs:RegionName", "Rey Region"}, {"XMP-microsoft:CreatorAppID", ""}, {"XMP-iptcCore:CreatorWorkEmail", "cara@example.org"}, {"XMP-photoshop:CaptionWriter", "Cap Writer"},
		{"XMP-dc:Contributor", "Conny Contrib"}, {"XMP-dc:Rights", "Rita Rights"}, {"XMP-dc:Coverage", "Far Bay"}, {"XMP-iptcExt:PersonInImageName", "Pim Detail"},
		{"XMP-iptcExt:Event", "ward party"}, {"XMP-iptcExt:OrganisationInImageName", "Kestrel Bay Hospital"}, {"XMP-exifEX:LensSerialNumber", "XL-5"}, {"XMP-tiff:Artist", "Tifa Artist"},
		{"XMP-xmpRights:Owner", "Rig Owner"}, {"XMP-lr:HierarchicalSubject", "people|Hera Tree"}, {"XMP-digiKam:TagsList", "People/Dig Tag"}, {"XMP-plus:ImageCreatorName", "Plus Creator"},
		{"XMP-plus:LicensorName", "Lic Ensor"}, {"XMP-acdsee:Caption", "caption of acdsee"}, {"XMP-mediapro:People", "Media Pro"}, {"XMP-iptcCore:ExtDescrAccessibility", "described for others"},
		{"XMP-iptcCore:CreatorAddress", "1 Harbour Street"}, {"XMP-photoshop:Instructions", "instruction in xmp"}, {"XMP-iptcExt:LocationShownSublocation", "Ward 9"},
	}
	pngTags   = []tagged{{"PNG:Author", "Pan Png"}, {"PNG:Description", "caption in png"}, {"PNG:Comment", "comment in png"}, {"PNG:Title", "title in png"}, {"PNG:Artist", "Art Png"}, {"PNG:Copyright", "Copy Png"}, {"PNG:URL", "https://png.example.org"}}
	videoTags = []tagged{{"Keys:Author", "Vid Author"}, {"Keys:Description", "caption of video"}, {"Keys:Make", "Kestrel"}, {"Keys:Model", "K-12"}, {"ItemList:Artist", "Art Ist"},
		{"ItemList:Comment", "comment of video"}, {"UserData:Make", "Kestrel"}, {"XMP-dc:Creator", "Vix Creator"},
		{"Keys:Keywords", "kestrel"}, {"Keys:Director", "Dir Ector"}, {"Keys:CameraIdentifier", "CAM-9"}, {"Keys:Copyright", "Copy Video"}, {"Keys:Information", "told of video"},
		{"ItemList:AlbumArtist", "Alb Artist"}, {"ItemList:LongDescription", "long caption of video"}, {"ItemList:Owner", "Item Owner"}, {"ItemList:Keyword", "harbour"},
		{"UserData:Author", "User Author"}, {"UserData:Title", "title of video"}, {"UserData:SerialNumber", "VS-1"}, {"UserData:LensSerialNumber", "VL-2"}, {"UserData:Copyright", "User Copy"}}
)

// writePictures makes a picture in every format that this machine can write.
func writePictures(t *testing.T, dir string) map[string][]tagged {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, noisy(64, 48), nil); err != nil {
		t.Fatal(err)
	}
	source := filepath.Join(dir, "source.jpg")
	if err := os.WriteFile(source, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	all := map[string][]tagged{"a.jpg": slices.Concat(exifTags, iptcTags, xmpTags)}
	if err := os.WriteFile(filepath.Join(dir, "a.jpg"), b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, tags := range map[string][]tagged{
		"a.png": slices.Concat(pngTags, exifTags, xmpTags), "a.webp": slices.Concat(exifTags, xmpTags), "a.tif": slices.Concat(exifTags, iptcTags, xmpTags), "a.gif": xmpTags,
		"lossless.webp": slices.Concat(exifTags, xmpTags),
	} {
		if out, err := exec.Command("convert", source, "-define", "webp:lossless="+strconv.FormatBool(name != "a.webp"), filepath.Join(dir, name)).CombinedOutput(); err == nil {
			all[name] = tags
		} else {
			t.Logf("%s is not made: %s", name, out)
		}
	}
	for name, from := range map[string]string{"a.heic": "gps.heic", "a.avif": "gps.avif"} {
		if data, err := os.ReadFile(need.Sample(t, "images", from)); err == nil && os.WriteFile(filepath.Join(dir, name), data, 0o600) == nil {
			all[name] = slices.Concat(exifTags, xmpTags)
		}
	}
	for _, name := range []string{"a.mp4", "a.mov"} {
		brand := map[string]string{"a.mp4": "isom", "a.mov": "qt  "}[name]
		if err := os.WriteFile(filepath.Join(dir, name), emptyMovie(brand), 0o600); err != nil {
			t.Fatal(err)
		}
		all[name] = videoTags
	}
	return all
}

// emptyMovie is the shortest file that ExifTool writes tags into.
func emptyMovie(brand string) []byte {
	box := func(kind string, body ...[]byte) []byte {
		all := bytes.Join(body, nil)
		n := len(all) + 8
		return append([]byte{byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n), kind[0], kind[1], kind[2], kind[3]}, all...)
	}
	return bytes.Join([][]byte{box("ftyp", []byte(brand+"\x00\x00\x02\x00"+brand)), box("moov", box("mvhd", make([]byte, 100))), box("mdat", make([]byte, 16))}, nil)
}

func TestInspectFindsWhatExifToolWrites(t *testing.T) {
	need.Tools(t, "exiftool")
	dir := t.TempDir()
	for name, tags := range writePictures(t, dir) {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(dir, name)
			video := strings.HasPrefix(filepath.Ext(name), ".m")
			args := []string{"-q", "-q", "-m", "-overwrite_original"}
			switch {
			case video:
				args = append(args, "-Keys:GPSCoordinates=-36.8606, 174.7701, 10")
			case name == "a.gif":
				args = append(args, "-XMP:GPSLatitude=-36.8606", "-XMP:GPSLongitude=174.7701")
			default:
				args = append(args, "-EXIF:GPSLatitude=36.8606", "-EXIF:GPSLatitudeRef=S", "-EXIF:GPSLongitude=174.7701", "-EXIF:GPSLongitudeRef=E", "-EXIF:GPSImgDirection=123", "-EXIF:GPSImgDirectionRef=T")
			}
			for _, x := range tags {
				if x.value != "" {
					args = append(args, "-"+x.tag+"="+x.value)
				}
			}
			if out, err := exec.Command("exiftool", append(args, file)...).CombinedOutput(); err != nil {
				need.That(t, false, fmt.Sprintf("an exiftool that writes this format: %s", out))
			}
			in, err := inspectFile(t, file)
			if err != nil {
				t.Error(err)
			}
			words := strings.Join(slices.Concat(in.Captions, in.Keywords, in.Places, in.Contacts, in.Exif.People, in.Serials, in.Owners,
				[]string{in.Exif.Owner, in.Exif.Make, in.Exif.Model, in.Exif.Software}), "\n")
			if !in.Exif.HasPlace() || math.Abs(*in.Exif.Lat+36.8606) > 1e-3 || math.Abs(*in.Exif.Lon-174.7701) > 1e-3 {
				t.Errorf("position %v %v", deref(in.Exif.Lat), deref(in.Exif.Lon))
			}
			// ExifTool says itself what it wrote: not every format takes every tag.
			back, err := exec.Command("exiftool", "-q", "-q", "-a", "-G1", file).Output()
			if err != nil {
				t.Fatal(err)
			}
			for _, x := range tags {
				if x.value != "" && strings.Contains(string(back), x.value) && !strings.Contains(words, x.value) {
					t.Errorf("%s: %q not found", x.tag, x.value)
				}
			}
		})
	}
}

// An independent reader must find nothing in a stripped copy but what describes the file itself.
func TestExifToolFindsNothingInStrippedCopies(t *testing.T) {
	need.Tools(t, "exiftool")
	for _, name := range []string{"gps_iptc.jpg", "owner.jpg", "faces.jpg", "exif_description.png", "gps_xmp.webp", "comment.gif", "orientation6.jpg"} {
		b, err := os.ReadFile(need.Sample(t, "images", name))
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		ext, err := Strip(&out, bytes.NewReader(b), int64(len(b)), nil)
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(t.TempDir(), "copy."+ext)
		if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		said, err := exec.Command("exiftool", "-a", "-G0", "-s", "--File:all", "--System:all", "--Composite:all", "--ExifTool:all", "--JFIF:all", file).Output()
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(strings.TrimSpace(string(said)), "\n") {
			if line != "" && !strings.HasPrefix(line, "[PNG]") {
				t.Errorf("%s: the copy says %s", name, line)
			}
		}
		if strings.Contains(string(said), "Description") || strings.Contains(string(said), "Comment") {
			t.Errorf("%s: the copy says\n%s", name, said)
		}
	}
}

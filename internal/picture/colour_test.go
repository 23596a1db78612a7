package picture

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"footprint/internal/need"
)

// profile writes an ICC profile of matrix and curve.
func profile(primary [3][3]float64, curve []byte) []byte {
	number := func(v float64) []byte { return binary.BigEndian.AppendUint32(nil, uint32(int32(v*65536))) }
	xyz := func(v [3]float64) []byte {
		return bytes.Join([][]byte{[]byte("XYZ \x00\x00\x00\x00"), number(v[0]), number(v[1]), number(v[2])}, nil)
	}
	desc := append([]byte("desc\x00\x00\x00\x00\x00\x00\x00\x08a table\x00"), make([]byte, 78)...)
	tags := []struct {
		name string
		data []byte
	}{{"desc", desc}, {"cprt", []byte("text\x00\x00\x00\x00x\x00\x00\x00")}, {"wtpt", xyz([3]float64{0.9642, 1, 0.8249})},
		{"rXYZ", xyz(primary[0])}, {"gXYZ", xyz(primary[1])}, {"bXYZ", xyz(primary[2])}, {"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve}}
	var table, data []byte
	for _, tag := range tags {
		table = append(table, tag.name...)
		table = binary.BigEndian.AppendUint32(table, uint32(132+12*len(tags)+len(data)))
		table = binary.BigEndian.AppendUint32(table, uint32(len(tag.data)))
		data = append(append(data, tag.data...), make([]byte, -len(tag.data)&3)...)
	}
	head := make([]byte, 128)
	binary.BigEndian.PutUint32(head, uint32(132+len(table)+len(data)))
	copy(head[8:], "\x02\x40\x00\x00mntrRGB XYZ ")
	copy(head[36:], "acsp")
	copy(head[68:], bytes.Join([][]byte{number(0.9642), number(1), number(0.8249)}, nil))
	return bytes.Join([][]byte{head, binary.BigEndian.AppendUint32(nil, uint32(len(tags))), table, data}, nil)
}

// power is a curve of one power.
func power(p float64) []byte {
	return binary.BigEndian.AppendUint16([]byte("curv\x00\x00\x00\x00\x00\x00\x00\x01"), uint16(p*256))
}

// The primary colours of Display P3, Adobe RGB and sRGB under D50.
var (
	displayP3 = [3][3]float64{{0.51512, 0.24120, -0.00105}, {0.29198, 0.69225, 0.04189}, {0.15710, 0.06657, 0.78407}}
	adobe     = [3][3]float64{{0.60974, 0.31111, 0.01947}, {0.20528, 0.62567, 0.06087}, {0.14919, 0.06322, 0.74457}}
	sRGB      = [3][3]float64{{0.43607, 0.22249, 0.01392}, {0.38515, 0.71687, 0.09708}, {0.14307, 0.06061, 0.71410}}
)

// patches are squares of many colours, large enough that JPEG keeps their middles.
func patches() *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, 8*16, 8*16))
	for y := range 8 * 16 {
		for x := range 8 * 16 {
			i, j := x/16, y/16
			img.SetNRGBA(x, y, color.NRGBA{uint8(30 * i), uint8(255 - 32*j), uint8(20 + (i*j*5)%200), 255})
		}
	}
	return img
}

// ImageMagick converts by the same profiles with Little CMS: the copies must look the same.
func TestStrippedCopiesKeepTheirColours(t *testing.T) {
	need.Tools(t, "exiftool", "convert")
	dir := t.TempDir()
	put := func(name string, b []byte) string {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, b, 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	target := put("srgb.icc", profile(sRGB, power(2.2)))
	var plain bytes.Buffer
	if err := png.Encode(&plain, patches()); err != nil {
		t.Fatal(err)
	}
	source := put("plain.png", plain.Bytes())
	for name, icc := range map[string][]byte{"p3": profile(displayP3, power(2.2)), "adobe": profile(adobe, power(563.0/256))} {
		profileFile := put(name+".icc", icc)
		for _, ext := range []string{"png", "jpg", "tif", "webp"} {
			t.Run(name+" "+ext, func(t *testing.T) {
				file := filepath.Join(dir, name+"."+ext)
				if out, err := exec.Command("convert", source, "-profile", profileFile, "-quality", "97", file).CombinedOutput(); err != nil {
					need.That(t, false, fmt.Sprintf("a convert that writes %s: %s", ext, out))
				}
				want := filepath.Join(dir, name+"-"+ext+"-want.png")
				if out, err := exec.Command("convert", file, "-intent", "relative", "-profile", target, "-strip", want).CombinedOutput(); err != nil {
					t.Fatalf("%s", out)
				}
				b, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				var copied bytes.Buffer
				if _, err := Strip(&copied, bytes.NewReader(b), int64(len(b)), nil); err != nil {
					t.Fatal(err)
				}
				if bytes.Contains(copied.Bytes(), []byte("ICC")) {
					t.Error("the copy holds a profile")
				}
				compareColours(t, copied.Bytes(), want)
			})
		}
	}
}

// compareColours looks at the middles of the patches.
func compareColours(t *testing.T, copied []byte, want string) {
	t.Helper()
	got, err := Decode(bytes.NewReader(copied), 0)
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(want)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	other, err := Decode(f, 0)
	if err != nil {
		t.Fatal(err)
	}
	plain, far, changed := patches(), 0, 0
	for y := 8; y < 128; y += 16 {
		for x := 8; x < 128; x += 16 {
			a, b, c := got.NRGBAAt(x, y), other.NRGBAAt(x, y), plain.NRGBAAt(x, y)
			for _, d := range []int{int(a.R) - int(b.R), int(a.G) - int(b.G), int(a.B) - int(b.B)} {
				if abs(d) > 8 {
					far++
				}
			}
			if abs(int(a.R)-int(c.R)) > 8 || abs(int(a.G)-int(c.G)) > 8 {
				changed++
			}
		}
	}
	if far > 2 || changed < 10 {
		t.Errorf("%d values of 192 differ from those of ImageMagick; %d of 64 patches were converted", far, changed)
	}
}

func TestProfilesOfSRGBAndDamagedOnes(t *testing.T) {
	if c := parseProfile(profile(sRGB, power(2.2))); c == nil || !c.isSRGB() {
		t.Error("sRGB is not known as such")
	}
	if c := parseProfile(profile(displayP3, power(2.2))); c == nil || c.isSRGB() {
		t.Error("Display P3 passes for sRGB")
	}
	whole := profile(displayP3, power(2.2))
	for cut := range whole {
		parseProfile(whole[:cut]) // must not panic
	}
}

func FuzzProfile(f *testing.F) {
	f.Add(profile(displayP3, power(2.2)))
	f.Add(profile(adobe, []byte("para\x00\x00\x00\x00\x00\x03\x00\x00\x00\x02\x66\x66\x00\x00\xf2\xa7\x00\x00\x0d\x59\x00\x00\x13\xd0\x00\x00\x0a\x5b")))
	f.Fuzz(func(t *testing.T, b []byte) {
		if c := parseProfile(b); c != nil && !c.isSRGB() {
			c.convert(image.NewNRGBA(image.Rect(0, 0, 3, 3)))
		}
	})
}

// An independent reader must find nothing in a copy of a picture that says everything in every way.
func TestExifToolFindsNothingInCopiesOfFullPictures(t *testing.T) {
	need.Tools(t, "exiftool")
	dir := t.TempDir()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, patches(), nil); err != nil {
		t.Fatal(err)
	}
	file, icc := filepath.Join(dir, "full.jpg"), filepath.Join(dir, "p3.icc")
	for name, data := range map[string][]byte{file: b.Bytes(), icc: profile(displayP3, power(2.2))} {
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	args := []string{"-q", "-q", "-m", "-overwrite_original", "-ICC_Profile<=" + icc, "-EXIF:GPSLatitude=36.8", "-EXIF:GPSLongitude=174.7", "-Comment=a comment"}
	for _, list := range [][]tagged{exifTags, iptcTags, xmpTags} {
		for _, x := range list {
			if x.value != "" {
				args = append(args, "-"+x.tag+"="+x.value)
			}
		}
	}
	if out, err := exec.Command("exiftool", append(args, file)...).CombinedOutput(); err != nil {
		t.Fatalf("%s", out)
	}
	full, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var copied bytes.Buffer
	if _, err := Strip(&copied, bytes.NewReader(full), int64(len(full)), nil); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, copied.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	said, err := exec.Command("exiftool", "-a", "-G0", "-s", "--File:all", "--System:all", "--Composite:all", "--ExifTool:all", "--JFIF:all", file).Output()
	if err != nil || strings.TrimSpace(string(said)) != "" {
		t.Errorf("the copy says %s, %v", said, err)
	}
}

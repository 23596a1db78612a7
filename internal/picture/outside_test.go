package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"footprint/internal/footprint"
	"footprint/internal/need"
)

// A picture in HEIC or AVIF looks like the same picture in another format.
func TestPicturesThatAProgramDecodes(t *testing.T) {
	for _, format := range []string{"heic", "avif"} {
		t.Run(format, func(t *testing.T) {
			b, err := os.ReadFile(need.Sample(t, "images", "gps."+format))
			if err != nil {
				t.Fatal(err)
			}
			info, err := Inspect(bytes.NewReader(b), int64(len(b)))
			if err != nil {
				t.Fatal(err)
			}
			s, err := See(bytes.NewReader(b), &info)
			if program, _ := OutsideDecoder(format); program == "" {
				if !errors.Is(err, ErrNoDecoder) {
					t.Fatalf("without a program: %v", err)
				}
				need.That(t, false, "a program that decodes "+format)
			}
			if err != nil {
				t.Fatal(err)
			}
			other := filepath.Join(t.TempDir(), "other.png")
			if out, err := exec.Command("convert", need.Sample(t, "images", "gps."+format)+"[0]", other).CombinedOutput(); err != nil {
				need.That(t, false, fmt.Sprintf("a convert that reads %s: %s", format, out))
			}
			f, err := os.Open(other)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			img, err := png.Decode(f)
			if err != nil {
				t.Fatal(err)
			}
			if want := img.Bounds(); (want.Dx() > want.Dy()) != (s.Thumbnail.Bounds().Dx() > s.Thumbnail.Bounds().Dy()) {
				t.Errorf("the thumbnail is %v, the picture %v", s.Thumbnail.Bounds(), want)
			}
		})
	}
}

func TestDamagedPicturesOfAProgram(t *testing.T) {
	b, err := os.ReadFile(need.Sample(t, "images", "gps.heic"))
	if err != nil {
		t.Fatal(err)
	}
	program, _ := OutsideDecoder("heic")
	need.That(t, program != "", "a program that decodes heic")
	for i := len(b) / 2; i < len(b); i += 7 {
		b[i] ^= 0x5a
	}
	if _, err := Decode(bytes.NewReader(b[:len(b)*2/3]), 0); !errors.Is(err, footprint.ErrDamaged) {
		t.Errorf("damaged pixels: %v", err)
	}
}

// The number of pixels is bounded before a program sees the file.
func TestHugeHEICIsRefused(t *testing.T) {
	b, err := os.ReadFile(need.Sample(t, "images", "gps.heic"))
	if err != nil {
		t.Fatal(err)
	}
	program, _ := OutsideDecoder("heic")
	need.That(t, program != "", "a program that decodes heic")
	for at := 0; ; { // ispe boxes: version, width, height
		i := bytes.Index(b[at:], []byte("ispe"))
		if i < 0 {
			break
		}
		at += i + 8
		copy(b[at:], "\x00\x00\xea\x60\x00\x00\xea\x60")
	}
	if _, err := Decode(bytes.NewReader(b), 0); !errors.Is(err, footprint.ErrTooLarge) {
		t.Errorf("60,000 x 60,000 pixels: %v", err)
	}
}

package audit

import (
	"bytes"
	"compress/zlib"
	"context"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/jpeg"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// anything is a platform for tests: every file of a folder is a photo or video by its name.
var anything = ingest.Platform{
	ID: "anything", Name: "Anything",
	Recognize: func(a *ingest.Archive) []ingest.Found {
		return []ingest.Found{{Root: ".", Layout: "test", Format: "files"}}
	},
	Read: func(ctx context.Context, x *ingest.Export) iter.Seq2[footprint.Item, error] {
		return func(yield func(footprint.Item, error) bool) {
			for _, name := range x.Files() {
				kind := ingest.MediaType(name)
				if kind == "" {
					kind = footprint.MediaPhoto
				}
				it := footprint.Item{Kind: footprint.Kind(kind), Author: footprint.AuthorSelf, NativeID: name,
					Media: []footprint.Media{{Path: x.Path(name), Type: kind}}, Origin: footprint.Origin{File: x.Path(name)}}
				if !yield(it, ctx.Err()) {
					return
				}
			}
		}
	},
}

func pngChunk(kind string, body []byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	b = append(append(b, kind...), body...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}

// packedZeros is a stream of megabytes of zeros, of which only two are ever compressed: each after the first looks like the
// second. Nobody who reads it to its end finds the check sum right.
func packedZeros(t *testing.T, megabytes int) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	megabyte := make([]byte, 1<<20)
	ends := make([]int, 2)
	for i := range ends {
		if _, err := z.Write(megabyte); err != nil {
			t.Fatal(err)
		}
		if err := z.Flush(); err != nil {
			t.Fatal(err)
		}
		ends[i] = b.Len()
	}
	again := bytes.Clone(b.Bytes()[ends[0]:ends[1]])
	b.Write(bytes.Repeat(again, megabytes-len(ends)))
	b.Write([]byte{1, 0, 0, 0xff, 0xff, 0, 0, 0, 0}) // an empty last block, and a sum
	return b.Bytes()
}

// hugePNG claims 60,000 x 60,000 pixels; its rows, all zeros, are packed a thousandfold.
func hugePNG(t *testing.T) []byte {
	packed := packedZeros(t, 64)
	head := []byte{0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60, 8, 6, 0, 0, 0}
	return bytes.Join([][]byte{[]byte("\x89PNG\r\n\x1a\n"), pngChunk("IHDR", head), pngChunk("IDAT", packed), pngChunk("IEND", nil)}, nil)
}

// textBomb is a small picture whose comment unpacks to a gigabyte.
func textBomb(t *testing.T) []byte {
	packed := packedZeros(t, 1<<10)
	img := sheet(3, 40, 30)
	return bytes.Join([][]byte{img[:33], pngChunk("zTXt", append([]byte("Comment\x00\x00"), packed...)), img[33:]}, nil)
}

// hugeJPEG is a small JPEG whose frame claims 60,000 x 60,000 pixels.
func hugeJPEG(t *testing.T) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 64, 64)), nil); err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(b.Bytes(), []byte{0xff, 0xc0})
	binary.BigEndian.PutUint16(b.Bytes()[at+5:], 60000)
	binary.BigEndian.PutUint16(b.Bytes()[at+7:], 60000)
	return b.Bytes()
}

// hugeWebP claims 16,383 x 16,383 pixels, the most the format can.
func hugeWebP() []byte {
	body := append([]byte("WEBPVP8L"), 5, 0, 0, 0, 0x2f, 0xff, 0xff, 0xff, 0x0f)
	return append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(body)+1)), append(body, 0)...)
}

// sparseVideo is a video of 4 GB, nearly all of it a hole, with its metadata behind the pictures.
func sparseVideo(t *testing.T, file string) {
	t.Helper()
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	const media = 4 << 30
	head := append(videoBox("ftyp", []byte("qt  \x00\x00\x02\x00qt  ")), 0, 0, 0, 1, 'm', 'd', 'a', 't')
	head = binary.BigEndian.AppendUint64(head, media)
	text := []byte("-36.8606+174.7701/")
	xyz := append(binary.BigEndian.AppendUint16(nil, uint16(len(text))), 0x15, 0xc7)
	moov := videoBox("moov", videoBox("udta", videoBox("\xa9xyz", append(xyz, text...))))
	if _, err := f.WriteAt(head, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteAt(moov, int64(len(head)-16)+media); err != nil {
		t.Fatal(err)
	}
}

// videoBox is a box of a video file.
func videoBox(kind string, body []byte) []byte {
	return append(append(binary.BigEndian.AppendUint32(nil, uint32(len(body)+8)), kind...), body...)
}

func TestHostileFilesAreToldAndCostLittle(t *testing.T) {
	f := newFixture(t)
	f.Close()
	a, err := Open(t.Context(), Options{Path: filepath.Join(t.TempDir(), "a.db"), Platforms: []ingest.Platform{anything}, Rules: rules(t)})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	if err := a.GiveConsent(t.Context()); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	good := sheet(3, 160, 120)
	for name, b := range map[string][]byte{
		"good.png": good, "cut.png": good[:len(good)/2], "huge.png": hugePNG(t), "huge.jpg": hugeJPEG(t), "huge.webp": hugeWebP(), "text.png": textBomb(t),
		"drawing.jpg": []byte("<svg xmlns='http://www.w3.org/2000/svg'/>"), "tool.jpg": []byte("MZ\x90\x00 a program by another name"), "empty.jpg": nil,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	sparseVideo(t, filepath.Join(dir, "long.mov"))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	result, err := a.Import(t.Context(), []string{dir}, nil)
	if err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	if used := (after.TotalAlloc - before.TotalAlloc) >> 20; used > 300 {
		t.Errorf("%d MB were allocated", used)
	}
	told := map[string]string{}
	for _, x := range result.Sources[0].Ledger.Failed {
		told[x.File] = x.Error
	}
	for name, want := range map[string]string{
		"cut.png": "damaged", "huge.png": "60000 x 60000 pixels", "huge.jpg": "60000 x 60000 pixels", "huge.webp": "16384 x 16384 pixels",
		"drawing.jpg": "no picture", "tool.jpg": "no picture", "empty.jpg": "no picture",
	} {
		if !strings.Contains(told[name], want) {
			t.Errorf("%s: the ledger says %q, want %q", name, told[name], want)
		}
		delete(told, name)
	}
	if len(told) > 0 {
		t.Errorf("also told: %v", told)
	}
	places := 0
	for it, err := range a.Items(t.Context(), ItemFilter{}) {
		if err != nil {
			t.Fatal(err)
		}
		if it.Exif.HasPlace() {
			places++
		}
	}
	if places != 1 || result.Added != 10 {
		t.Errorf("%d places, %d items; want that of the video, and 10", places, result.Added)
	}
}

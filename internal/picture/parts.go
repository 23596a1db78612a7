package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"encoding/hex"
	"io"
	"strings"
)

// parts are the blocks of metadata of a still picture that are read beside what imagemeta reads.
type parts struct {
	exif  []byte // a TIFF structure
	loose bool   // exif lies where imagemeta does not look
	xmp   [][]byte
	text  []pair
}

// pair is a text with its key; "" for a comment.
type pair struct{ key, value string }

func partsOf(format string, b []byte) (p parts) {
	switch format {
	case "jpeg":
		p.jpeg(b)
	case "png":
		p.png(b)
	case "gif":
		p.gif(b)
	case "webp":
		p.webp(b)
	case "tiff":
		p.exif = b
	case "heic", "avif":
		p.exif = embedded(b)
	}
	return p
}

// text takes a text of a file: one whose key is known, or a comment.
func (in *Info) text(p pair) {
	if p.key == "" {
		in.Captions = append(in.Captions, clean(p.value))
		return
	}
	in.field(p.key, p.value)
}

const (
	exifMark     = "Exif\x00\x00"
	extendedMark = "http://ns.adobe.com/xmp/extension/\x00"
)

// jpeg finds comments, the EXIF block, and XMP that is too long for one segment (XMP specification, part 3, 1.1.3.1).
func (p *parts) jpeg(b []byte) {
	var long []byte
	for i := 2; i+4 <= len(b) && b[i] == 0xff; {
		marker, n := b[i+1], int(binary.BigEndian.Uint16(b[i+2:]))
		if marker == 0xda || n < 2 || i+2+n > len(b) {
			break
		}
		body := b[i+4 : i+2+n]
		switch {
		case marker == 0xfe:
			p.text = append(p.text, pair{"", string(body)})
		case marker == 0xe1 && p.exif == nil && bytes.HasPrefix(body, []byte(exifMark)):
			p.exif = body[len(exifMark):]
		case marker == 0xe1 && bytes.HasPrefix(body, []byte(extendedMark)) && len(body) > len(extendedMark)+40:
			long = placed(long, body[len(extendedMark)+32:])
		}
		i += 2 + n
	}
	if long != nil {
		p.xmp = append(p.xmp, long)
	}
}

// placed puts a piece of extended XMP, which begins with the length of the whole and where it belongs, into the whole.
func placed(whole, piece []byte) []byte {
	length, at, piece := int(binary.BigEndian.Uint32(piece)), int(binary.BigEndian.Uint32(piece[4:])), piece[8:]
	if length > maxXMP || at+len(piece) > length {
		return whole
	}
	if whole == nil {
		whole = make([]byte, length)
	}
	if at+len(piece) <= len(whole) {
		copy(whole[at:], piece)
	}
	return whole
}

// webp walks the chunks of a RIFF file, whatever its header says is there.
func (p *parts) webp(b []byte) {
	for i := 12; i+8 <= len(b); {
		n := int(binary.LittleEndian.Uint32(b[i+4:]))
		if n < 0 || n > len(b)-i-8 {
			return
		}
		body := b[i+8 : i+8+n]
		switch string(b[i : i+4]) {
		case "EXIF":
			p.exif = bytes.TrimPrefix(body, []byte(exifMark)) // which some writers leave there
		case "XMP ":
			p.xmp = append(p.xmp, body)
		}
		i += 8 + n + n&1
	}
}

// gif reads comment extensions and an XMP application block, which ends at its own closing tag.
func (p *parts) gif(b []byte) {
	for i := 0; i+2 < len(b); i++ {
		switch {
		case b[i] != 0x21:
		case b[i+1] == 0xff:
			if start := bytes.Index(b[i:min(len(b), i+32)], []byte("XMP DataXMP")); start >= 0 {
				p.xmp = append(p.xmp, b[i+start+11:min(len(b), i+1<<20)])
			}
		case b[i+1] == 0xfe:
			var text []byte
			j := i + 2
			for j < len(b) && b[j] != 0 && j+1+int(b[j]) <= len(b) && len(text) < maxText {
				text = append(text, b[j+1:j+1+int(b[j])]...)
				j += 1 + int(b[j])
			}
			if s := clean(string(text)); mostlyPrintable(s) {
				p.text = append(p.text, pair{"", s})
			}
		}
	}
}

// png reads tEXt, zTXt, iTXt and eXIf chunks.
func (p *parts) png(b []byte) {
	for i := 8; i+12 <= len(b); {
		n := int(binary.BigEndian.Uint32(b[i:]))
		if n < 0 || i+12+n > len(b) {
			return
		}
		body := b[i+8 : i+8+n]
		key, rest, keyed := bytes.Cut(body, []byte{0})
		switch kind := string(b[i+4 : i+8]); {
		case kind == "eXIf":
			p.exif, p.loose = bytes.TrimPrefix(body, []byte(exifMark)), false
		case !keyed:
		case kind == "tEXt":
			p.pngText(string(key), string(rest))
		case kind == "zTXt" && len(rest) > 1:
			p.pngText(string(key), string(unpacked(rest[1:])))
		case kind == "iTXt" && len(rest) > 2:
			words := bytes.SplitN(rest[2:], []byte{0}, 3) // language, key in that language, text
			if len(words) < 3 {
				break
			}
			if rest[0] == 1 {
				words[2] = unpacked(words[2])
			}
			p.pngText(string(key), string(words[2]))
		}
		i += 12 + n
	}
}

// pngText takes a text by its key: an XMP packet, a profile as ImageMagick writes it, or words.
func (p *parts) pngText(key, text string) {
	switch {
	case key == "XML:com.adobe.xmp":
		p.xmp = append(p.xmp, []byte(text))
	case strings.HasPrefix(key, "Raw profile type "):
		p.profile(strings.TrimPrefix(key, "Raw profile type "), text)
	default:
		p.text = append(p.text, pair{key, text})
	}
}

// profile takes metadata written as hexadecimal digits after a name and a length.
func (p *parts) profile(kind, text string) {
	lines := strings.SplitN(strings.TrimLeft(text, "\n"), "\n", 3)
	if len(lines) < 3 {
		return
	}
	b, _ := hex.DecodeString(strings.Join(strings.Fields(lines[2]), "")) // what comes before a wrong digit
	switch {
	case kind == "xmp":
		p.xmp = append(p.xmp, b)
	case (kind == "exif" || kind == "APP1") && p.exif == nil && bytes.HasPrefix(b, []byte(exifMark)):
		p.exif, p.loose = b[len(exifMark):], true
	case kind == "APP1":
		if at := bytes.Index(b, []byte("<x:xmpmeta")); at >= 0 {
			p.xmp = append(p.xmp, b[at:])
		}
	}
}

// unpacked inflates what a chunk holds, within the bounds of an XMP packet.
func unpacked(b []byte) []byte {
	z, err := zlib.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil
	}
	text, _ := io.ReadAll(io.LimitReader(z, maxXMP)) // what could be unpacked is read
	return text
}

// embedded finds the EXIF block of a file whose boxes imagemeta reads: for what only the block tells. Some writers put
// a mark before it; nearly all begin with the first directory right after the header.
func embedded(b []byte) []byte {
	for _, mark := range []string{exifMark + "II*\x00", exifMark + "MM\x00*", "II*\x00\x08\x00\x00\x00", "MM\x00*\x00\x00\x00\x08"} {
		if at := bytes.Index(b, []byte(mark)); at >= 0 {
			return bytes.TrimPrefix(b[at:], []byte(exifMark))
		}
	}
	return nil
}

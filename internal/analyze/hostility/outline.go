package hostility

// outline tells words apart at a glance: of two words that differ, few have the same one.
type outline uint16

const outlineBits = 14

func outlineOf(w string) outline {
	n := len(w)
	if n == 0 {
		return 0
	}
	letters := uint32(w[0]) | uint32(w[n/2])<<8 | uint32(w[n-1])<<16 | uint32(n)<<24
	return outline(letters * 0x9E3779B1 >> (32 - outlineBits))
}

// outline is that of the form of token i.
func (r *Reader) outline(i int) outline {
	if i < 0 || i >= len(r.outlines) {
		return 0
	}
	return r.outlines[i]
}

// outlines are those of many words.
type outlines [1 << outlineBits / 64]uint64

func (s *outlines) add(w string) { o := outlineOf(w); s[o/64] |= 1 << (o % 64) }

// may reports false of words that were not added only, and of most of these.
func (s *outlines) may(o outline) bool { return s[o/64]&(1<<(o%64)) != 0 }

// fewOutlines are those of some words.
type fewOutlines [4]uint64

func (s *fewOutlines) add(w string) { o := outlineOf(w); s[o/64%4] |= 1 << (o % 64) }

// may is as that of outlines.
func (s *fewOutlines) may(o outline) bool { return s[o/64%4]&(1<<(o%64)) != 0 }

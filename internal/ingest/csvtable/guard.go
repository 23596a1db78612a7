package csvtable

import (
	"io"

	"footprint/internal/footprint"
)

// guard refuses to hand out more than the bytes left for the present row.
type guard struct {
	r    io.Reader
	left int
}

func (g *guard) Read(p []byte) (int, error) {
	if g.left <= 0 {
		return 0, footprint.ErrTooLarge
	}
	n, err := g.r.Read(p)
	g.left -= n
	return n, err
}

// unslash writes \" as "" and leaves other backslashes alone.
type unslash struct {
	r     io.Reader
	slash bool // the last byte read was a backslash not yet handed out
	out   []byte
	buf   [4096]byte
}

func (u *unslash) Read(p []byte) (int, error) {
	for len(u.out) == 0 {
		n, err := u.r.Read(u.buf[:])
		u.out = u.out[:0]
		for _, b := range u.buf[:n] {
			switch {
			case u.slash && b == '"':
				u.out = append(u.out, '"', '"')
				u.slash = false
				continue
			case u.slash:
				u.out = append(u.out, '\\')
				u.slash = false
			}
			if b == '\\' {
				u.slash = true
				continue
			}
			u.out = append(u.out, b)
		}
		if err != nil {
			if u.slash {
				u.out, u.slash = append(u.out, '\\'), false
			}
			if len(u.out) == 0 {
				return 0, err
			}
			break
		}
	}
	n := copy(p, u.out)
	u.out = u.out[n:]
	return n, nil
}

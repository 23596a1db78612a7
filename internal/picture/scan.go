package picture

// jpegScan is one pass over the picture: some components, and in progressive files some bits of their
// coefficients.
type jpegScan struct {
	bitReader
	*jpegEighth
	parts        []int
	dc, ac       []*huffman
	before       []int32 // last DC value of each component
	shift        int
	refine, over bool // refine: one more bit of the DC values; over: AC coefficients follow
}

// scan reads the DC values of a scan, or steps over one that holds none.
func (d *jpegEighth) scan(b []byte) error {
	if len(d.parts) == 0 || len(b) < 1 {
		return damagedPixels("scan")
	}
	n := int(b[0])
	if n < 1 || n > len(d.parts) || len(b) < 1+2*n+3 {
		return damagedPixels("scan")
	}
	start, bitsOf := b[1+2*n], b[1+2*n+2]
	if d.progressive && start > 0 {
		return nil // AC coefficients only; segment steps over them
	}
	s := jpegScan{jpegEighth: d, before: make([]int32, n), over: !d.progressive}
	s.bitReader = bitReader{b: d.data, at: d.at}
	if d.progressive {
		s.shift, s.refine = int(bitsOf&15), bitsOf>>4 > 0
	}
	for i := range n {
		at := -1
		for j := range d.parts {
			if d.parts[j].id == int(b[1+2*i]) {
				at = j
			}
		}
		tables := b[2+2*i]
		if at < 0 || tables>>4 > 3 || tables&15 > 3 || s.shift > 13 {
			return damagedPixels("scan")
		}
		s.parts = append(s.parts, at)
		dc, ac := d.dc[tables>>4], d.ac[tables&15]
		if dc == nil && !s.refine || ac == nil && s.over {
			return damagedPixels("codes")
		}
		s.dc, s.ac = append(s.dc, dc), append(s.ac, ac)
		d.parts[at].seen = true
	}
	if !s.read() {
		return damagedPixels("codes")
	}
	d.at, d.scanned = s.bitReader.at, true
	return nil
}

// read goes over the units of the scan: MCUs of several components, or the blocks of one.
func (s *jpegScan) read() bool {
	across, down := s.mcusAcross(), s.mcusDown()
	alone := len(s.parts) == 1
	if alone {
		p := &s.jpegEighth.parts[s.parts[0]]
		across, down = p.across, p.down
	}
	for unit := range across * down {
		if s.restart > 0 && unit > 0 && unit%s.restart == 0 {
			s.next()
			clear(s.before)
		}
		if !s.unit(unit%across, unit/across, alone) || s.overrun() {
			return false
		}
	}
	return true
}

func (s *jpegScan) unit(x, y int, alone bool) bool {
	for i, at := range s.parts {
		p := &s.jpegEighth.parts[at]
		h, v := p.h, p.v
		if alone {
			h, v = 1, 1
		}
		for dy := range v {
			for dx := range h {
				if !s.block(i, &p.means[(y*v+dy)*p.stride+x*h+dx]) {
					return false
				}
			}
		}
	}
	return true
}

func (s *jpegScan) block(i int, mean *int32) bool {
	if s.refine {
		*mean |= s.bit() << s.shift
		return true
	}
	diff, ok := s.difference(s.dc[i])
	if !ok {
		return false
	}
	s.before[i] += diff
	*mean = s.before[i] << s.shift
	return !s.over || s.skipBlock(s.ac[i])
}

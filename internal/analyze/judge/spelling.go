package judge

// spelling sums the weights of the letter sequences in the words of one text. A few thousand words make up
// most of what people write, so it keeps what each word adds: one look-up in the place of dozens.
type spelling struct {
	model    *Model
	known    [knownWords]knownWord
	features int // letter sequences of the text
	// wide holds the labels 0 and 1, then 2 and 3: 32 bits each, every weight raised by 128.
	wide [2]uint64
}

// knownWords is the size of the table, a power of two. A word takes the place of another with its index.
const knownWords = 1 << 12

// knownWord is what one word adds. A word without features is none.
type knownWord struct {
	hash     uint64
	lanes    uint64 // see Model.lanes
	features int32
	class    Class
	you      bool
}

func (s *spelling) reset() {
	if s != nil {
		s.features, s.wide = 0, [2]uint64{}
	}
}

// word adds the letter sequences of a word and returns what the text keeps of it.
func (s *spelling) word(f *Features, hash uint64, w []byte) word {
	k := &s.known[mix(hash)%knownWords]
	if k.hash != hash || k.features == 0 {
		s.learn(k, f, hash, w)
	}
	c := f.written(hash, k.class)
	if c == Group {
		return word{hash: seedGroup, class: Group}
	}
	const half = 0x0000ffff0000ffff
	s.wide[0] += k.lanes & half
	s.wide[1] += k.lanes >> 16 & half
	s.features += int(k.features)
	return word{hash: hash, class: c, you: k.you}
}

func (s *spelling) learn(k *knownWord, f *Features, hash uint64, w []byte) {
	*k = knownWord{hash: hash, features: 1, class: f.classes[hash], you: isYou(w)}
	if k.class == Group || k.class == OfSex {
		return
	}
	n := len(f.Hashes)
	f.chars(w) // at most 3*66 of them: fewer than laneSums
	k.features = int32(len(f.Hashes) - n)
	k.lanes = s.model.lanes(f.Hashes[n:])
	f.Hashes = f.Hashes[:n]
}

// sums returns the sum of the weights by label.
func (s *spelling) sums() (sum [NumLabels]int32) {
	for i, w := range s.wide {
		sum[2*i] = int32(uint32(w)) - int32(128*s.features)
		sum[2*i+1] = int32(uint32(w>>32)) - int32(128*s.features)
	}
	return sum
}

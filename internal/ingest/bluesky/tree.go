package bluesky

import (
	"fmt"
	"io"
	"strings"

	"github.com/fxamacker/cbor/v2"

	"footprint/internal/footprint"
)

// repository is what the first pass over a CAR finds: whose it is, and under which key each record stands.
type repository struct {
	did     string
	rev     string
	keys    map[digest]string // "collection/rkey", several joined by line ends, by the record's id
	missing int               // subtrees of which the file does not hold the beginning
	cut     error             // why the file could not be read to its end
}

type commit struct {
	DID  string   `cbor:"did"`
	Rev  string   `cbor:"rev"`
	Data cbor.Tag `cbor:"data"`
}

type treeNode struct {
	Left    *cbor.Tag `cbor:"l"`
	Entries []struct {
		Prefix int       `cbor:"p"`
		Key    []byte    `cbor:"k"`
		Value  cbor.Tag  `cbor:"v"`
		Tree   *cbor.Tag `cbor:"t"`
	} `cbor:"e"`
}

// indexCAR reads the tree. Records are left to a second pass, so that memory holds keys and ids only.
func indexCAR(r io.Reader, mode cbor.DecMode) (*repository, error) {
	c, err := openCAR(r, mode)
	if err != nil {
		return nil, err
	}
	repo := &repository{keys: map[digest]string{}}
	nodes := map[digest][]byte{}
	held := 0
	var head *commit
	for {
		b, err := c.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			repo.cut = err
			break
		}
		switch {
		case b.id == c.root && head == nil:
			head = new(commit)
			if err := mode.Unmarshal(b.data, head); err != nil {
				return nil, fmt.Errorf("%w: root: %w", footprint.ErrDamaged, err)
			}
		case isNode(b.data):
			if held += len(b.data); held > maxTree {
				return nil, fmt.Errorf("%w: list of records", footprint.ErrTooLarge)
			}
			nodes[b.id] = append([]byte(nil), b.data...)
		}
	}
	if head == nil {
		return nil, fmt.Errorf("%w: the root of the repository is missing", footprint.ErrDamaged)
	}
	repo.did, repo.rev = head.DID, head.Rev
	repo.walk(head.Data, nodes, mode)
	return repo, nil
}

// walk enters the keys of the tree. A stack replaces recursion and each node is visited once, so that no
// file can make it endless.
func (repo *repository) walk(root cbor.Tag, nodes map[digest][]byte, mode cbor.DecMode) {
	stack := []cbor.Tag{root}
	for len(stack) > 0 {
		link := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		id, _, ok := linkID(link)
		data := nodes[id]
		if !ok || data == nil {
			if _, visited := nodes[id]; !visited {
				repo.missing++
			}
			continue
		}
		nodes[id] = nil
		var n treeNode
		if mode.Unmarshal(data, &n) != nil {
			repo.missing++
			continue
		}
		if n.Left != nil {
			stack = append(stack, *n.Left)
		}
		key := ""
		for _, e := range n.Entries {
			if e.Prefix < 0 || e.Prefix > len(key) || len(key)+len(e.Key) > maxKey {
				repo.missing++
				break
			}
			key = key[:e.Prefix] + string(e.Key)
			if record, _, ok := linkID(e.Value); ok {
				if other := repo.keys[record]; other != "" {
					repo.keys[record] = other + "\n" + key
				} else {
					repo.keys[record] = strings.Clone(key)
				}
			}
			if e.Tree != nil {
				stack = append(stack, *e.Tree)
			}
		}
	}
}

// maxTree bounds the tree held in memory: about two million records.
const maxTree = 256 << 20

// maxKey bounds "collection/rkey"; the protocol allows 317 and 512 bytes.
const maxKey = 1024

package exportgen

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"math/bits"
	"time"

	"github.com/fxamacker/cbor/v2"
)

// repository collects the blocks of a repository of the AT protocol: records, and the Merkle search tree that
// lists them by key (https://atproto.com/specs/repository).
type repository struct {
	mode   cbor.EncMode
	blocks [][]byte
}

type record struct {
	key   string
	value cbor.Tag
}

// Bluesky writes a repository as a CAR: half posts, half likes.
func Bluesky(w io.Writer, o Options) error {
	mode, err := cbor.EncOptions{Sort: cbor.SortCanonical}.EncMode()
	if err != nil {
		return err
	}
	r, repo := random(), &repository{mode: mode}
	records := make([]record, o.Records)
	for i := range records {
		at := start.AddDate(11, 0, 0).Add(step * time.Duration(i))
		kind, value := "app.bsky.feed.like", map[string]any{"subject": map[string]any{"uri": "at://did:plc:other/app.bsky.feed.post/" + sortable(at), "cid": "bafyreia"}}
		if i >= o.Records/2 { // likes come before posts in the order of keys
			kind, value = "app.bsky.feed.post", map[string]any{"text": sentence(r), "langs": []any{"en"}}
		}
		value["$type"], value["createdAt"] = kind, at.Format(time.RFC3339)
		link, err := repo.add(value)
		if err != nil {
			return err
		}
		records[i] = record{kind + "/" + sortable(at), link}
	}
	tree, err := repo.tree(records, topLayer(records))
	if err != nil {
		return err
	}
	root, err := repo.add(map[string]any{"did": "did:plc:larkspur", "version": 3, "rev": sortable(start), "prev": nil, "sig": []byte("s"), "data": tree})
	if err != nil {
		return err
	}
	return repo.write(w, root)
}

// sortable is a time as a record key ("TID"): 13 characters that sort like the time.
func sortable(at time.Time) string {
	const digits = "234567abcdefghijklmnopqrstuvwxyz"
	v, key := uint64(at.UnixMicro())<<10, [13]byte{}
	for i := len(key) - 1; i >= 0; i-- {
		key[i], v = digits[v&31], v>>5
	}
	return string(key[:])
}

// add keeps a block and gives the link to it.
func (r *repository) add(v any) (cbor.Tag, error) {
	data, err := r.mode.Marshal(v)
	if err != nil {
		return cbor.Tag{}, fmt.Errorf("encode block: %w", err)
	}
	sum := sha256.Sum256(data)
	id := append([]byte{1, 0x71, 0x12, 32}, sum[:]...)
	r.blocks = append(r.blocks, append(id[:len(id):len(id)], data...))
	return cbor.Tag{Number: 42, Content: append([]byte{0}, id...)}, nil
}

// layer is the height of a key in the tree: pairs of leading zero bits in its hash.
func layer(key string) int {
	sum := sha256.Sum256([]byte(key))
	return bits.LeadingZeros64(binary.BigEndian.Uint64(sum[:8])) / 2
}

func topLayer(records []record) (top int) {
	for _, r := range records {
		top = max(top, layer(r.key))
	}
	return top
}

// tree adds the node of one layer for a run of records, with those below it.
func (r *repository) tree(records []record, height int) (any, error) {
	if len(records) == 0 {
		return nil, nil
	}
	var entries []map[string]any
	var left any
	below, last := 0, ""
	hang := func(end int) error { // what lies between two keys of this layer hangs below them
		if height == 0 {
			return nil
		}
		sub, err := r.tree(records[below:end], height-1)
		if len(entries) == 0 {
			left = sub
		} else {
			entries[len(entries)-1]["t"] = sub
		}
		return err
	}
	for i, rec := range records {
		if layer(rec.key) < height {
			continue
		}
		if err := hang(i); err != nil {
			return nil, err
		}
		shared := 0
		for shared < min(len(rec.key), len(last)) && rec.key[shared] == last[shared] {
			shared++
		}
		entries = append(entries, map[string]any{"p": shared, "k": []byte(rec.key[shared:]), "v": rec.value, "t": nil})
		below, last = i+1, rec.key
	}
	if err := hang(len(records)); err != nil {
		return nil, err
	}
	return r.add(map[string]any{"l": left, "e": entries})
}

// write writes the header and all blocks, the last one first, as servers write the root first.
func (r *repository) write(w io.Writer, root cbor.Tag) error {
	head, err := r.mode.Marshal(map[string]any{"roots": []cbor.Tag{root}, "version": 1})
	if err != nil {
		return fmt.Errorf("encode header: %w", err)
	}
	r.blocks = append(r.blocks, head)
	for i := len(r.blocks) - 1; i >= 0; i-- {
		if _, err := w.Write(binary.AppendUvarint(nil, uint64(len(r.blocks[i])))); err != nil {
			return err
		}
		if _, err := w.Write(r.blocks[i]); err != nil {
			return err
		}
	}
	return nil
}

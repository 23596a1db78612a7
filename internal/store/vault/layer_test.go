//go:build unix

package vault

import (
	"crypto/cipher"
	"path/filepath"
	"reflect"
	"testing"
	"unsafe"
)

// Closing, which locking does, overwrites the key where it stands in memory.
func TestCloseOverwritesTheKey(t *testing.T) {
	WorkFactor = 10
	v, err := Create(filepath.Join(t.TempDir(), "locked"), "paper lamp orbit")
	if err != nil {
		t.Fatal(err)
	}
	held := func(b cipher.Block) []byte {
		p := reflect.ValueOf(b)
		return unsafe.Slice((*byte)(p.UnsafePointer()), p.Type().Elem().Size())
	}
	if len(v.blocks) != 2 {
		t.Fatalf("%d blocks, want those of both halves of the key", len(v.blocks))
	}
	for _, b := range v.blocks {
		if len(held(b)) < keySize/2 || zero(held(b)) {
			t.Fatal("the key does not stand where it is thought to: this test would prove nothing")
		}
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	for _, b := range v.blocks {
		if !zero(held(b)) {
			t.Error("the key is left in memory")
		}
	}
}

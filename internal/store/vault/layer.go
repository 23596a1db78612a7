//go:build unix

package vault

/*
#cgo linux LDFLAGS: -Wl,--unresolved-symbols=ignore-in-object-files
#cgo darwin LDFLAGS: -Wl,-undefined,dynamic_lookup
#include "vfs.h"
*/
import "C"

import (
	"crypto/aes"
	"crypto/cipher"
	"errors"
	"reflect"
	"runtime/debug"
	"sync"
	"unsafe"

	_ "github.com/mattn/go-sqlite3" // SQLite, whose functions vfs.c calls
	"golang.org/x/crypto/xts"
)

// Vault is the key of a locked file, in use by SQLite until Close.
type Vault struct {
	id     int
	vfs    *C.sqlite3_vfs
	header []byte
	blocks []cipher.Block // of the key, which stands in them
}

// keys are those in use, by number: C code names them so.
var keys struct {
	sync.RWMutex
	last    int
	ciphers map[int]*xts.Cipher
}

func newVault(key []byte) (*Vault, error) {
	var blocks []cipher.Block
	tweakable, err := xts.NewCipher(func(half []byte) (cipher.Block, error) {
		b, err := aes.NewCipher(half)
		blocks = append(blocks, b)
		return b, err
	}, key)
	clear(key)
	if err != nil {
		return nil, err
	}
	keys.Lock()
	defer keys.Unlock()
	keys.last++
	v := &Vault{id: keys.last, blocks: blocks}
	if v.vfs = C.vault_register(C.int(v.id)); v.vfs == nil {
		return nil, errors.New("no memory for the encrypting layer")
	}
	if keys.ciphers == nil {
		keys.ciphers = map[int]*xts.Cipher{}
	}
	keys.ciphers[v.id] = tweakable
	return v, nil
}

// VFS is the name by which SQLite opens the file (vfs=NAME).
func (v *Vault) VFS() string { return C.GoString(v.vfs.zName) }

// Close forgets the key, and gives the memory it passed through back to the system. No file may be open with it.
func (v *Vault) Close() error {
	keys.Lock()
	defer keys.Unlock()
	if keys.ciphers[v.id] == nil {
		return nil
	}
	delete(keys.ciphers, v.id)
	C.vault_unregister(v.vfs)
	for _, b := range v.blocks {
		wipe(b)
	}
	debug.FreeOSMemory()
	return nil
}

// wipe overwrites the keys of a cipher that nobody uses any more; package aes has no way to ask for that.
func wipe(b cipher.Block) {
	if v := reflect.ValueOf(b); v.Kind() == reflect.Pointer {
		clear(unsafe.Slice((*byte)(v.UnsafePointer()), v.Type().Elem().Size()))
	}
}

// sectorSize is that of vfs.c: SECTOR.
const sectorSize = 512

//export vaultCrypt
func vaultCrypt(key, decrypt C.int, sector C.ulonglong, buf unsafe.Pointer, n C.int) {
	keys.RLock()
	cipher := keys.ciphers[int(key)]
	keys.RUnlock()
	data := unsafe.Slice((*byte)(buf), int(n))
	for at := uint64(0); len(data) > 0; at, data = at+1, data[sectorSize:] {
		one := data[:sectorSize]
		switch {
		case decrypt == 0:
			cipher.Encrypt(one, one, uint64(sector)+at)
		case !zero(one): // a hole is read as it is
			cipher.Decrypt(one, one, uint64(sector)+at)
		}
	}
}

func zero(b []byte) bool {
	for _, c := range b {
		if c != 0 {
			return false
		}
	}
	return true
}

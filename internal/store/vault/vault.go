package vault

import (
	"bytes"
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"

	"footprint/internal/footprint"

	"filippo.io/age"
)

const (
	headerSize = 4096 // vfs.c: HEADER
	magic      = "footprint locked 1\n"
	keySize    = 64 // two keys of AES-256, as XTS asks
	// slotSize is the room for one wrapped key: magic, length, age file. There are two, so that a passphrase
	// can change without a moment in which no key is whole.
	slotSize = headerSize / 2
	// mostWork bounds what a header can make the program compute.
	mostWork = 20
)

// WorkFactor is the logarithm of scrypt's N for new passphrases: at 18, age's own choice, a guess takes about a
// second and 256 MB. Tests of other things set it lower.
var WorkFactor = 18

// header is a wrapped key as it stands in one slot.
type header []byte

// Locked reports whether a file is a locked database. A file that does not exist is not.
func Locked(path string) (bool, error) {
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	defer f.Close()
	slots, err := readSlots(f)
	return len(slots) > 0, err
}

// readSlots returns the slots of a file's header that are in use.
func readSlots(f io.ReaderAt) ([]header, error) {
	var slots []header
	for i := range int64(2) {
		slot := make([]byte, slotSize)
		if _, err := f.ReadAt(slot, i*slotSize); err != nil && err != io.EOF {
			return nil, err
		}
		if n := len(magic); bytes.HasPrefix(slot, []byte(magic)) {
			if size := int(binary.BigEndian.Uint16(slot[n:])); n+2+size <= slotSize {
				slots = append(slots, slot)
			}
		}
	}
	return slots, nil
}

// wrap encrypts a key with a passphrase.
func wrap(key []byte, passphrase string) (header, error) {
	to, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, err
	}
	to.SetWorkFactor(WorkFactor)
	var b bytes.Buffer
	w, err := age.Encrypt(&b, to)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(key); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	slot := append([]byte(magic), binary.BigEndian.AppendUint16(nil, uint16(b.Len()))...)
	if slot = append(slot, b.Bytes()...); len(slot) > slotSize {
		return nil, errors.New("wrapped key is too large")
	}
	return append(slot, make([]byte, slotSize-len(slot))...), nil
}

// unwrap returns the key of the first slot that the passphrase opens: footprint.ErrPassphrase if none.
func unwrap(slots []header, passphrase string) ([]byte, error) {
	if passphrase == "" {
		return nil, footprint.ErrLocked
	}
	id, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return nil, err
	}
	id.SetMaxWorkFactor(mostWork)
	for _, slot := range slots {
		size := int(binary.BigEndian.Uint16(slot[len(magic):]))
		r, err := age.Decrypt(bytes.NewReader(slot[len(magic)+2:][:size]), id)
		if err != nil {
			continue
		}
		key := make([]byte, keySize) // no buffer that grows and leaves parts of the key behind
		if _, err := io.ReadFull(r, key); err == nil {
			return key, nil
		}
	}
	return nil, footprint.ErrPassphrase
}

// Create makes a new locked file, which must not exist, and opens it.
func Create(path, passphrase string) (*Vault, error) {
	if passphrase == "" {
		return nil, errors.New("lock database: the passphrase is empty")
	}
	key := make([]byte, keySize)
	rand.Read(key)
	slot, err := wrap(key, passphrase)
	if err != nil {
		return nil, err
	}
	v, err := newVault(key)
	if err != nil {
		return nil, err
	}
	v.header = append(slot, make([]byte, headerSize-slotSize)...)
	if err := v.Copy(path); err != nil {
		return nil, errors.Join(err, v.Close())
	}
	return v, nil
}

// Open reads the header of a locked file. Errors: footprint.ErrLocked without a passphrase,
// footprint.ErrPassphrase with a wrong one.
func Open(path, passphrase string) (*Vault, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	slots, err := readSlots(f)
	if err != nil {
		return nil, err
	}
	if len(slots) == 0 {
		return nil, fmt.Errorf("%s is not locked: %w", path, footprint.ErrNotRecognised)
	}
	key, err := unwrap(slots, passphrase)
	if err != nil {
		return nil, err
	}
	v, err := newVault(key)
	if err != nil {
		return nil, err
	}
	v.header = make([]byte, headerSize)
	if _, err := f.ReadAt(v.header, 0); err != nil {
		return nil, errors.Join(err, v.Close())
	}
	return v, nil
}

// Copy begins a new file, which must not exist, that opens with the same passphrase.
func (v *Vault) Copy(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(v.header)
	return errors.Join(err, f.Sync(), f.Close())
}

// ChangePassphrase makes a locked file open with another passphrase; the present one no longer does. The key
// stays, so that the data need not be written again, and a copy made before still opens with the old one.
func ChangePassphrase(path, present, next string) error {
	if next == "" {
		return errors.New("change passphrase: the new one is empty")
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	slots, err := readSlots(f)
	if err != nil {
		return err
	}
	key, err := unwrap(slots, present)
	if err != nil {
		return err
	}
	slot, err := wrap(key, next)
	if err != nil {
		return err
	}
	used := make([]byte, 1)
	if _, err := f.ReadAt(used, 0); err != nil {
		return err
	}
	fresh, old := int64(slotSize), int64(0)
	if used[0] == 0 {
		fresh, old = old, fresh
	}
	if _, err := f.WriteAt(slot, fresh); err != nil {
		return err
	}
	if err := f.Sync(); err != nil { // one slot is whole at every moment
		return err
	}
	if _, err := f.WriteAt(make([]byte, slotSize), old); err != nil {
		return err
	}
	return f.Sync()
}

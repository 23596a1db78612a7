//go:build unix

package store

import "golang.org/x/sys/unix"

// FreeSpace is the number of bytes that the user may still write in a folder.
func FreeSpace(dir string) (uint64, error) {
	var s unix.Statfs_t
	if err := unix.Statfs(dir, &s); err != nil {
		return 0, err
	}
	return uint64(s.Bavail) * uint64(s.Bsize), nil //nolint:unconvert // the types differ by system
}

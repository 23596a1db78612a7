package store

import (
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Erase overwrites and removes a database with everything beside it that begins with its name: WAL, shared
// memory, journals, databases kept by Restore, and the folders named more (caches). Nobody may have it open. It
// returns the files it removed. Overwriting reaches the file's present blocks; what a file system or a solid
// state disk keeps elsewhere is beyond a program, and a backup lies where the user put it.
func Erase(path string, more ...string) (removed []string, err error) {
	path, err = filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(filepath.Dir(path)); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	lock, err := lockFile(path + ".lock")
	if err != nil {
		return nil, err
	}
	var errs []error
	var files []string
	for _, side := range []string{"", "-wal", "-shm", "-journal", fresh, fresh + "-journal", fresh + "-wal", replaced, replaced + "-wal", replaced + "-shm"} {
		files = append(files, path+side)
	}
	aside, err := setAsideFiles(path)
	errs = append(errs, err)
	removed, err = shredAll(append(files, aside...))
	errs = append(errs, err)
	for _, dir := range more {
		inside, err := EraseFolder(dir)
		removed, errs = append(removed, inside...), append(errs, err)
	}
	errs = append(errs, lock.Close(), os.Remove(path+".lock"))
	return removed, errors.Join(errs...)
}

// EraseFolder overwrites and removes what lies in a folder, and the folder. It returns the files it removed.
func EraseFolder(dir string) (removed []string, err error) {
	var files []string
	err = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err == nil && !d.IsDir() {
			files = append(files, name)
		}
		return err
	})
	removed, shredErr := shredAll(files)
	return removed, errors.Join(err, shredErr, os.RemoveAll(dir))
}

func shredAll(files []string) (removed []string, err error) {
	var errs []error
	for _, file := range files {
		switch err := shred(file); {
		case err == nil:
			removed = append(removed, file)
		case !errors.Is(err, fs.ErrNotExist):
			errs = append(errs, err)
		}
	}
	return removed, errors.Join(errs...)
}

// shred overwrites a file with random bytes, then removes it. A link is removed, not followed.
func shred(path string) error {
	info, err := os.Lstat(path)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return os.Remove(path)
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = io.CopyN(f, rand.Reader, info.Size())
	return errors.Join(err, f.Sync(), f.Close(), os.Remove(path))
}

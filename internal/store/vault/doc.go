// Package vault keeps a database that nobody can read without its passphrase, while SQLite works on it live.
//
// A locked file begins with a header of 4,096 bytes: a line that names the format, then an age file (age-encryption.org,
// passphrase recipient: scrypt and ChaCha20-Poly1305) that holds a random key of 64 bytes. The database follows
// in sectors of 512 bytes, each encrypted with AES-256 in XTS mode (IEEE 1619, NIST SP 800-38E), as disks are.
// Write-ahead log, journals and SQLite's temporary files go through the same layer, so that no words of an item
// reach the disk in the clear, whenever the process dies.
//
// It keeps secrets from whoever holds the disk or a copy. It does not notice that somebody who can write there
// put an old sector back, it does not hide the size of the file, and it protects nothing from a program that
// runs as the same user while the passphrase is in use. Without the passphrase the data is gone: there is no other way in.
package vault

// Package footprint is the domain: what an account holds ([Item]), whose it is ([Person]), what the
// guidance says about it ([Finding]) and what the user does about that ([Task]).
//
// It knows no file format, no database, no network and no screen, and imports the standard library only.
// Field names and their JSON spelling follow the vocabulary of the rules (shared/guidance/rules.md,
// section 2); that spelling is also what `footprint check --jsonl` reads and `items --json` writes.
//
// Invariants: an Item's identity comes from its content, never from its place in a file, so importing
// twice changes nothing; a Finding's fingerprint is item plus rule, never a position; all times are UTC
// or a wall-clock time whose zone is not known; all text is valid UTF-8.
package footprint

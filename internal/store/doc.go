// Package store keeps everything Footprint knows in one SQLite file: items, where they came from, what the
// rules say about them, and what the user decided.
//
// One instance at a time owns a database ([footprint.ErrBusy] tells the second). Inside the instance there is
// one writing connection and a pool that can only read. Writes come in transactions that leave the file
// whole whenever the process dies. File and folder belong to their owner alone.
//
// Invariants: an item is one row, whatever number of exports hold it; tasks and decisions are never deleted
// by an import, an analysis or the removal of a source; SQL stays in this package, and so do SQLite's errors.
//
// The full-text index needs the build tag sqlite_fts5. Without it searching reads every item; a database
// moves freely between both builds.
package store

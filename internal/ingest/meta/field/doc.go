// Package field flattens labelled records and tells what a label means in the languages that accounts are
// kept in. A label that no table knows is read by its shape: an address, a time, or text.
package field

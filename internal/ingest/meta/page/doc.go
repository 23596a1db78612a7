// Package page reads the HTML pages of Meta exports: it cuts a page of any size into rows (one record
// each) with a tokenizer, and reads dates in the languages that accounts are kept in.
//
// Class names are the only structure these pages have, and they change; where none is known the position
// of text and date decides. The package refuses to run, load or follow anything.
package page

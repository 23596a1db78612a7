// Package record reads what the records of Facebook exports share: the activity shape, names with times,
// generated sentences, and the pages that links lead to.
package record

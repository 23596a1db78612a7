// Package view prepares what the window shows: rows, their order, filters, marked passages, progress in
// words, and the wording itself.
//
// Everything here is synchronous and knows neither Fyne nor a goroutine, so that a table test can hold it.
// It refuses to fetch anything: it is given values and returns values.
package view

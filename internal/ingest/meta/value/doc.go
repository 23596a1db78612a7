// Package value reads the JSON of Meta exports: it repairs their broken text encoding, gives access to
// loosely shaped records, and cuts files of any size into records.
//
// It never holds more than one record in memory, and bounds each record's size and depth.
package value

// Package meta holds what the exports of Facebook, Instagram, Messenger and Threads share: a table from
// file names to readers, the record shapes, media objects, localised labels, and the rules of time.
//
// A platform is a [Table]: each row names files in any spelling they ever had and what makes items of
// their records. JSON and HTML twins go through the same row, because a row of a page offers its content
// under the names that the JSON record uses. The package knows no platform's files and yields nothing by
// itself.
package meta

// Package analyze judges items by rules that are data.
//
// [Load] compiles rules (rules/*.yaml), word lists (lexicon/*.yaml) and the guidance catalogue into a
// [RuleSet], which never changes and may be used by many goroutines. [RuleSet.Check] judges one item by
// itself; a [Survey] judges what only shows in many. A rule lists alternatives under detect; each has a kind,
// and a kind is one file here and one row in the kinds table. The package reads no archives, opens no network
// and stores nothing.
package analyze

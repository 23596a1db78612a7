//go:build race

package audit

// raced tells that the race detector slows the tests: the longest run in full without it.
const raced = true

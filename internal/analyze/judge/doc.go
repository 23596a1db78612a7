// Package judge holds the small statistical judge that stands beside the rules: one linear model per
// label over hashed words, word pairs and letter sequences, read from a file of a few megabytes.
//
// It gives probabilities and knows no rule. It never has the last word: names of groups are folded into one
// token before scoring, so that no group can count against its members, and callers ask it only to raise or
// lower what a rule saw, or to propose at low confidence. It cannot read context outside the text it is given.
//
// Scoring is linear in the text, allocates nothing that outlives the call, and is safe for concurrent use.
package judge

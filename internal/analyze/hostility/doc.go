// Package hostility reads a parsed passage for hostility: who is meant (a protected group, another group, a
// person, a thing, the author), what is said of them, and in whose voice.
//
// Its unit is the frame: a mention of somebody and a predicate tied to it by a short, known path of words
// ("X are [all] vermin", "deport [every single] X", "filthy X", "X should be shot"). A mention alone is never
// hostile; nor is a predicate that is negated, quoted, reported, condemned, or tied to something else. The
// statistical judge may move the confidence of what a frame found; without any hostile word it proposes nothing.
//
// Harm is read from its verb (assets/frames/harm.yaml): an act or a fate, whom it befalls, and the mood (intention, call, wish)
// without which it is a report.
//
// Time is linear in the passage: every search looks a bounded number of words back or ahead.
package hostility

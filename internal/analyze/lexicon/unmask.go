package lexicon

import "footprint/internal/analyze/text"

// unmasker undoes disguises of known strong terms.
type unmasker struct{}

func newUnmasker(*Lexicon) *unmasker { return &unmasker{} }

func (l *Lexicon) unmask(*text.Doc, *Marks) {}

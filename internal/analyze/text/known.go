package text

// Known reports whether a lower-case word belongs to the twenty thousand most frequent English words.
func Known(word string) bool {
	_, ok := words()[word]
	return ok
}

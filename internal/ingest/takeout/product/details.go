package product

import "footprint/internal/footprint"

// Put keeps a detail of an item; one without a name or a value is none.
func Put(it *footprint.Item, key, value string) {
	if value == "" || key == "" {
		return
	}
	if it.Details == nil {
		it.Details = map[string]string{}
	}
	it.Details[key] = value
}

// Tidy is an item without an empty map of details.
func Tidy(it footprint.Item) footprint.Item {
	if len(it.Details) == 0 {
		it.Details = nil
	}
	return it
}

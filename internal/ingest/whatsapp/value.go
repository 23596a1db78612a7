package whatsapp

import (
	"fmt"
	"maps"
	"slices"

	"footprint/internal/ingest"
)

func keys(m map[string]any) []string { return slices.Sorted(maps.Keys(m)) }

// scalar writes a simple JSON value; lists and objects give "".
func scalar(v any) string {
	switch v := v.(type) {
	case string:
		return ingest.CleanText(v)
	case bool, float64:
		return fmt.Sprint(v)
	}
	return ""
}

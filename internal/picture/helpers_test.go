package picture

import "fmt"

func fscan(s string, to ...any) (int, error) { return fmt.Sscan(s, to...) }

func deref(f *float64) any {
	if f == nil {
		return nil
	}
	return *f
}

func stringsOf(v any) []string {
	switch v := v.(type) {
	case []any:
		var out []string
		for _, e := range v {
			out = append(out, fmt.Sprint(e))
		}
		return out
	default:
		return []string{fmt.Sprint(v)}
	}
}

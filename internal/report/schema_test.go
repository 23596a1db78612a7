package report

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

// schema is the part of JSON Schema that docs/report.schema.json uses. An unknown keyword fails the test.
type schema struct {
	Schema, Title, Description string
	Ref                        string `json:"$ref"`
	Defs                       map[string]*schema
	Type, Format               string
	Properties                 map[string]*schema
	Required                   []string
	AdditionalProperties       *bool
	Items                      *schema
	Enum                       []string
	Minimum                    *float64
}

func (s *schema) UnmarshalJSON(b []byte) error {
	type plain schema
	in := struct {
		*plain
		Schema string             `json:"$schema"`
		Defs   map[string]*schema `json:"$defs"`
	}{plain: (*plain)(s)}
	d := json.NewDecoder(strings.NewReader(string(b)))
	d.DisallowUnknownFields()
	err := d.Decode(&in)
	s.Defs = in.Defs
	return err
}

// wrong says where a value breaks the schema.
func (s *schema) wrong(root *schema, at string, v any) (faults []string) {
	if s.Ref != "" {
		def := root.Defs[strings.TrimPrefix(s.Ref, "#/$defs/")]
		if def == nil {
			return []string{at + ": no definition " + s.Ref}
		}
		return def.wrong(root, at, v)
	}
	fault := func(format string, args ...any) { faults = append(faults, at+": "+fmt.Sprintf(format, args...)) }
	if text, ok := v.(string); s.Enum != nil && (!ok || !slices.Contains(s.Enum, text)) {
		fault("%v is none of %v", v, s.Enum)
	}
	switch s.Type {
	case "string":
		text, ok := v.(string)
		if _, err := time.Parse(time.RFC3339Nano, text); !ok || s.Format == "date-time" && err != nil {
			fault("%v is no %s %s", v, s.Type, s.Format)
		}
	case "boolean":
		if _, ok := v.(bool); !ok {
			fault("%v is not true or false", v)
		}
	case "integer":
		if n, ok := v.(float64); !ok || n != math.Trunc(n) || s.Minimum != nil && n < *s.Minimum {
			fault("%v is no such integer", v)
		}
	case "array":
		list, ok := v.([]any)
		if !ok {
			fault("%v is no array", v)
		}
		for i, element := range list {
			faults = append(faults, s.Items.wrong(root, fmt.Sprint(at, "/", i), element)...)
		}
	case "object":
		object, ok := v.(map[string]any)
		if !ok {
			fault("%v is no object", v)
		}
		for _, name := range s.Required {
			if _, ok := object[name]; ok {
				continue
			}
			fault("lacks %s", name)
		}
		for name, value := range object {
			if p := s.Properties[name]; p != nil {
				faults = append(faults, p.wrong(root, at+"/"+name, value)...)
			} else if s.AdditionalProperties != nil && !*s.AdditionalProperties {
				fault("has %s", name)
			}
		}
	}
	return faults
}

func TestJSONFollowsItsSchema(t *testing.T) {
	data, err := os.ReadFile("../../docs/report.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var s schema
	if err := json.Unmarshal(data, &s); err != nil {
		t.Fatal(err)
	}
	check := func(text string) []string {
		t.Helper()
		var v any
		if err := json.Unmarshal([]byte(text), &v); err != nil {
			t.Fatal(err)
		}
		return s.wrong(&s, "", v)
	}
	whole := write(t, "json", sample())
	for name, r := range map[string]*Report{"sample": sample(), "hostile": hostile(payloads[0]), "nothing": {
		BySeverity: []Count{}, ByPlatform: []Count{}, ByYear: []Count{}, Sources: []Source{}, Groups: []Group{}}} {
		if faults := check(write(t, "json", r)); len(faults) > 0 {
			t.Errorf("%s: %v", name, faults)
		}
	}
	for from, to := range map[string]string{
		`"severity": "critical"`: `"severity": "awful"`, `"items": 1200`: `"items": -1`, `"made": "2025`: `"made": "June 2025`,
		`"weak": 1`: `"weak": 1.5`, `"version"`: `"edition"`, `"unread": [`: `"unread": 1, "x": [`, `"status": "open"`: `"status": true`, `"redacted": true`: `"redacted": "yes"`,
	} {
		broken := strings.Replace(whole, from, to, 1)
		if broken == whole || len(check(broken)) == 0 {
			t.Errorf("%s instead of %s passes", to, from)
		}
	}
}

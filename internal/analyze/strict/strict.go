// Package strict decodes YAML and refuses what nobody would read: a key without a field, an alias, nesting without end.
// yaml.Decoder knows the first for whole documents only; rules are decoded node by node.
package strict

import (
	"fmt"
	"reflect"
	"strings"

	"gopkg.in/yaml.v3"
)

// Decode fills what v points to from a YAML node and refuses keys it has no field for. Errors name the line.
func Decode(n *yaml.Node, v any) error {
	if err := checkKeys(n, reflect.TypeOf(v).Elem(), 0); err != nil {
		return err
	}
	return n.Decode(v)
}

// maxDepth bounds nesting.
const maxDepth = 20

var nodeType = reflect.TypeFor[yaml.Node]()

func checkKeys(n *yaml.Node, t reflect.Type, depth int) error {
	if depth > maxDepth {
		return fmt.Errorf("line %d: nested too deeply", n.Line)
	}
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if n.Kind == yaml.AliasNode {
		return fmt.Errorf("line %d: aliases are not allowed", n.Line)
	}
	if t == nodeType || reflect.PointerTo(t).Implements(reflect.TypeFor[yaml.Unmarshaler]()) {
		return nil
	}
	switch {
	case n.Kind == yaml.SequenceNode && t.Kind() == reflect.Slice:
		for _, c := range n.Content {
			if err := checkKeys(c, t.Elem(), depth+1); err != nil {
				return err
			}
		}
	case n.Kind == yaml.MappingNode && t.Kind() == reflect.Map:
		for i := 1; i < len(n.Content); i += 2 {
			if err := checkKeys(n.Content[i], t.Elem(), depth+1); err != nil {
				return err
			}
		}
	case n.Kind == yaml.MappingNode && t.Kind() == reflect.Struct:
		fields := map[string]reflect.Type{}
		yamlFields(t, fields)
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i]
			f, ok := fields[key.Value]
			if !ok {
				return fmt.Errorf("line %d: unknown key %q", key.Line, key.Value)
			}
			if err := checkKeys(n.Content[i+1], f, depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}

func yamlFields(t reflect.Type, out map[string]reflect.Type) {
	for f := range t.Fields() {
		name, opts, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		switch {
		case strings.Contains(opts, "inline"):
			yamlFields(f.Type, out)
		case name == "-" || !f.IsExported():
		case name != "":
			out[name] = f.Type
		default:
			out[strings.ToLower(f.Name)] = f.Type
		}
	}
}

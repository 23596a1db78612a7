package strict

import (
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

type shared struct {
	Kind string `yaml:"kind"`
}

type rule struct {
	shared `yaml:",inline"`
	Name   string            `yaml:"name"`
	Parts  []shared          `yaml:"parts"`
	Named  map[string]shared `yaml:"named"`
	Left   yaml.Node         `yaml:"left"` // decoded later by whoever knows its shape
	Plain  int
	Hidden int `yaml:"-"`
}

func node(t *testing.T, doc string) *yaml.Node {
	t.Helper()
	var n yaml.Node
	if err := yaml.Unmarshal([]byte(doc), &n); err != nil {
		t.Fatal(err)
	}
	return n.Content[0]
}

func TestDecode(t *testing.T) {
	var r rule
	if err := Decode(node(t, "kind: a\nname: b\nparts: [{kind: c}]\nnamed: {x: {kind: d}}\nleft: {any: thing}\nplain: 3"), &r); err != nil {
		t.Fatal(err)
	}
	if r.Kind != "a" || r.Name != "b" || r.Parts[0].Kind != "c" || r.Named["x"].Kind != "d" || r.Left.Kind != yaml.MappingNode || r.Plain != 3 {
		t.Errorf("%+v", r)
	}
}

func TestRefused(t *testing.T) {
	for doc, want := range map[string]string{
		"kind: a\nnmae: b":             `line 2: unknown key "nmae"`,
		"parts:\n- kind: a\n- knid: b": `line 3: unknown key "knid"`,
		"named:\n  x: {kidn: a}":       `line 2: unknown key "kidn"`,
		"hidden: 1":                    `line 1: unknown key "hidden"`,
		"name: &n b\nkind: *n":         "line 2: aliases are not allowed",
		"kind: [1]":                    "cannot unmarshal",
		"tree: " + strings.Repeat("{tree: ", 40) + strings.Repeat("}", 40): "nested too deeply",
	} {
		var into any = &rule{}
		if strings.HasPrefix(doc, "tree") {
			into = &tree{}
		}
		if err := Decode(node(t, doc), into); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", doc, err, want)
		}
	}
}

type tree struct {
	Tree *tree `yaml:"tree"`
}

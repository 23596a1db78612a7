//go:build !race

package main

import (
	"strings"
	"testing"
)

// The pack that docs/rules.md explains must work as it says.
func TestExamplePolicy(t *testing.T) {
	var out, errOut strings.Builder
	if code := run([]string{"--rules", "../../docs/example-policy", "rules", "test"}, strings.NewReader(""), &out, &errOut); code != exitOK {
		t.Errorf("exit %d: %s", code, errOut.String())
	}
	if !strings.Contains(out.String(), "harbour-uniform-photo") {
		t.Error("the rule of the pack was not tested")
	}
	out.Reset()
	if code := run([]string{"--rules", "../../docs/example-policy", "rules", "list"}, strings.NewReader(""), &out, &errOut); code != exitOK || strings.Contains(out.String(), "posting-during-work") {
		t.Errorf("exit %d; the rule that was switched off is listed: %v", code, strings.Contains(out.String(), "posting-during-work"))
	}
}

package layers

import (
	"fmt"
	"footprint/internal/need"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// file is one Go file of the module with its imports.
type file struct {
	name    string // slash-separated, relative to the module root
	pkg     string // folder
	test    bool
	imports []string
}

func TestImportsPointDown(t *testing.T) {
	for _, f := range goFiles(t) {
		from, ok := layer(f.pkg)
		if !ok {
			t.Errorf("%s: package %s has no layer: add it to internal/layers/layers.go", f.name, f.pkg)
			continue
		}
		for _, imp := range f.imports {
			own, inside := strings.CutPrefix(imp, "footprint/")
			if !inside || own == f.pkg { // an external test imports its own package
				continue
			}
			if to, ok := layer(own); ok && to >= from && !f.test {
				t.Errorf("%s: forbidden edge %s (layer %d) -> %s (layer %d): imports point down only", f.name, f.pkg, from, own, to)
			}
		}
	}
}

func TestModulesHaveOneHome(t *testing.T) {
	for _, f := range goFiles(t) {
		for _, imp := range f.imports {
			first, _, _ := strings.Cut(imp, "/")
			if !strings.Contains(first, ".") || strings.HasPrefix(imp, "golang.org/x/") {
				continue
			}
			homes, ok := homeOf(imp)
			if !ok {
				t.Errorf("%s: module %s has no home: decide on one in internal/layers/layers.go", f.name, imp)
			} else if !slices.ContainsFunc(homes, func(h string) bool { return f.pkg == h || strings.HasPrefix(f.pkg, h+"/") }) {
				t.Errorf("%s: forbidden import of %s: its home is %s", f.name, imp, strings.Join(homes, ", "))
			}
		}
	}
}

// A row that nothing needs any more would let through what nobody decided on.
func TestTablesHoldNothingElse(t *testing.T) {
	files := goFiles(t)
	for row := range Layer {
		parent, pattern := strings.CutSuffix(row, "/*")
		if !slices.ContainsFunc(files, func(f file) bool { return f.pkg == row || pattern && strings.HasPrefix(f.pkg, parent+"/") }) {
			t.Errorf("Layer has a row for %s, which is no package", row)
		}
	}
	for module, homes := range Home {
		for _, home := range homes {
			if !slices.ContainsFunc(files, func(f file) bool {
				return (f.pkg == home || strings.HasPrefix(f.pkg, home+"/")) && slices.ContainsFunc(f.imports, func(imp string) bool { return imp == module || strings.HasPrefix(imp, module+"/") })
			}) {
				t.Errorf("Home lets %s into %s, which does not import it", module, home)
			}
		}
	}
}

func TestOnlyCrawlOpensTheNetwork(t *testing.T) {
	seen := false
	for _, f := range goFiles(t) {
		for _, imp := range f.imports {
			if !slices.Contains(Network, imp) && !strings.HasPrefix(imp, "golang.org/x/net/proxy") {
				continue
			}
			if f.pkg == NetworkHome || strings.HasPrefix(f.pkg, NetworkHome+"/") {
				seen = true
			} else if !f.test {
				t.Errorf("%s: forbidden import of %s: only %s may open the network", f.name, imp, NetworkHome)
			}
		}
	}
	if _, err := os.Stat(filepath.Join(need.Root(t), NetworkHome)); err == nil && !seen {
		t.Errorf("%s imports no network package: the table is out of date", NetworkHome)
	}
}

// The database of an Auditor is for the packages below it: a screen or a command that selects it goes round the use
// cases.
func TestOnlyUseCasesReachTheStore(t *testing.T) {
	top := need.Root(t)
	for _, f := range goFiles(t) {
		if f.test || !strings.HasPrefix(f.pkg, "internal/gui") && f.pkg != "cmd/footprint" {
			continue
		}
		fset := token.NewFileSet()
		parsed, err := parser.ParseFile(fset, filepath.Join(top, f.name), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok && sel.Sel.Name == "DB" {
				t.Errorf("%s: reaches for the database: call a use case of internal/audit", fset.Position(sel.Pos()))
			}
			return true
		})
	}
}

// A test that skips itself may stay skipped for ever without anybody seeing it.
func TestOnlyListedTestsSkipThemselves(t *testing.T) {
	top, seen := need.Root(t), map[string]bool{}
	for _, f := range goFiles(t) {
		if !f.test {
			continue
		}
		fset := token.NewFileSet()
		parsed, err := parser.ParseFile(fset, filepath.Join(top, f.name), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if sel, ok := call.Fun.(*ast.SelectorExpr); ok && slices.Contains([]string{"t.Skip", "t.Skipf", "t.SkipNow", "testing.Short"}, fmt.Sprint(sel.X, ".", sel.Sel)) {
				seen[f.name] = true
				if Skips[f.name] == "" {
					t.Errorf("%s: a test skips itself: call need.That, need.Tools, need.Display or need.Sample", fset.Position(call.Pos()))
				}
			}
			return true
		})
	}
	for name := range Skips {
		if !seen[name] {
			t.Errorf("%s skips nothing: take it out of internal/layers/layers.go", name)
		}
	}
}

func layer(pkg string) (int, bool) {
	if n, ok := Layer[pkg]; ok {
		return n, true
	}
	for dir := pkg; dir != "." && dir != "/"; dir = path.Dir(dir) { // helpers of a package share its layer
		if n, ok := Layer[path.Dir(dir)+"/*"]; ok {
			return n, true
		}
		if n, ok := Layer[path.Dir(dir)]; ok {
			return n - 1, true
		}
	}
	return 0, false
}

func homeOf(imp string) (homes []string, ok bool) {
	best := ""
	for module, h := range Home {
		if (imp == module || strings.HasPrefix(imp, module+"/")) && len(module) > len(best) {
			best, homes = module, h
		}
	}
	return homes, best != ""
}

func goFiles(t *testing.T) []file {
	t.Helper()
	top := need.Root(t)
	var files []file
	err := filepath.WalkDir(top, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".")) {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(name, ".go") {
			return nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(top, name)
		if err != nil {
			return err
		}
		f := file{name: filepath.ToSlash(rel), test: strings.HasSuffix(name, "_test.go")}
		f.pkg = path.Dir(f.name)
		for _, spec := range parsed.Imports {
			imp, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			f.imports = append(f.imports, imp)
		}
		files = append(files, f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 10 {
		t.Fatalf("only %d Go files found below %s", len(files), top)
	}
	return files
}

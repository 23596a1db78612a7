package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"footprint/internal/footprint"
)

func writeMarkdown(w io.Writer, r *Report) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "# Footprint report\n\n%s. %d items audited, %d rows open.\n", r.Made.Format("2 January 2006"), r.Items, r.Open())
	if p := r.Purpose; p != nil {
		fmt.Fprintf(b, "\n## %s\n\n", escape(words(", by ", p.Title, longDate(p.Deadline))))
		for _, line := range p.Lead {
			fmt.Fprintf(b, "- %s\n", escape(line))
		}
		for _, w := range p.Weeks {
			fmt.Fprintf(b, "- From %s: %s (%d)\n", longDate(w.From), escape(w.Title), len(w.Rows))
		}
	}
	if r.OnePage {
		for _, f := range r.First() {
			fmt.Fprintf(b, "- [ ] `%s` %s\n", f.Row.ID, escape(f.Group.Title))
		}
		return b.Flush()
	}
	for _, g := range r.Groups {
		fmt.Fprintf(b, "\n## %s (%s)\n\n%s %s\n\n", escape(g.Title), g.Severity, escape(g.Action), escape(g.Explanation))
		if g.Step != "" {
			fmt.Fprintf(b, "How: %s\n\n", escape(g.Step))
		}
		for _, row := range g.Rows {
			box := " "
			if row.Status != footprint.StatusOpen {
				box = "x"
			}
			fmt.Fprintf(b, "- [%s] `%s` %s\n", box, row.ID, escape(words(" · ", row.Platform, string(row.Kind), date(row.Posted), string(row.Visibility), row.Container, row.Confidence.String())))
			if row.Excerpt != "" {
				fmt.Fprintf(b, "  > %s\n", escape(row.Excerpt))
			}
			if row.Note != "" {
				fmt.Fprintf(b, "  Note: %s\n", escape(row.Note))
			}
		}
		if len(g.Guidance) > 0 {
			fmt.Fprintln(b, "\nGuidance:")
		}
		for _, c := range g.Guidance {
			fmt.Fprintf(b, "- %s: %s, %s. %s\n", escape(c.ID), escape(c.Document), escape(c.Section), escape(c.Paraphrase))
		}
	}
	writeEvidence(b, r.Evidence)
	return b.Flush()
}

func writeEvidence(b *bufio.Writer, list []Evidence) {
	if len(list) > 0 {
		fmt.Fprint(b, "\n## Evidence\n\nSHA-256 of each item's words, the export it stands in, and what was done when.\n")
	}
	for _, e := range list {
		fmt.Fprintf(b, "\n- `%s` words `%s`\n  %s `%s`, %s\n", escape(e.ID), e.SHA256, escape(e.Export), e.Digest, escape(e.File))
		for _, s := range e.Steps {
			fmt.Fprintf(b, "  - %s: %s\n", clock(s.At), escape(s.Text))
		}
	}
}

// escape makes text plain in Markdown: one line, no markup, no HTML, no links.
func escape(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\n' || r == '\r' || r == '\t':
			b.WriteByte(' ')
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case strings.ContainsRune("\\`*_{}[]#|~!&", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == ':' && strings.HasSuffix(b.String(), "http"), r == ':' && strings.HasSuffix(b.String(), "https"):
			b.WriteString("\\:") // no automatic links
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func words(sep string, parts ...string) string {
	var some []string
	for _, p := range parts {
		if p != "" {
			some = append(some, p)
		}
	}
	return strings.Join(some, sep)
}

package identify

import (
	"sort"
	"strings"
)

// cell is a field of a table with what the head of its column announces.
type cell struct {
	start, end int
	label      labels
}

// maxColumns bounds the columns of a table.
const maxColumns = 40

// columns reads tables, whose labels stand at the head of a column: "Patient | DOB" above "R. Osei | 12/09/1961", CSV.
func (s *scan) columns() {
	for at := 0; at < len(s.text); {
		line, next := lineAt(s.text, at)
		mark := delimiter(line)
		if mark == 0 || next >= len(s.text) {
			at = next
			continue
		}
		head := s.heads(at, line, mark)
		at = next
		if head == nil {
			continue
		}
		for at < len(s.text) {
			row, below := lineAt(s.text, at)
			if strings.Trim(row, "|-: +=\t\r") == "" && row != "" { // the rule under a head
				at = below
				continue
			}
			if strings.Count(row, string(mark)) != len(head)-1 {
				break
			}
			start := at
			for k, part := range strings.Split(row, string(mark)) {
				if head[k] != 0 {
					s.cells = append(s.cells, cell{start, start + len(part), head[k]})
				}
				start += len(part) + 1
			}
			at = below
		}
	}
}

// lineAt returns the line that begins at byte at, and where the next one begins.
func lineAt(text string, at int) (line string, next int) {
	if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
		return text[at : at+n], at + n + 1
	}
	return text[at:], len(text)
}

// delimiter returns the mark that divides a line that may be the head of a table, 0 where none does: a head has no figures.
func delimiter(line string) byte {
	if strings.ContainsAny(line, "0123456789.!?") {
		return 0
	}
	for _, mark := range [...]byte{'|', '\t', ';', ','} {
		if n := strings.Count(line, string(mark)); n > 0 && n < maxColumns && !(mark == ',' && strings.Contains(line, ", ")) { // prose
			return mark
		}
	}
	return 0
}

// heads returns what each column announces; nil when none announces anything or one is too long for a head.
func (s *scan) heads(at int, line string, mark byte) []labels {
	var all []labels
	some := false
	i := s.after(s.before(at)+1, at)
	for part := range strings.SplitSeq(line, string(mark)) {
		end, words := at+len(part), 0
		var l labels
		for ; i < len(s.toks) && s.toks[i].start < end; i++ {
			l |= s.toks[i].label
			words += btoi(s.toks[i].shape != symbol)
		}
		if words > 4 {
			return nil
		}
		at = end + 1
		all, some = append(all, l), some || l != 0
		if i < len(s.toks) && s.toks[i].start < at {
			i++ // the mark
		}
	}
	if !some {
		return nil
	}
	return all
}

// headed returns what the head of the column announces in which token i stands, 0 outside tables.
func (s *scan) headed(i int) labels {
	at := s.toks[i].start
	k := sort.Search(len(s.cells), func(k int) bool { return s.cells[k].end > at })
	if k < len(s.cells) && s.cells[k].start <= at {
		return s.cells[k].label
	}
	return 0
}

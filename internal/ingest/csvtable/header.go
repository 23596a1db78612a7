package csvtable

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"strings"

	"footprint/internal/footprint"
)

type header struct {
	names []string
	index map[string]int
}

// join repairs a row with too many cells, which an unescaped separator in the text makes: the neighbours that
// are longest together were one cell. Nothing gets lost.
func (h *header) join(cells []string) []string {
	extra := len(cells) - len(h.names)
	if extra <= 0 || len(h.names) == 0 {
		return cells
	}
	longest, most := 0, 0
	for i := range h.names {
		if n := len(strings.Join(cells[i:i+extra+1], "")); n > most {
			longest, most = i, n
		}
	}
	out := append([]string{}, cells[:longest]...)
	out = append(out, strings.Join(cells[longest:longest+extra+1], ","))
	return append(out, cells[longest+extra+1:]...)
}

// findHeader reads up to and including the header line.
func findHeader(in *bufio.Reader, columns []string) (string, error) {
	const maxPreamble = 50
	for range maxPreamble {
		line, err := in.ReadString('\n')
		if len(line) > maxRow {
			return "", footprint.ErrTooLarge
		}
		trimmed := strings.TrimRight(line, "\r\n")
		if trimmed != "" && (len(columns) == 0 || begins(trimmed, columns)) {
			return trimmed, nil
		}
		if err != nil {
			return "", err
		}
	}
	return "", fmt.Errorf("%w: no header line", footprint.ErrDamaged)
}

func begins(line string, columns []string) bool {
	first, _, _ := strings.Cut(line, string(separator(line)))
	for _, c := range columns {
		if Fold(first) == Fold(c) {
			return true
		}
	}
	return false
}

// separator is the most frequent of the three separators in the header line.
func separator(head string) rune {
	best := ','
	for _, sep := range []rune{';', '\t'} {
		if strings.Count(head, string(sep)) > strings.Count(head, string(best)) {
			best = sep
		}
	}
	return best
}

func parseHeader(line string, sep rune) (*header, error) {
	c := csv.NewReader(strings.NewReader(line))
	c.Comma, c.LazyQuotes = sep, true
	names, err := c.Read()
	if err != nil {
		return nil, fmt.Errorf("%w: header line", footprint.ErrDamaged)
	}
	for len(names) > 0 && strings.TrimSpace(names[len(names)-1]) == "" { // a trailing comma
		names = names[:len(names)-1]
	}
	h := &header{names: names, index: map[string]int{}}
	for i, name := range names {
		if _, taken := h.index[Fold(name)]; !taken {
			h.index[Fold(name)] = i
		}
	}
	return h, nil
}

package account

import (
	"bufio"
	"errors"
	"fmt"
	"hash/maphash"
	"io"
	"mime/quotedprintable"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/csvtable"
	"footprint/internal/ingest/takeout/product"
)

const contactsPage = "https://contacts.google.com"

// Contacts reads address books; the same person lies in the files of several groups and is handed out once.
type Contacts struct {
	r     *product.Reader
	seed  maphash.Seed
	seen  map[uint64]bool
	first string
}

// NewContacts returns a reader without contacts yet.
func NewContacts(r *product.Reader) *Contacts {
	return &Contacts{r: r, seed: maphash.MakeSeed(), seen: map[uint64]bool{}}
}

// Done hands out the address book as a whole.
func (c *Contacts) Done() {
	if n := len(c.seen); n > 0 {
		c.r.At(c.first)
		c.r.Emit(0, footprint.Item{Kind: footprint.KindUploadedContacts, Count: &n, URL: contactsPage, Visibility: footprint.VisibilityPrivate})
	}
}

// person is one entry.
type person struct {
	name, work, note string
	emails, phones   []string
	others           map[string]string
}

func (c *Contacts) emit(pos int64, name string, p person) bool {
	if p.name == "" {
		p.name = strings.Join(append(append([]string{}, p.emails...), p.phones...), ", ")
	}
	id := strings.Join([]string{p.name, strings.Join(p.emails, " "), strings.Join(p.phones, " ")}, "|")
	key := maphash.String(c.seed, id)
	if p.name == "" || c.seen[key] {
		return !c.r.Stopped()
	}
	if c.seen[key] = true; c.first == "" {
		c.first = name
	}
	it := footprint.Item{Kind: footprint.KindContact, Author: "other", NativeID: id, Target: p.name, Text: p.name, Work: p.work, Description: p.note, URL: contactsPage, Visibility: footprint.VisibilityPrivate, Details: p.others}
	product.Put(&it, "e-mail", strings.Join(p.emails, ", "))
	product.Put(&it, "telephone", strings.Join(p.phones, ", "))
	return c.r.Emit(pos, product.Tidy(it))
}

// Cards reads vCards, one after the other.
func (c *Contacts) Cards(name string) {
	c.r.At(name)
	f, err := c.r.X.Open(name)
	if err != nil {
		c.r.Fail(0, err)
		return
	}
	defer f.Close()
	p, open, n := person{}, false, int64(0)
	err = unfold(f, func(line string) bool {
		key, params, value := property(line)
		switch {
		case key == "BEGIN":
			p, open = person{}, true
		case key == "END" && open:
			n, open = n+1, false
			return c.emit(n, name, p)
		case open:
			p.take(key, params, value)
		}
		return !c.r.Stopped()
	})
	if err == nil && open {
		err = fmt.Errorf("%w: card not closed", footprint.ErrDamaged)
	}
	if err != nil {
		c.r.Fail(n+1, err)
	}
}

// unfold joins lines that go on with a blank. What exceeds a megabyte, as pictures may, is cut.
func unfold(r io.Reader, visit func(string) bool) error {
	const longest = 1 << 20
	in := bufio.NewReaderSize(r, 64<<10)
	var line []byte
	whole := true // the last piece read ended its line
	for {
		piece, err := in.ReadSlice('\n')
		if whole && (len(piece) == 0 || piece[0] != ' ' && piece[0] != '\t') {
			if len(line) > 0 && !visit(string(line)) {
				return nil
			}
			line = line[:0]
		} else if whole {
			piece = piece[1:]
		}
		whole = !errors.Is(err, bufio.ErrBufferFull)
		if len(line)+len(piece) <= longest {
			line = append(line, strings.TrimRight(string(piece), "\r\n")...)
		}
		switch {
		case errors.Is(err, io.EOF):
			if len(line) > 0 {
				visit(string(line))
			}
			return nil
		case err != nil && whole:
			return err
		}
	}
}

// property takes a line apart: "item1.EMAIL;TYPE=HOME:a@b.example".
func property(line string) (key, params, value string) {
	head, value, _ := strings.Cut(line, ":")
	key, params, _ = strings.Cut(head, ";")
	if i := strings.LastIndexByte(key, '.'); i >= 0 {
		key = key[i+1:]
	}
	return strings.ToUpper(strings.TrimSpace(key)), strings.ToUpper(params), value
}

var unescape = strings.NewReplacer(`\n`, "\n", `\N`, "\n", `\,`, ",", `\;`, ";", `\\`, `\`)

func (p *person) take(key, params, value string) {
	if strings.Contains(params, "QUOTED-PRINTABLE") {
		if b, err := io.ReadAll(quotedprintable.NewReader(strings.NewReader(value))); err == nil {
			value = string(b)
		}
	}
	const most = 100
	value = strings.TrimSpace(ingest.CleanText(unescape.Replace(value)))
	switch {
	case value == "" || len(p.emails)+len(p.phones)+len(p.others) > most:
	case key == "FN":
		p.name = value
	case key == "N" && p.name == "":
		p.name = strings.Join(strings.Fields(strings.ReplaceAll(value, ";", " ")), " ")
	case key == "EMAIL":
		p.emails = append(p.emails, value)
	case key == "TEL":
		p.phones = append(p.phones, value)
	case key == "ORG", key == "TITLE":
		p.work = strings.Trim(p.work+", "+strings.Trim(value, ";"), ", ")
	case key == "NOTE":
		p.note = value
	case key == "ADR", key == "BDAY", key == "URL", key == "NICKNAME", key == "CATEGORIES":
		if p.others == nil {
			p.others = map[string]string{}
		}
		p.others[strings.ToLower(key)] = strings.Trim(value, ";")
	}
}

// Table reads contacts as a table; columns are numbered ("E-mail 1 - Value").
func (c *Contacts) Table(name string) {
	c.r.CSV(name, func(row csvtable.Row) bool {
		p := person{name: row.Get("Name", "File As"), note: row.Get("Notes"), others: map[string]string{}}
		if p.name == "" {
			p.name = strings.TrimSpace(row.Get("First Name", "Given Name") + " " + row.Get("Last Name", "Family Name"))
		}
		row.Each(func(column, value string) {
			switch key := csvtable.Fold(column); {
			case email.MatchString(value):
				p.emails = append(p.emails, ingest.CleanText(value))
			case strings.HasPrefix(key, "phone") && strings.HasSuffix(key, "value"), strings.HasPrefix(key, "telefon") && strings.HasSuffix(key, "wert"):
				p.phones = append(p.phones, ingest.CleanText(value))
			case strings.HasPrefix(key, "organi"):
				if strings.HasSuffix(key, "name") || strings.HasSuffix(key, "title") {
					p.work = strings.Trim(p.work+", "+ingest.CleanText(value), ", ")
				}
			case strings.HasSuffix(key, "formatted"), key == "birthday", key == "nickname":
				p.others[ingest.CleanText(column)] = ingest.CleanText(value)
			}
		})
		p.name, p.note = ingest.CleanText(p.name), ingest.CleanText(p.note)
		return c.emit(row.N, name, p)
	})
}

package whatsapp

// order says which of the three numbers of a date is which.
type order struct{ year, month, day int }

func (o order) String() string {
	names := [3]string{}
	names[o.year], names[o.month], names[o.day] = "year", "month", "day"
	return names[0] + ", " + names[1] + ", " + names[2]
}

// dates gathers what the whole file says about the order of its dates.
type dates struct {
	n       int
	four    [3]int // how often each number has four digits
	most    [3]int
	changes [3]int
	last    [3]int
	sep     byte
	lastDay int // the previous date when read day first, and when read month first
	lastMon int
	backDay int // how often the dates go backwards when read so
	backMon int
}

func (d *dates) add(h header) {
	for i, v := range h.date {
		if h.digits[i] == 4 {
			d.four[i]++
		} else {
			d.most[i] = max(d.most[i], v)
		}
		if d.n > 0 && v != d.last[i] {
			d.changes[i]++
		}
	}
	d.last, d.sep = h.date, h.sep
	p, q := d.others()
	first := h.date[d.year()]*10000 + h.date[q]*100 + h.date[p]
	second := h.date[d.year()]*10000 + h.date[p]*100 + h.date[q]
	if d.n > 0 {
		if first < d.lastDay {
			d.backDay++
		}
		if second < d.lastMon {
			d.backMon++
		}
	}
	d.lastDay, d.lastMon = first, second
	d.n++
}

// year is where the year stands: the number with four digits, else the last; else one that is no day.
func (d *dates) year() int {
	for i, n := range d.four {
		if n > 0 {
			return i
		}
	}
	if d.most[0] > 31 {
		return 0
	}
	return 2
}

// others are the two numbers that are not the year, in order.
func (d *dates) others() (p, q int) {
	switch d.year() {
	case 0:
		return 1, 2
	case 1:
		return 0, 2
	}
	return 0, 1
}

// decide returns the order and the reason; sure is false when the file leaves it open.
func (d *dates) decide() (o order, why string, sure bool) {
	p, q := d.others()
	dayFirst, monthFirst := order{d.year(), q, p}, order{d.year(), p, q}
	switch {
	case d.most[p] > 12:
		return dayFirst, "a first number above 12", true
	case d.most[q] > 12:
		return monthFirst, "a second number above 12", true
	case d.backDay != d.backMon:
		if d.backDay < d.backMon {
			return dayFirst, "the order of the messages", true
		}
		return monthFirst, "the order of the messages", true
	case d.year() == 0:
		return monthFirst, "the year standing first", true
	case d.changes[p] > d.changes[q]+1:
		return dayFirst, "the number that changes more often", true
	case d.changes[q] > d.changes[p]+1:
		return monthFirst, "the number that changes more often", true
	case d.sep == '.':
		return dayFirst, "the dots between the numbers", true
	}
	return dayFirst, "nothing in the file tells", false
}

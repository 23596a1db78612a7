package view

// Marked reports whether row i is marked.
func (c *Checklist) Marked(i int) bool { return c.marked[c.seen.shown[i]] }

// Marks is the number of marked rows.
func (c *Checklist) Marks() int { return c.marks }

// Mark turns the mark of row i round.
func (c *Checklist) Mark(i int) {
	if i < 0 || i >= len(c.seen.shown) {
		return
	}
	at := c.seen.shown[i]
	if c.marked[at] {
		c.marks--
	} else {
		c.marks++
	}
	c.marked[at] = !c.marked[at]
}

// MarkAll marks every row shown, or none if all are marked.
func (c *Checklist) MarkAll() {
	all := c.marks == len(c.seen.shown)
	c.unmark()
	if all {
		return
	}
	for _, at := range c.seen.shown {
		c.marked[at] = true
	}
	c.marks = len(c.seen.shown)
}

// unmark takes all marks away.
func (c *Checklist) unmark() {
	if c.marks > 0 {
		clear(c.marked)
		c.marks = 0
	}
}

// Targets are the tasks a decision is about, whatever is marked later.
type Targets struct {
	list  *Checklist
	tasks []int32
}

// Len is how many they are.
func (t Targets) Len() int { return len(t.tasks) }

// Targets are the tasks of the marked rows in order, or of the one under the cursor.
func (c *Checklist) Targets() Targets {
	t := Targets{list: c}
	if c.marks == 0 {
		if i := c.Cursor(); i >= 0 {
			t.tasks = c.seen.row(c.seen.shown[i])
		}
		return t
	}
	t.tasks = make([]int32, 0, c.marks)
	for _, at := range c.seen.shown {
		if c.marked[at] {
			t.tasks = append(t.tasks, c.seen.row(at)...)
		}
	}
	return t
}

// in finds them in a list that may have been read anew.
func (t Targets) in(c *Checklist) []int32 {
	if t.list == c {
		return t.tasks
	}
	var list []int32
	for _, i := range t.tasks {
		if at, ok := c.at(t.list.tasks[i].ID); ok {
			list = append(list, at)
		}
	}
	return list
}

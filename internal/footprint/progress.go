package footprint

import "sync/atomic"

// Progress counts the steps of a long task. Work writes it from any goroutine; CLI and window poll
// Snapshot about ten times a second. All methods accept a nil receiver, so that work which nobody
// watches needs no special case.
type Progress struct {
	total, done atomic.Int64
	stage, note atomic.Pointer[string]
}

// Snapshot is the state of a task at one moment. Total is 0 while it is not known.
type Snapshot struct {
	Stage, Note string
	Done, Total int64
}

// Start begins a stage of total steps (0 if not known) and sets the counter back.
func (p *Progress) Start(stage string, total int64) {
	if p == nil {
		return
	}
	p.done.Store(0)
	p.total.Store(total)
	p.stage.Store(&stage)
	p.note.Store(nil)
}

// Add reports n more steps.
func (p *Progress) Add(n int64) {
	if p != nil {
		p.done.Add(n)
	}
}

// Note says what is being worked on, for instance a file name. It must not hold item text.
func (p *Progress) Note(text string) {
	if p != nil {
		p.note.Store(&text)
	}
}

// Snapshot returns the present state.
func (p *Progress) Snapshot() Snapshot {
	if p == nil {
		return Snapshot{}
	}
	s := Snapshot{Done: p.done.Load(), Total: p.total.Load()}
	if v := p.stage.Load(); v != nil {
		s.Stage = *v
	}
	if v := p.note.Load(); v != nil {
		s.Note = *v
	}
	return s
}

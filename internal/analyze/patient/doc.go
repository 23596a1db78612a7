// Package patient reads from one passage what it tells about one person under care: the facts that could
// identify the person, whose person it is (a patient, the writer, a relative, an exam vignette ...), and how sure
// it is that a real encounter is told.
//
// It decides no rule and knows no item: the rule kinds of package analyze ask it and add audience, time and
// pictures. Reading is linear in the length of the passage. A Reader is immutable and safe for concurrent use.
package patient

import "slices"

// FactType names a kind of fact with the word that findings use for its span.
type FactType string

// Types of fact. The first block identifies a person directly, the second only in combination.
const (
	Name     FactType = "name"      // a name, or initials beside another fact
	HealthID FactType = "health_id" // a record or health-system number
	Bed      FactType = "other_id"  // a bed, bay or room number

	Age        FactType = "age"
	Sex        FactType = "sex"
	Date       FactType = "date" // a date, weekday, clock time or "last night"
	Place      FactType = "place"
	Hospital   FactType = "hospital"
	Ward       FactType = "ward" // a ward, clinic or department
	Condition  FactType = "condition"
	Occupation FactType = "occupation"
	Relation   FactType = "relation"
	Outcome    FactType = "outcome" // death, birth, recovery
	Mechanism  FactType = "mechanism"
	Device     FactType = "device"
	Origin     FactType = "origin" // nationality or ethnicity
	Rarity     FactType = "rarity" // the writer says how unusual it is
	Quote      FactType = "quote"  // what the person said or did
)

// Fact is one fact and where it stands.
type Fact struct {
	Type FactType
	// Weight is how much the fact narrows down who was meant: 0.5 hardly, 1 weak, 1.5 strong, 2.5 rare.
	Weight float64
	// From and To are the tokens of the passage, To exclusive.
	From, To int
}

// Subject says whom a passage is about.
type Subject string

// Subjects. Each but Patient is a reason for not reporting, worded for the user.
const (
	Nobody     Subject = ""
	Patient    Subject = "a patient"
	Self       Subject = "the writer's own health"
	Family     Subject = "family or friends of the writer"
	Animal     Subject = "an animal"
	Invented   Subject = "fiction or an exam vignette"
	Published  Subject = "a published case"
	Simulated  Subject = "a simulation"
	Population Subject = "patients in general"
	History    Subject = "history"
	Teaching   Subject = "teaching without an individual"
)

// Writer is what is known of the author.
type Writer struct {
	// Professional is true for health professionals and students.
	Professional bool
	// Lay is true when the writer is known to work outside health care.
	Lay bool
	// Known are names (lower case) that are relatives, friends or colleagues and no patients.
	Known map[string]bool
	// Chat is true when the passage stands in a chat of colleagues, where shorthand is enough.
	Chat bool
}

// Story is what a passage tells about one person.
type Story struct {
	Subject Subject
	// Sure is how strongly the passage reads as a real encounter: below Told it is not one.
	Sure  float64
	Facts []Fact
	// Score is the weight of the facts that identify in combination, one per type.
	Score float64
	// Direct is true when a name, number or bed points to the person.
	Direct bool
	// Renamed is true when the wording shows that only the name was changed.
	Renamed bool
	// Died, Born and Better tell of the person's death, birth or recovery.
	Died, Born, Better bool
	// Joyful is true when the passage celebrates.
	Joyful bool
	// Report is true for passages in the form of a clinical note or case report.
	Report bool
	// Work is true when the writer is plainly at work in health care.
	Work bool
	// Mine is true when the words make the person a patient of the writer: "one of my patients", "my stroke lady".
	Mine bool
	// Person is true when one person is spoken of.
	Person bool
	// Body is true when a part of the body is spoken of.
	Body bool
	// Clinical counts the clinical words.
	Clinical int
	// told is true when a short post reads as an encounter.
	told bool
	// Lowered lists what speaks against a real patient.
	Lowered []string
}

// Told is the least Sure of a passage that tells of a patient; Plain that of one without much doubt.
const (
	Told  = 4.0
	Plain = 6.0
)

// Tells reports whether the passage tells of one real patient.
func (s *Story) Tells() bool { return s.Subject == Patient && s.Sure >= Told }

// Identifies reports whether the facts together could point to the person: four weak ones, or a rare
// condition with place or date.
func (s *Story) Identifies() bool { return s.Score >= 3 }

// Has reports whether a fact of the type was found.
func (s *Story) Has(t FactType) bool {
	for i := range s.Facts {
		if s.Facts[i].Type == t {
			return true
		}
	}
	return false
}

// types counts the types of fact that were found.
func (s *Story) types() int {
	n := 0
	for i := range s.Facts {
		if !slices.ContainsFunc(s.Facts[:i], func(f Fact) bool { return f.Type == s.Facts[i].Type }) {
			n++
		}
	}
	return n
}

// Inside reports whether fact i lies inside a longer one of its type: "old" in "58-year-old".
func (s *Story) Inside(i int) bool {
	f := &s.Facts[i]
	for k := range s.Facts {
		if o := &s.Facts[k]; k != i && o.Type == f.Type && o.From <= f.From && f.To <= o.To && o.To-o.From > f.To-f.From {
			return true
		}
	}
	return false
}

// maxFacts bounds the facts kept of one passage: the next hundred say nothing new.
const maxFacts = 128

// usualFacts is room for the facts of most passages that tell any.
const usualFacts = 8

func (s *Story) add(t FactType, weight float64, from, to int) {
	if len(s.Facts) == maxFacts {
		return
	}
	for i := range s.Facts {
		if f := &s.Facts[i]; f.From == from && f.To == to && f.Type == t {
			return
		}
	}
	if s.Facts == nil {
		s.Facts = make([]Fact, 0, usualFacts)
	}
	s.Facts = append(s.Facts, Fact{t, weight, from, to})
}

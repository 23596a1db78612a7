package identity

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"footprint/internal/footprint"
)

// person is one invented user with results of searches for them, each with its truth and the person it speaks
// of.
type person struct {
	Me      footprint.Person
	Results []struct{ URL, Title, Snippet, Truth, Person string }
}

func people(t *testing.T, files ...string) (all []person) {
	t.Helper()
	for _, file := range files {
		b, err := os.ReadFile(filepath.Join("testdata", file))
		if err != nil {
			t.Fatal(err)
		}
		var some []person
		if err := json.Unmarshal(b, &some); err != nil {
			t.Fatal(err)
		}
		all = append(all, some...)
	}
	return all
}

// Precision at least 0.95 at recall 0.80, over persons with namesakes of the same trade, town and time.
func TestInventedPeople(t *testing.T) {
	for _, file := range []string{"people.json", "people2.json", "people3.json"} {
		t.Run(file, func(t *testing.T) { measure(t, people(t, file)) })
	}
}

func measure(t *testing.T, all []person) {
	t.Helper()
	var hit, wrong, missed, asked, dismissed, others int
	for _, who := range all {
		p := New(who.Me, Extra{})
		for _, r := range who.Results {
			d := p.Decide(Subject{Title: r.Title, Snippet: r.Snippet, URL: r.URL}, r.URL, siteOf(r.URL))
			switch {
			case d.Verdict == Me && r.Truth == "me":
				hit++
			case d.Verdict == Me:
				wrong++
				t.Errorf("taken for %s: %s %+v", who.Me.Name, r.Title, d)
			case r.Truth == "me" && d.Verdict == NotMe:
				missed++
				t.Errorf("dismissed: %s %+v", r.Title, d)
			case r.Truth == "me":
				asked++
				t.Logf("asked: %s %+v", r.Title, d)
			case r.Truth == "not-me" && d.Verdict == NotMe:
				dismissed++
			}
			if r.Truth == "not-me" {
				others++
			}
		}
	}
	precision, recall := float64(hit)/float64(hit+wrong), float64(hit)/float64(hit+missed+asked)
	t.Logf("precision %.2f, recall %.2f, asked about %d of the user's, %d of %d namesakes dismissed", precision, recall, asked, dismissed, others)
	if precision < 0.95 || recall < 0.80 {
		t.Errorf("precision %.2f, recall %.2f", precision, recall)
	}
}

// B-Cubed over the namesakes, beside the two trivial answers: each result a person, and all of them one.
func TestNamesakesCluster(t *testing.T) {
	var score, alone, together, n float64
	for _, who := range people(t, "people.json") {
		var subjects []Subject
		var truth []string
		for _, r := range who.Results {
			if r.Truth == "not-me" {
				subjects, truth = append(subjects, Subject{Title: r.Title, Snippet: r.Snippet, URL: r.URL}), append(truth, r.Person)
			}
		}
		of := make([]int, len(subjects))
		for c, cluster := range New(who.Me, Extra{}).Clusters(subjects) {
			if len(cluster.Members) > 1 && len(cluster.Label) == 0 {
				t.Errorf("a group without a name: %+v", cluster)
			}
			for _, i := range cluster.Members {
				of[i] = c
			}
		}
		single, one := make([]int, len(subjects)), make([]int, len(subjects))
		for i := range single {
			single[i] = i
		}
		size := float64(len(subjects))
		score, alone, together, n = score+size*bcubed(of, truth), alone+size*bcubed(single, truth), together+size*bcubed(one, truth), n+size
	}
	t.Logf("B-Cubed F: %.2f; each alone %.2f; all together %.2f", score/n, alone/n, together/n)
	if score <= alone || score <= together || score/n < 0.9 {
		t.Errorf("B-Cubed F %.2f", score/n)
	}
}

func bcubed(of []int, truth []string) float64 {
	var precision, recall float64
	for i := range of {
		var both, cluster, class float64
		for j := range of {
			if of[i] == of[j] {
				cluster++
			}
			if truth[i] == truth[j] {
				class++
			}
			if of[i] == of[j] && truth[i] == truth[j] {
				both++
			}
		}
		precision, recall = precision+both/cluster, recall+both/class
	}
	return 2 * precision * recall / (precision + recall) / float64(len(of))
}

func TestAnswersTeachWords(t *testing.T) {
	me := footprint.Person{Name: "Tom Brackenridge", Role: "doctor", Place: "Hamilton", Jurisdiction: "NZ"}
	p := New(me, Extra{})
	at := func(host, snippet string) Subject {
		return Subject{Title: "Tom Brackenridge", Snippet: snippet, URL: "https://" + host + "/x"}
	}
	words := p.Learn([]Answered{{at("a.example", "Tenor of the Cathedral Choristers"), Me}, {at("b.example", "Choristers on tour"), Me}, {at("b.example", "Choristers and cathedral again"), Me},
		{at("c.example", "Darts league"), NotMe}, {at("d.example", "Darts final on tour"), NotMe}})
	if !words.Mine["choristers"] || words.Mine["tour"] || words.Others["tour"] || !words.Others["darts"] || words.Mine["brackenridge"] {
		t.Errorf("%+v", words)
	}
	taught := New(me, Extra{Answers: Answers{Words: words}})
	for snippet, more := range map[string]int{"Choristers, spring concert": 12, "Darts, spring cup": -12, "Spring": 0, "Choristers play darts": 0} {
		s := at("e.example", snippet)
		before, after := p.Decide(s, "", ""), taught.Decide(s, "", "")
		if after.Score-before.Score != more {
			t.Errorf("%q: %d, then %d", snippet, before.Score, after.Score)
		}
		if after.Verdict == Me {
			t.Errorf("%q: decided on a name and a word alone", snippet)
		}
	}
}

// People named beside the user speak for them, within a limit; a name in somebody else's family does not.
func TestPeopleNamedBeside(t *testing.T) {
	me := footprint.Person{Name: "Tom Brackenridge", Role: "doctor", Place: "Hamilton", Jurisdiction: "NZ", Relatives: []string{"Ana Brackenridge", "Wiremu Tait", "Jo Lund"}}
	p := New(me, Extra{})
	before := p.Decide(Subject{Title: "Wedding of the year", Snippet: "Tom Brackenridge danced."}, "", "").Score
	for snippet, more := range map[string]int{"Tom Brackenridge danced with Wiremu Tait.": 10, "Tom Brackenridge, Wiremu Tait, Jo Lund and Ana Brackenridge danced.": 20, "Tom Brackenridge danced with Ana Tait.": 0} {
		if d := p.Decide(Subject{Title: "Wedding of the year", Snippet: snippet}, "", ""); d.Score-before != more || d.Verdict == Me {
			t.Errorf("%q: %d more, %s", snippet, d.Score-before, d.Verdict)
		}
	}
}

func TestAPictureOfTheUsersSpeaksForThem(t *testing.T) {
	p := New(footprint.Person{Name: "Tom Brackenridge", Role: "doctor", Jurisdiction: "NZ"}, Extra{})
	s := Subject{Title: "Tom Brackenridge", Snippet: "Gallery"}
	alone := p.Decide(s, "", "")
	s.OwnPicture = true
	if with := p.Decide(s, "", ""); alone.Verdict == Me || with.Verdict != Me {
		t.Errorf("without %s, with %s", alone.Verdict, with.Verdict)
	}
	if d := p.Decide(Subject{Title: "Somebody else", OwnPicture: true}, "", ""); d.Verdict == Me {
		t.Errorf("a picture without the name: %+v", d)
	}
}

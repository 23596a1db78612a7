package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"sort"
	"strings"

	"footprint/internal/analyze/judge"
)

// calibrate fits Platt's two numbers per label on the dev split.
func calibrate(m *judge.Model, samples []sample) *judge.Model {
	type point struct {
		margin float64
		y      float64
	}
	var points [judge.NumLabels][]point
	for i := range samples {
		s := &samples[i]
		if !s.dev {
			continue
		}
		margins := m.Margins(s.text)
		for k := range judge.Label(judge.NumLabels) {
			if !s.knows(k) {
				continue
			}
			y := 0.0
			if s.has(k) {
				y = 1
			}
			points[k] = append(points[k], point{float64(margins[k]), y})
		}
	}
	var platt [judge.NumLabels][2]float32
	for k, ps := range points {
		a, b := 1.0, 0.0
		for range 60 { // Newton's method on the two numbers
			var ga, gb, haa, hab, hbb float64
			for _, p := range ps {
				q := 1 / (1 + math.Exp(-(a*p.margin + b)))
				w := q*(1-q) + 1e-9
				ga += (q - p.y) * p.margin
				gb += q - p.y
				haa += w * p.margin * p.margin
				hab += w * p.margin
				hbb += w
			}
			haa, hbb = haa+1e-3, hbb+1e-3
			det := haa*hbb - hab*hab
			a -= max(-1, min(1, (hbb*ga-hab*gb)/det))
			b -= max(-1, min(1, (haa*gb-hab*ga)/det))
		}
		platt[k] = [2]float32{float32(max(a, 0.05)), float32(b)}
	}
	return m.Calibrated(platt)
}

// quiet are the files that hold (nearly) no abuse: what is raised there is a false alarm.
var quiet = [...]string{"identity-neutral", "health-education", "everyday-comments", "everyday-tweets", "patient-cases", "personal-health", "medical-advice"}

// thresholds at which figures are given.
var thresholds = [...]float32{0.3, 0.5, 0.7, 0.8, 0.9, 0.95}

// table prints precision and recall per label, then recall and false alarms per file, on the dev split.
func table(w io.Writer, m *judge.Model, samples []sample) {
	fmt.Fprintf(w, "### Dev split, per label: precision / recall at probability\n\n| label | positive |")
	for _, t := range thresholds {
		fmt.Fprintf(w, " %.2f |", t)
	}
	fmt.Fprint(w, "\n|---|---|---|---|---|---|---|---|\n")
	scores := make(map[int]judge.Scores)
	for i := range samples {
		if samples[i].dev {
			scores[i] = m.Score(samples[i].text)
		}
	}
	for k := range judge.Label(judge.NumLabels) {
		var tp, fp [len(thresholds)]int
		pos := 0
		for i, sc := range scores {
			s := &samples[i]
			if !s.knows(k) {
				continue
			}
			if s.has(k) {
				pos++
			}
			for j, t := range thresholds {
				if sc[k] < t {
					continue
				}
				if s.has(k) {
					tp[j]++
				} else {
					fp[j]++
				}
			}
		}
		fmt.Fprintf(w, "| %s | %d |", k, pos)
		for j := range thresholds {
			fmt.Fprintf(w, " %.2f / %.2f |", ratio(tp[j], tp[j]+fp[j]), ratio(tp[j], pos))
		}
		fmt.Fprintln(w)
	}
	fmt.Fprint(w, "\n### Dev split, per file: recall, and share of other texts raised, at probability 0.7\n\n| file | texts | hate recall | hate raised otherwise | derogatory recall | derogatory raised otherwise |\n|---|---|---|---|---|---|\n")
	perFile(w, samples, func(i int) (judge.Scores, bool) { sc, ok := scores[i]; return sc, ok })
}

func perFile(w io.Writer, samples []sample, score func(int) (judge.Scores, bool)) {
	type count struct{ texts, pos, hit, neg, alarm int }
	byFile := map[string]*[2]count{}
	for i := range samples {
		sc, ok := score(i)
		if !ok {
			continue
		}
		s := &samples[i]
		c := byFile[s.file]
		if c == nil {
			c = new([2]count)
			byFile[s.file] = c
		}
		for j, k := range [2]judge.Label{judge.Hate, judge.Derogatory} {
			if !s.knows(k) {
				continue
			}
			c[j].texts++
			raised := sc[k] >= 0.7
			switch {
			case s.has(k):
				c[j].pos++
				c[j].hit += one(raised)
			default:
				c[j].neg++
				c[j].alarm += one(raised)
			}
		}
	}
	var names []string
	for f := range byFile {
		names = append(names, f)
	}
	sort.Slice(names, func(i, j int) bool {
		qi, qj := slices.Contains(quiet[:], names[i]), slices.Contains(quiet[:], names[j])
		return qi != qj && qj || qi == qj && names[i] < names[j]
	})
	for _, f := range names {
		c := byFile[f]
		fmt.Fprintf(w, "| %s | %d | %.2f (%d) | %.4f | %.2f (%d) | %.4f |\n", f, c[0].texts,
			ratio(c[0].hit, c[0].pos), c[0].pos, ratio(c[0].alarm, c[0].neg), ratio(c[1].hit, c[1].pos), c[1].pos, ratio(c[1].alarm, c[1].neg))
	}
}

// leaveOneOut trains without each of the files in turn ("a,b" or "all") and measures on all of it.
func leaveOneOut(w io.Writer, samples []sample, classes map[uint64]judge.Class, files string) {
	var names []string
	for i := range samples {
		f := samples[i].file
		if (files == "all" || slices.Contains(strings.Split(files, ","), f)) && (len(names) == 0 || names[len(names)-1] != f) {
			names = append(names, f)
		}
	}
	fmt.Fprint(w, "\n### Transfer: trained without the file, measured on all of it, at probability 0.7\n\n| file | texts | hate recall | hate raised otherwise | derogatory recall | derogatory raised otherwise |\n|---|---|---|---|---|---|\n")
	for _, name := range names {
		m := train(samples, classes, func(s *sample) bool { return !s.dev && s.file != name })
		m = calibrate(m, slices.DeleteFunc(slices.Clone(samples), func(s sample) bool { return s.file == name }))
		perFile(w, samples, func(i int) (judge.Scores, bool) {
			if samples[i].file != name {
				return judge.Scores{}, false
			}
			return m.Score(samples[i].text), true
		})
	}
}

func ratio(a, b int) float64 { return float64(a) / float64(max(b, 1)) }

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

package main

import (
	"fmt"
	"slices"

	"footprint/internal/analyze/patient"
)

// thirds is the number of parts of the training files of which one is left out with each batch of posts.
const thirds = 3

// leaveOut fits without each batch in turn and prints the share of it that is found at several chances.
func leaveOut(all []sample) {
	var batches []string
	for i := range all {
		if !all[i].shared && !slices.Contains(batches, all[i].batch) {
			batches = append(batches, all[i].batch)
		}
	}
	chance := make([]float64, len(all))
	for n, b := range batches {
		out := func(i int) bool { return all[i].batch == b || all[i].shared && i%thirds == n%thirds }
		var use []sample
		for i := range all {
			if !out(i) {
				use = append(use, all[i])
			}
		}
		w := fit(use)
		for i := range all {
			if out(i) && all[i].signs != nil {
				chance[i] = w.Chance((*[patient.NumSigns]float64)(all[i].signs))
			}
		}
	}
	steps := []float64{0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.8}
	fmt.Printf("%-18s patient texts %v\n", "batch", steps)
	names := batches
	for i := range all {
		if !slices.Contains(names, all[i].batch) {
			names = append(names, all[i].batch)
		}
	}
	for _, y := range []float64{1, 0} {
		for _, b := range names {
			n, hits := 0, make([]int, len(steps))
			for i := range all {
				if all[i].batch != b || all[i].patient != y {
					continue
				}
				n++
				for k, t := range steps {
					if chance[i] >= t {
						hits[k]++
					}
				}
			}
			if n == 0 {
				continue
			}
			fmt.Printf("%-18s %7v %5d", b, y == 1, n)
			for _, h := range hits {
				fmt.Printf(" %6.3f", float64(h)/float64(n))
			}
			fmt.Println()
		}
	}
}

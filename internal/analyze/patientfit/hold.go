package main

import (
	"fmt"
	"slices"
	"strings"
)

// thirds is the number of parts of the training files of which one is left out with each batch of posts.
const thirds = 3

// leaveOut fits without each batch of hold in turn and prints the posts on the wrong side of 0.3 and the share of each batch
// that is found at several chances.
func leaveOut(all []sample, hold string) {
	var batches []string
	for i := range all {
		if !all[i].shared && !slices.Contains(batches, all[i].batch) && (hold == "all" || slices.Contains(strings.Split(hold, ","), all[i].batch)) {
			batches = append(batches, all[i].batch)
		}
	}
	chance := make([]float64, len(all))
	for i := range chance {
		chance[i] = -1 // not left out
	}
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
			if !out(i) {
				continue
			}
			chance[i] = 0
			if all[i].seen != nil {
				chance[i] = w.Chance(all[i].seen)
			}
		}
	}
	for i := range all {
		if chance[i] >= 0 && !all[i].shared && (chance[i] >= 0.3) != (all[i].patient == 1) {
			fmt.Printf("%s\t%v\t%.2f\t%s\n", all[i].batch, all[i].patient == 1, chance[i], all[i].text)
		}
	}
	fmt.Printf("area under the curve of all posts left out: %.4f\n", area(all, chance))
	steps := []float64{0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.8}
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
				if all[i].batch != b || all[i].patient != y || chance[i] < 0 {
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

// area is the share of pairs of a post that tells of a patient and one that does not in which the first has the
// greater chance.
func area(all []sample, chance []float64) float64 {
	var is, not []float64
	for i := range all {
		switch {
		case all[i].shared || chance[i] < 0:
		case all[i].patient == 1:
			is = append(is, chance[i])
		default:
			not = append(not, chance[i])
		}
	}
	sum := 0.0
	for _, a := range is {
		for _, b := range not {
			switch {
			case a > b:
				sum++
			case a == b:
				sum += 0.5
			}
		}
	}
	return sum / float64(max(1, len(is)*len(not)))
}

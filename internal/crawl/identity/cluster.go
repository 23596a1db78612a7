package identity

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Cluster is a group of results that seem to speak of one person who is not the user.
type Cluster struct {
	Members []int    // indexes into what was given, ascending
	Label   []string // up to three words by which to know the person: trade, place, then words of the pages
}

// Points by which two results are joined, and how many it takes.
const (
	sameTrade, otherTrade = 2, -3
	samePlace, otherPlace = 2, -2
	sameWord              = 1
	enoughToJoin          = 3
)

// signs are what tells the person of one result from others.
type signs struct{ trades, places, words map[string]bool }

// Clusters groups results by the person they seem to speak of: the same trade, the same place, words they share
// and few others have. Results of one account or page on the same network stay apart unless something joins them.
// Groups come largest first.
func (p *Profile) Clusters(subjects []Subject) []Cluster {
	all := make([]signs, len(subjects))
	seen := map[string]int{}
	for i, s := range subjects {
		all[i] = p.signs(s)
		for w := range all[i].words {
			seen[w]++
		}
	}
	common := max(3, len(subjects)/4)
	for i := range all {
		maps.DeleteFunc(all[i].words, func(w string, _ bool) bool { return seen[w] > common })
	}
	near := make([][]int, len(subjects))
	for i := range near {
		near[i] = make([]int, len(subjects))
		for j := range i {
			near[i][j] = nearness(all[i], all[j])
			near[j][i] = near[i][j]
		}
	}
	groups := make([][]int, len(subjects))
	for i := range groups {
		groups[i] = []int{i}
	}
	for a, b, found := closest(near, groups); found; a, b, found = closest(near, groups) {
		groups[a] = append(groups[a], groups[b]...)
		groups = slices.Delete(groups, b, b+1)
	}
	var out []Cluster
	for _, g := range groups {
		slices.Sort(g)
		out = append(out, Cluster{g, label(all, g)})
	}
	slices.SortStableFunc(out, func(x, y Cluster) int { return cmp.Compare(len(y.Members), len(x.Members)) })
	return out
}

// closest finds the two groups whose members are on average nearest, if near enough.
func closest(near, groups [][]int) (a, b int, found bool) {
	best := 0.0
	for i := range groups {
		for j := i + 1; j < len(groups); j++ {
			sum := 0
			for _, x := range groups[i] {
				for _, y := range groups[j] {
					sum += near[x][y]
				}
			}
			if mean := float64(sum) / float64(len(groups[i])*len(groups[j])); mean >= enoughToJoin && mean > best {
				a, b, found, best = i, j, true, mean
			}
		}
	}
	return a, b, found
}

func nearness(x, y signs) (points int) {
	points += agree(x.trades, y.trades, sameTrade, otherTrade) + agree(x.places, y.places, samePlace, otherPlace)
	for w := range x.words {
		if y.words[w] {
			points += sameWord
		}
	}
	return points
}

func agree(x, y map[string]bool, same, other int) int {
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	for w := range x {
		if y[w] {
			return same
		}
	}
	return other
}

func (p *Profile) signs(s Subject) signs {
	t := newText(s)
	v := signs{map[string]bool{}, map[string]bool{}, p.distinctive(s)}
	for _, list := range []struct {
		phrases []phrase
		into    map[string]bool
	}{{p.jobs, v.trades}, {p.roles, v.trades}, {p.others, v.places}, {p.places, v.places}} {
		for _, ph := range list.phrases {
			if strings.Contains(t.joined, string(ph)) {
				list.into[strings.TrimSpace(string(ph))] = true
			}
		}
	}
	return v
}

// label names a group by what most of its members have.
func label(all []signs, group []int) []string {
	var words []string
	for _, of := range []func(signs) map[string]bool{func(s signs) map[string]bool { return s.trades }, func(s signs) map[string]bool { return s.places }, func(s signs) map[string]bool { return s.words }} {
		count := map[string]int{}
		for _, i := range group {
			for w := range of(all[i]) {
				count[w]++
			}
		}
		var best string
		for _, w := range slices.Sorted(maps.Keys(count)) {
			if count[w]*2 > len(group) && count[w] > count[best] && !slices.Contains(words, w) {
				best = w
			}
		}
		if best != "" && (len(group) > 1 || len(words) < 2) {
			words = append(words, best)
		}
	}
	return words
}

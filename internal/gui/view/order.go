package view

import "slices"

// orders sorts tasks once for every order and returns their places. Ties keep the order of weight, and
// equal weights the order in which they came.
func orders(tasks []Task, o Options) map[Sort][]int32 {
	weights := make([]uint64, len(tasks))
	for i := range tasks {
		weights[i] = tasks[i].weight()
	}
	byWeight := places(weights)
	rank := make([]uint64, len(tasks))
	for r, i := range byWeight {
		rank[i] = uint64(r)
	}
	// 40 bits hold the seconds since the year 1, which leaves 24 for the rank of 16 million tasks.
	newest := func(t uint64) uint64 { return 1<<40 - 1 - t }
	oldest := func(t uint64) uint64 { return (t - 1) & (1<<40 - 1) } // the unknown, 0, wraps to the end
	byTime := func(turn func(uint64) uint64) []int32 {
		keys := make([]uint64, len(tasks))
		for i := range tasks {
			keys[i] = turn(age(tasks[i].Created))<<24 | rank[i]
		}
		return places(keys)
	}
	return map[Sort][]int32{
		SortWeight: byWeight,
		SortNewest: byTime(newest),
		SortOldest: byTime(oldest),
		SortPlace:  byValue(tasks, rank, o.Platforms, func(t *Task) string { return t.Platform }),
		SortArea:   byValue(tasks, rank, o.Areas, func(t *Task) string { return t.Area }),
	}
}

// byValue orders by a value in the order of its list, then by rank.
func byValue(tasks []Task, rank []uint64, values []string, value func(*Task) string) []int32 {
	at := map[string]uint64{}
	for i, v := range values {
		at[v] = uint64(i + 1)
	}
	keys := make([]uint64, len(tasks))
	for i := range tasks {
		keys[i] = at[value(&tasks[i])]<<24 | rank[i]
	}
	return places(keys)
}

// places returns the indices of keys in ascending order.
func places(keys []uint64) []int32 {
	type entry struct {
		key uint64
		at  int32
	}
	entries := make([]entry, len(keys))
	for i, k := range keys {
		entries[i] = entry{k, int32(i)}
	}
	slices.SortFunc(entries, func(a, b entry) int {
		if a.key != b.key {
			if a.key < b.key {
				return -1
			}
			return 1
		}
		return int(a.at - b.at)
	})
	order := make([]int32, len(keys))
	for i, e := range entries {
		order[i] = e.at
	}
	return order
}

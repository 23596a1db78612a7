package mastodon

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/jsonstream"
)

const filtersFile = "custom_filters.json"

// lists are the CSV files offered beside the archive, most without a header.
func lists() map[string]func(row []string) footprint.Item {
	block := func(setting string) func([]string) footprint.Item {
		return func(row []string) footprint.Item {
			return footprint.Item{Kind: footprint.KindBlock, Setting: setting, Target: row[0]}
		}
	}
	follow := func(row []string) footprint.Item {
		return footprint.Item{Kind: footprint.KindFollowing, Direction: footprint.DirectionOutgoing, Target: row[0]}
	}
	return map[string]func([]string) footprint.Item{
		"following_accounts.csv": follow,
		"follows.csv":            follow,
		"followers.csv": func(row []string) footprint.Item {
			return footprint.Item{Kind: footprint.KindFollower, Direction: footprint.DirectionIncoming, Target: row[0]}
		},
		"blocked_accounts.csv": block("blocked"),
		"muted_accounts.csv":   block("muted"),
		"blocked_domains.csv":  block("server blocked"),
		"lists.csv": func(row []string) footprint.Item {
			it := footprint.Item{Kind: footprint.KindActivity, Title: "keeps a list", Container: row[0]}
			if len(row) > 1 {
				it.Target = row[1]
			}
			return it
		},
		"bookmarks.csv": func(row []string) footprint.Item {
			return footprint.Item{Kind: footprint.KindSaved, Target: person(row[0]), URL: row[0], Created: idTime(row[0])}
		},
	}
}

// lists reads the CSV files that lie beside the archive, or alone.
func (r *reader) lists(ctx context.Context) {
	readers := lists()
	for _, name := range slices.Sorted(maps.Keys(readers)) {
		if r.x.Has(name) && !r.stop && ctx.Err() == nil {
			r.list(ctx, name, readers[name])
		}
	}
	r.each(ctx, filtersFile, "custom_filters/[]", func(v jsonstream.Value) {
		var f struct {
			Title    loose `json:"title"`
			Keywords []struct {
				Word loose `json:"keyword"`
			} `json:"keywords_attributes"`
		}
		if err := json.Unmarshal(v.Raw, &f); err != nil {
			r.fail(filtersFile, v.Index, damaged(err))
			return
		}
		var words []string
		for _, k := range f.Keywords {
			words = append(words, string(k.Word))
		}
		r.emit(v.Index, footprint.Item{Kind: footprint.KindBlock, Author: footprint.AuthorSelf, Setting: "words filtered", Title: string(f.Title),
			Value: strings.Join(words, ", ")})
	})
}

func (r *reader) list(ctx context.Context, name string, item func([]string) footprint.Item) {
	f, err := r.x.Open(name)
	if err != nil {
		r.fail(name, 0, err)
		return
	}
	defer f.Close()
	r.file = name
	const largest = 64 << 20 // bytes; a million accounts
	table := csv.NewReader(io.LimitReader(f, largest))
	table.FieldsPerRecord, table.LazyQuotes = -1, true
	for pos := int64(1); ctx.Err() == nil && !r.stop; pos++ {
		row, err := table.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		var syntax *csv.ParseError
		switch {
		case errors.As(err, &syntax):
			r.fail(name, pos, damaged(err))
			continue
		case err != nil:
			r.fail(name, pos, err)
			return
		}
		for i := range row {
			row[i] = strings.TrimPrefix(ingest.CleanText(strings.TrimSpace(row[i])), "\ufeff")
		}
		if row[0] == "" || pos == 1 && (row[0] == "Account address" || strings.HasPrefix(row[0], "#domain")) {
			continue
		}
		it := item(row)
		it.Author = footprint.AuthorSelf
		if it.Kind == footprint.KindSaved || it.Kind == footprint.KindFollower {
			it.Author = "other"
		}
		it.NativeID = strings.Join([]string{r.actor, strings.TrimSuffix(name, ".csv"), it.Container, row[0]}, " ")
		if it.Kind == footprint.KindSaved {
			it.NativeID = r.actor + " " + row[0] // as in bookmarks.json
		} else if it.Target != row[0] {
			it.NativeID += " " + it.Target
		}
		if user, host, ok := strings.Cut(it.Target, "@"); ok && it.URL == "" && user != "" {
			it.URL = "https://" + host + "/@" + user
		}
		r.emit(pos, it)
	}
}

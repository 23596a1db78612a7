// Package assets holds the files built into the program: rules, word lists, guidance, the fitted
// models, and what the window shows. It only embeds.
package assets

import "embed"

// Analysis holds the rules, the word lists, the frames and the guidance catalogue, in the folders analyze.Load expects.
//
//go:embed rules/*.yaml lexicon/*.yaml frames/*.yaml guidance/catalogue.csv model/judge.bin model/patient.tsv model/conduct.bin
var Analysis embed.FS

// Actions holds the tables of how to undo things on each platform and of the settings to check there, as package
// actions expects them.
//
//go:embed actions.yaml settings.yaml
var Actions embed.FS

// Places is the table of cities and hospitals by which positions are named without a network. Its columns are
// name, kind (city or hospital), country, latitude and longitude.
//
//go:embed places.csv
var Places string

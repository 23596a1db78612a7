// Package layers holds the table of who may import whom, and the test that keeps it true.
//
// Imports point down only: a package may import packages of a lower layer, never of its own or a higher
// one. Third-party modules and the network have one home each. ARCHITECTURE.md shows the same picture.
package layers

// Layer gives each package of the module its height. Patterns end in "/*" for direct sub-folders; an exact
// entry wins over a pattern. What lies below a package that neither names (crawl/serp) stands one lower than it.
// A package without a place fails the test.
var Layer = map[string]int{
	"assets":             0,
	"internal/footprint": 0,
	"internal/layers":    0,
	"internal/need":      0, // tests only

	"internal/analyze/text":       10, // words, sentences, voices
	"internal/analyze/identify":   11, // numbers with check digits
	"internal/analyze/disguise":   11, // strong words behind a disguise
	"internal/analyze/lexicon":    12, // word lists over text
	"internal/analyze/judge":      13, // the statistical judge
	"internal/analyze/corpus":     13, // labelled texts for those that fit models
	"internal/analyze/svm":        13, // fits linear models
	"internal/analyze/*":          14,
	"internal/analyze/conductfit": 15, // fits the weights of package conduct
	"internal/analyze/patientfit": 15, // fits the weights of package patient

	"internal/analyze":                20,
	"internal/crawl":                  20,
	"internal/demo":                   20,
	"internal/ingest":                 20,
	"internal/ingest/container":       19, // zip, tar, folder or file as one fs.FS
	"internal/ingest/csvtable":        19,
	"internal/ingest/jsonstream":      19,
	"internal/ingest/htmltext":        23, // markup as plain text
	"internal/ingest/exportgen":       19, // archives to measure with
	"internal/ingest/exportgen/write": 20,
	"internal/picture":                20,
	"internal/report":                 20,
	"internal/store":                  20,
	"internal/store/vault":            19, // a database that is encrypted while SQLite works on it

	"internal/ingest/meta/value": 23, // what Facebook, Instagram, Messenger and Threads share, bottom up
	"internal/ingest/meta/page":  23,
	"internal/ingest/meta/field": 24,
	"internal/ingest/meta/find":  24,
	"internal/ingest/meta":       25,
	"internal/ingest/meta/chat":  26,

	"internal/ingest/facebook/record": 27,
	"internal/ingest/facebook/*":      28,

	"internal/ingest/feed":            29, // carries records from files to the reader
	"internal/ingest/takeout/product": 28, // what the readers of Google's products share
	"internal/ingest/takeout/*":       29,
	"internal/ingest/tumblr/page":     28, // one post as it stands on a page
	"internal/ingest/strava/track":    28, // the ends of a recorded way
	"internal/ingest/*":               30,
	"internal/ingest/ingesttest":      29, // tests only
	"internal/audit/core":             25, // what use cases work with
	"internal/audit/judging":          26,
	"internal/audit/drafts":           26, // what is not posted yet
	"internal/audit/pictures":         27,
	"internal/audit/outside":          28,
	"internal/audit":                  29, // the sum of them
	"internal/audit/*":                30, // use cases on top of it
	"internal/gui/view":               31,
	"internal/gui/look":               31, // colours, sizes, drawings
	"internal/gui/part":               32, // the widgets Fyne lacks
	"internal/gui/desk":               33, // what every screen works with
	"internal/gui/*":                  34, // screens large enough for a package of their own

	"internal/gui":        40,
	"internal/ingest/all": 40,

	"cmd/footprint":    50,
	"internal/torture": 50, // kills the program and fills its disk
}

// Home names the only packages that may import a third-party module; the longest matching prefix counts.
// Modules of the Go project (golang.org/x) are free where no entry names them.
var Home = map[string][]string{
	"fyne.io/fyne/v2":                   {"internal/gui", "cmd/footprint"},
	"fyne.io/fyne/v2/app":               {"cmd/footprint"},
	"github.com/gocolly/colly/v2":       {"internal/crawl"},
	"github.com/temoto/robotstxt":       {"internal/crawl"},
	"github.com/mattn/go-sqlite3":       {"internal/store"},
	"filippo.io/age":                    {"internal/store/vault"},
	"github.com/disintegration/imaging": {"internal/picture"},
	"github.com/bep/imagemeta":          {"internal/picture"},
	"github.com/corona10/goimagehash":   {"internal/picture"},
	"github.com/esimov":                 {"internal/picture"},
	"gopkg.in/yaml.v3":                  {"internal/analyze"},
	"github.com/fxamacker/cbor/v2":      {"internal/ingest/bluesky", "internal/ingest/exportgen"},
	"github.com/PuerkitoBio/goquery":    {"internal/crawl"},
	"github.com/spf13/cobra":            {"cmd/footprint"},
	"github.com/rogpeppe/go-internal":   {"cmd/footprint"},
	"github.com/zalando/go-keyring":     {"internal/crawl", "internal/audit/protect", "cmd/footprint"},
	"codeberg.org/go-pdf/fpdf":          {"internal/report"},
	"github.com/arran4/golang-ical":     {"internal/report"},
}

// Network lists the standard packages that can open a connection. Only internal/crawl may import them.
var Network = []string{"net", "net/http", "net/http/cookiejar", "net/rpc", "net/smtp", "net/textproto", "crypto/tls", "log/syslog"}

// NetworkHome is the one package that may open the network.
const NetworkHome = "internal/crawl"

// Skips names the only test files that may skip a test themselves, with the reason. Everything else that a test lacks goes
// through package need, so that the gate fails instead of skipping it.
var Skips = map[string]string{
	"cmd/footprint/script_test.go":         "a container may forbid network namespaces",
	"internal/analyze/scenario_test.go":    "a clone has no samples beside it",
	"internal/analyze/training_test.go":    "a clone has no training texts beside it",
	"internal/audit/kill_test.go":          "runs as a child of another test only",
	"internal/audit/readonly_unix_test.go": "a machine may let nobody run programs in its temporary folder",
	"internal/gui/story_test.go":           "draws pictures when asked to",
	"internal/store/store_test.go":         "Windows keeps access by the folder, not the file",
}

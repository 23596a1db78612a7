// Package exportgen writes exports of any size, to measure the import with. What they say is put together
// from a small word list by a fixed random sequence: the same options give the same export.
package exportgen

import (
	"archive/zip"
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"time"
)

// Options say how large the export is.
type Options struct {
	// Records is the number of posts, comments, messages or visits.
	Records int
	// Media files of MediaBytes each, where the format has them; zeros, stored without compression.
	Media      int
	MediaBytes int64
	// Telling makes every such post say something that a rule minds; 0 for none, as for the formats other than x.
	Telling int
}

// Format is one kind of export that can be written.
type Format struct {
	Name  string // the platform's id, see internal/ingest/all
	File  string // a file name that the platform's export could have
	Write func(io.Writer, Options) error
}

// Formats lists all of them.
var Formats = []Format{
	{"x", "x.zip", X},
	{"linkedin", "linkedin.zip", LinkedIn},
	{"takeout", "takeout.zip", Takeout},
	{"whatsapp", "WhatsApp Chat with Ferry crew.txt", WhatsApp},
	{"telegram", "telegram.zip", Telegram},
	{"reddit", "reddit.zip", Reddit},
	{"bluesky", "repo.car", Bluesky},
}

// words make up the posts.
var words = strings.Fields(`the a of to and in on for with from by about under over harbour river clinic ward garden bicycle
	kettle bread morning evening colleague neighbour cousin teacher train ticket queue lecture exam paper study result
	letter window weather rain wind sun snow quiet loud early late small large green blue tired happy cross proud curious
	walked ran wrote read cooked forgot found lost heard saw said asked answered learned taught waited laughed slept`)

// telling are sentences that rules mind, each for another reason.
var telling = []string{
	"Got so drunk last night that I missed the bus.", "This rota is complete bullshit.",
	"The old man in bed nine cried when I told him about his cancer.", "Our hospital is a disgrace and the managers are useless idiots.",
	"My flat is at 14 Harbour Street and the key is under the pot.", "Our head nurse is a lazy cow.",
}

// start is when the first record was written; each next one follows by step.
var start = time.Date(2012, 1, 1, 0, 0, 0, 0, time.UTC)

const step = 7 * time.Minute

func random() *rand.Rand { return rand.New(rand.NewPCG(1, 2)) }

// sentence is a text of about 8 to 38 words without a character that any format escapes.
func sentence(r *rand.Rand) string {
	var b strings.Builder
	for i := range 8 + r.IntN(30) {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(words[r.IntN(len(words))])
	}
	return b.String()
}

// text adds one file to an archive.
func text(z *zip.Writer, name string, fill func(*bufio.Writer)) error {
	e, err := z.Create(name)
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	out := bufio.NewWriterSize(e, 1<<16)
	fill(out)
	return out.Flush()
}

// archive writes files into a zip, in order.
func archive(w io.Writer, files ...file) error {
	z := zip.NewWriter(w)
	for _, f := range files {
		if err := text(z, f.name, f.fill); err != nil {
			return err
		}
	}
	return z.Close()
}

type file struct {
	name string
	fill func(*bufio.Writer)
}

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

// X writes an archive of posts of about 1.3 KB each.
func X(w io.Writer, o Options) error {
	z := zip.NewWriter(w)
	if err := text(z, "data/manifest.js", func(out *bufio.Writer) {
		fmt.Fprintf(out, "window.__THAR_CONFIG = {\n  \"userInfo\" : { \"accountId\" : \"1001\", \"userName\" : \"larkspur\", \"displayName\" : \"Wren Larkspur\" },\n"+
			"  \"archiveInfo\" : { \"isPartialArchive\" : false },\n  \"dataTypes\" : { \"tweets\" : { \"files\" : [ { \"fileName\" : \"data/tweets.js\", \"count\" : \"%d\" } ] } }\n}", o.Records)
	}); err != nil {
		return err
	}
	if err := text(z, "data/account.js", func(out *bufio.Writer) {
		out.WriteString(`window.YTD.account.part0 = [ { "account" : { "email" : "wren@example.org", "username" : "larkspur", "accountId" : "1001", "createdAt" : "2010-01-02T03:04:05.000Z", "accountDisplayName" : "Wren Larkspur" } } ]`)
	}); err != nil {
		return err
	}
	if err := text(z, "data/tweets.js", func(out *bufio.Writer) { posts(out, o) }); err != nil {
		return err
	}
	if err := media(z, o); err != nil {
		return err
	}
	return z.Close()
}

func posts(out *bufio.Writer, o Options) {
	r := random()
	out.WriteString("window.YTD.tweets.part0 = [")
	for i := range o.Records {
		if i > 0 {
			out.WriteString(",")
		}
		says := ""
		if o.Telling > 0 && i%o.Telling == 0 {
			says = telling[i/o.Telling%len(telling)] + " "
		}
		post(out, r, says, int64(1_000_000_000_000_000_000)+int64(i)*4_194_304_000, start.Add(time.Duration(i)*47*time.Minute))
	}
	out.WriteString("\n]")
}

// post writes one post of about 1.3 KB in the form X writes it: a third are replies, a tenth are reposts. One that
// says something of its own is neither.
func post(out *bufio.Writer, r *rand.Rand, says string, id int64, at time.Time) {
	var b strings.Builder
	reply, repost := r.IntN(3) == 0, r.IntN(10) == 0
	person := r.IntN(5000)
	if says != "" {
		reply, repost = false, false
	}
	b.WriteString(says)
	switch {
	case repost:
		fmt.Fprintf(&b, "RT @reader%d: ", person)
	case reply:
		fmt.Fprintf(&b, "@reader%d ", person)
	}
	for range 8 + r.IntN(30) {
		b.WriteString(words[r.IntN(len(words))])
		b.WriteByte(' ')
	}
	fmt.Fprintf(&b, "&amp; more https://t.co/%08x", r.Uint32())
	short := b.String()[b.Len()-len("https://t.co/00000000"):]
	fmt.Fprintf(out, `
  {
    "tweet" : {
      "edit_info" : {
        "initial" : { "editTweetIds" : [ "%[1]d" ], "editableUntil" : "%[2]s", "editsRemaining" : "5", "isEditEligible" : %[3]v }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          { "name" : "Reader %[4]d", "screen_name" : "reader%[4]d", "indices" : [ "0", "10" ], "id_str" : "%[5]d", "id" : "%[5]d" }
        ],
        "urls" : [
          { "url" : "%[6]s", "expanded_url" : "https://example.org/page/%[7]d", "display_url" : "example.org/page/%[7]d", "indices" : [ "40", "63" ] }
        ]
      },
      "display_text_range" : [ "0", "%[8]d" ],
      "favorite_count" : "%[9]d",
`, id, at.Format(time.RFC3339), !reply, person, 500_000+person, short, r.IntN(1_000_000), b.Len(), r.IntN(40))
	if reply && !repost {
		fmt.Fprintf(out, `      "in_reply_to_status_id_str" : "%[1]d",
      "in_reply_to_user_id" : "%[2]d",
      "in_reply_to_screen_name" : "reader%[3]d",
      "in_reply_to_user_id_str" : "%[2]d",
`, id-1, 500_000+person, person)
	}
	fmt.Fprintf(out, `      "id_str" : "%[1]d",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "%[1]d",
      "possibly_sensitive" : false,
      "created_at" : "%[2]s",
      "favorited" : false,
      "full_text" : "%[3]s",
      "lang" : "en"
    }
  }`, id, at.Format("Mon Jan 02 15:04:05 -0700 2006"), b.String())
}

func media(z *zip.Writer, o Options) error {
	block := make([]byte, 1<<20)
	for i := range o.Media {
		e, err := z.CreateHeader(&zip.FileHeader{Name: fmt.Sprintf("data/tweets_media/%d-Img%06d.jpg", int64(1_000_000_000_000_000_000)+int64(i), i), Method: zip.Store})
		if err != nil {
			return fmt.Errorf("write media: %w", err)
		}
		for left := o.MediaBytes; left > 0; left -= int64(len(block)) {
			if _, err := e.Write(block[:min(left, int64(len(block)))]); err != nil {
				return fmt.Errorf("write media: %w", err)
			}
		}
	}
	return nil
}

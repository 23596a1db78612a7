package exportgen

import (
	"bufio"
	"fmt"
	"io"
	"time"
)

// LinkedIn writes an export of 2024: a third each of shares, comments and connections.
func LinkedIn(w io.Writer, o Options) error {
	third := o.Records / 3
	return archive(w,
		file{"Profile.csv", func(out *bufio.Writer) {
			out.WriteString("First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers\n" +
				"Wren,Larkspur,,,,Registrar,,Hospitals,,Port Marlow,,,\n")
		}},
		file{"Shares.csv", func(out *bufio.Writer) {
			r := random()
			out.WriteString("Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n")
			for i := range third {
				fmt.Fprintf(out, "%s,https://www.linkedin.com/feed/update/urn%%3Ali%%3Ashare%%3A%d,\"%s\"\n\"\"\n\"%s\",,,MEMBER_NETWORK\n",
					start.Add(step*4*time.Duration(i)).Format("2006-01-02 15:04:05"), 7_050_000_000_000_000_000+int64(i), sentence(r), sentence(r))
			}
		}},
		file{"Comments.csv", func(out *bufio.Writer) {
			r := random()
			out.WriteString("Date,Link,Message\n")
			for i := range third {
				fmt.Fprintf(out, "%s,https://www.linkedin.com/feed/update/urn%%3Ali%%3Aactivity%%3A%d,\"%s, said \\\"%s\\\"\"\n",
					start.Add(step*4*time.Duration(i)).Format("2006-01-02 15:04:05"), 7_060_000_000_000_000_000+int64(i), sentence(r), words[r.IntN(len(words))])
			}
		}},
		file{"Connections.csv", func(out *bufio.Writer) {
			out.WriteString("Notes:\n\"When exporting your connection data, some may be missing.\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n")
			for i := range o.Records - 2*third {
				fmt.Fprintf(out, "Reader,Number%d,https://www.linkedin.com/in/reader%d,,\"Harbour, Tide and Co\",Teacher,%s\n", i, i, start.AddDate(0, 0, i%5000).Format("02 Jan 2006"))
			}
		}})
}

// Reddit writes an export of 2025: nine comments to a post.
func Reddit(w io.Writer, o Options) error {
	posts := o.Records / 10
	return archive(w,
		file{"statistics.csv", func(out *bufio.Writer) {
			out.WriteString("statistic,value\naccount name,quiet_larkspur\nregistration date,2010-05-06 07:08:09 UTC\n")
		}},
		file{"posts.csv", func(out *bufio.Writer) {
			r := random()
			out.WriteString("id,permalink,date,ip,subreddit,gildings,title,url,body\n")
			for i := range posts {
				link := fmt.Sprintf("https://www.reddit.com/r/woodturning/comments/p%d/post/", i)
				fmt.Fprintf(out, "p%d,%s,%s,,woodturning,0,%s,%s,\"%s\n\n%s\"\n", i, link, start.Add(step*10*time.Duration(i)).Format("2006-01-02 15:04:05 MST"),
					words[r.IntN(len(words))], link, sentence(r), sentence(r))
			}
		}},
		file{"comments.csv", func(out *bufio.Writer) {
			r := random()
			out.WriteString("id,permalink,date,ip,subreddit,gildings,link,parent,body,media\n")
			for i := range o.Records - posts {
				link := fmt.Sprintf("https://www.reddit.com/r/woodturning/comments/p%d/post/", r.IntN(10_000))
				fmt.Fprintf(out, "c%d,%sc%d/,%s,,woodturning,0,%s,,\"%s &amp; \"\"%s\"\"\",\n", i, link, i, start.Add(step*time.Duration(i)).Format("2006-01-02 15:04:05 MST"),
					link, sentence(r), words[r.IntN(len(words))])
			}
		}})
}

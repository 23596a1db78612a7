package exportgen

import (
	"bufio"
	"fmt"
	"io"
	"net/url"
	"time"
)

// Takeout writes My Activity as one page of HTML without a line break, about 800 bytes a visit, as Google does.
func Takeout(w io.Writer, o Options) error {
	return archive(w, file{"Takeout/My Activity/Search/MyActivity.html", func(out *bufio.Writer) {
		r := random()
		out.WriteString(`<html><head><title>My Activity History</title></head><body><div class="mdl-grid">`)
		for i := range o.Records {
			said := sentence(r)
			fmt.Fprintf(out, `<div class="outer-cell mdl-cell mdl-cell--12-col mdl-shadow--2dp"><div class="mdl-grid"><div class="header-cell mdl-cell mdl-cell--12-col">`+
				`<p class="mdl-typography--title">Search<br></p></div><div class="content-cell mdl-cell mdl-cell--6-col mdl-typography--body-1">Searched for&nbsp;`+
				`<a href="https://www.google.com/search?q=%s">%s</a><br>%s UTC</div><div class="content-cell mdl-cell mdl-cell--6-col mdl-typography--body-1 mdl-typography--text-right"></div>`+
				`<div class="content-cell mdl-cell mdl-cell--12-col mdl-typography--caption"><b>Products:</b><br>&emsp;Search<br></div></div></div>`,
				url.QueryEscape(said), said, start.Add(step*time.Duration(i)).Format("Jan 2, 2006, 3:04:05 PM"))
		}
		out.WriteString(`</div></body></html>`)
	}})
}

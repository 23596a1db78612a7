package serp

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
)

// pageMarks is where pages mark their own number among those of the query.
const pageMarks = "[role=navigation] [aria-current=page], nav [aria-current=page], td.cur, .YyVfkd, a.sb_pagS, .pagination .active, .pagination__num--active, .pagination strong, .nav-page.active"

// numberOf is the number of a result page: by its address, else by what it marks; 1 when nothing says.
func numberOf(d *document) int {
	if n := numberByAddress(d.url); n > 1 {
		return n
	}
	if n, err := strconv.Atoi(strings.TrimSpace(d.Find(pageMarks).First().Text())); err == nil && n > 1 && n <= 1000 {
		return n
	}
	return 1
}

// numberByAddress reads the parameters by which engines count pages or results.
func numberByAddress(address string) int {
	u, err := url.Parse(address)
	if err != nil {
		return 1
	}
	number := func(name string) (n int) {
		_, _ = fmt.Sscan(u.Query().Get(name), &n) // anything but a number is no page
		return min(max(n, 0), 1000)
	}
	switch {
	case number("start") > 0:
		return number("start")/10 + 1
	case number("first") > 0:
		return (number("first")-1)/10 + 1
	case number("offset") > 0:
		return number("offset") + 1
	case number("s") > 1:
		return (number("s")-1)/10 + 1
	}
	return max(number("page"), number("pageno"), 1)
}

package linkedin

import (
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest/csvtable"
)

const adSettings = "https://www.linkedin.com/mypreferences/d/categories/ads"

func saved(link, date string) func(*reader, csvtable.Row) []footprint.Item {
	return func(_ *reader, row csvtable.Row) []footprint.Item {
		return one(footprint.Item{Kind: footprint.KindSaved, URL: row.Get(link), Text: joined(row, "Name", "Job Title", "Company Name"), Created: parseTime(row.Get(date)), Visibility: footprint.VisibilityPrivate})
	}
}

func jobAlert(_ *reader, row csvtable.Row) []footprint.Item {
	return one(footprint.Item{Kind: footprint.KindSearch, Text: joined(row, "ALERT_PARAMETERS", "QUERY_CONTEXT"), URL: row.Get("Jobs Search Url"), Created: parseTime(row.Get("Saved Search Date")),
		NativeID: row.Get("SAVED_SEARCH_ID"), Title: "Job alert", Visibility: footprint.VisibilityPrivate})
}

func jobApplication(_ *reader, row csvtable.Row) []footprint.Item {
	return one(footprint.Item{Kind: footprint.KindActivity, Author: footprint.AuthorSelf, Title: "Job application", Text: joined(row, "Job Title", "Company Name", "Question And Answers"),
		URL: row.Get("Job Url"), Created: parseTime(row.Get("Application Date")), Visibility: footprint.VisibilityPrivate, Details: details(row, "Question And Answers")})
}

// jobPreferences makes one setting of every answer; one of them may be the home address.
func jobPreferences(_ *reader, row csvtable.Row) []footprint.Item {
	var items []footprint.Item
	row.Each(func(column, value string) {
		items = append(items, footprint.Item{Kind: footprint.KindPrivacySetting, Setting: "job seeker: " + column, Value: value, URL: "https://www.linkedin.com/jobs/application-settings/"})
	})
	return items
}

func learning(_ *reader, row csvtable.Row) []footprint.Item {
	return one(footprint.Item{Kind: footprint.KindActivity, Author: footprint.AuthorSelf, Title: "Course watched", Text: joined(row, "Content Title", "Notes taken on videos (if taken)"),
		Created: parseTime(row.Get("Content Last Watched Date (if viewed)")), Visibility: footprint.VisibilityPrivate})
}

func login(title string, dates ...string) func(*reader, csvtable.Row) []footprint.Item {
	return func(_ *reader, row csvtable.Row) []footprint.Item {
		return one(footprint.Item{Kind: footprint.KindLogin, Title: title, Text: row.Get("Event"), Created: parseTime(row.Get(dates...)), Visibility: footprint.VisibilityPrivate, Details: details(row, dates...)})
	}
}

func searchQuery(_ *reader, row csvtable.Row) []footprint.Item {
	return one(footprint.Item{Kind: footprint.KindSearch, Author: footprint.AuthorSelf, Text: row.Get("Search Query"), Created: parseTime(row.Get("Time")), Visibility: footprint.VisibilityPrivate,
		URL: "https://www.linkedin.com/mypreferences/d/search-history"})
}

func interest(title, date string) func(*reader, csvtable.Row) []footprint.Item {
	return func(_ *reader, row csvtable.Row) []footprint.Item {
		return one(footprint.Item{Kind: footprint.KindInterest, Title: title, Text: row.Get("Ad Title/Id"), Created: parseTime(row.Get(date)), URL: adSettings, Details: details(row, date)})
	}
}

// adTargeting makes one belief of every column, joining columns that repeat; groups are memberships as well.
func adTargeting(_ *reader, row csvtable.Row) []footprint.Item {
	var names []string
	values := map[string]string{}
	row.Each(func(column, value string) {
		if had, twice := values[column]; twice {
			values[column] = had + "; " + value
			return
		}
		names, values[column] = append(names, column), value
	})
	var items []footprint.Item
	for _, name := range names {
		items = append(items, footprint.Item{Kind: footprint.KindInterest, Title: name, Text: values[name], URL: adSettings})
		if name == "Member Groups" || name == "Groups" {
			for g := range strings.SplitSeq(values[name], ";") {
				if g = strings.TrimSpace(g); g != "" {
					items = append(items, footprint.Item{Kind: footprint.KindGroup, Text: g, Container: g, Role: "member", URL: "https://www.linkedin.com/groups/"})
				}
			}
		}
		if name == "Partner Opt Out Advertising" {
			items = append(items, footprint.Item{Kind: footprint.KindPrivacySetting, Setting: "partner advertising opt-out", Value: values[name], URL: adSettings})
		}
	}
	return items
}

func inference(_ *reader, row csvtable.Row) []footprint.Item {
	return one(footprint.Item{Kind: footprint.KindInterest, Title: row.Get("Type of inference", "Category"), Text: joined(row, "Description", "Inference"), URL: adSettings})
}

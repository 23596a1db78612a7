package x

import (
	"cmp"
	"maps"
	"slices"

	"footprint/internal/footprint"
)

// named is a belief of X about the user.
type named struct {
	Name     text `json:"name"`
	Language text `json:"language"`
	Disabled bool `json:"isDisabled"`
}

// beliefs is what X believes about the user. Every part may be missing.
type beliefs struct {
	Demographics struct {
		Languages []named `json:"languages"`
		Gender    struct {
			Gender text `json:"gender"`
		} `json:"genderInfo"`
	} `json:"demographics"`
	Interests struct {
		Interests []named `json:"interests"`
		Partner   []named `json:"partnerInterests"`
		Audience  struct {
			LookAlike  []text `json:"lookalikeAdvertisers"`
			Advertiser []text `json:"advertisers"`
			DoNotReach []text `json:"doNotReachAdvertisers"`
			Catalog    []text `json:"catalogAudienceAdvertisers"`
		} `json:"audienceAndAdvertisers"`
		Shows []text `json:"shows"`
	} `json:"interests"`
	Locations []anyPlace `json:"locationHistory"`
	Age       struct {
		Age []text `json:"age"`
	} `json:"inferredAgeInfo"`
}

func (r *reader) personalization(rec record) {
	var p beliefs
	if !r.decode(rec, &p) {
		return
	}
	for _, l := range p.Demographics.Languages {
		r.believe("language", l.Language, l.Disabled)
	}
	r.believe("gender", p.Demographics.Gender.Gender, false)
	for _, a := range p.Age.Age {
		r.believe("age", a, false)
	}
	for _, i := range p.Interests.Interests {
		r.believe("interest", i.Name, i.Disabled)
	}
	for _, i := range p.Interests.Partner {
		r.believe("interest, from partners", i.Name, i.Disabled)
	}
	for _, list := range []struct {
		about string
		names []text
	}{
		{"show", p.Interests.Shows}, {"in the audience of", p.Interests.Audience.Advertiser}, {"resembles the audience of", p.Interests.Audience.LookAlike},
		{"kept from the advertising of", p.Interests.Audience.DoNotReach}, {"in the catalogue audience of", p.Interests.Audience.Catalog},
	} {
		for _, name := range list.names {
			r.believe(list.about, name, false)
		}
	}
	for _, l := range p.Locations {
		r.believe("location", text(l), false)
	}
}

// believe yields one belief, unless it is empty.
func (r *reader) believe(about string, value text, disabled bool) {
	if value == "" {
		return
	}
	it := footprint.Item{Kind: footprint.KindInterest, NativeID: r.mine(about + " " + string(value)), Setting: about, Text: string(value), URL: interestsPage}
	if disabled {
		it.Status = "switched off"
	}
	r.emit(it)
}

const interestsPage = "https://x.com/settings/your_twitter_data/twitter_interests"

// anyPlace is a place that is a string in some archives and an object in others.
type anyPlace string

// UnmarshalJSON joins the values of an object.
func (p *anyPlace) UnmarshalJSON(raw []byte) error {
	if raw[0] != '{' {
		return (*text)(p).UnmarshalJSON(raw)
	}
	parts := flatten(raw)
	for _, key := range slices.Sorted(maps.Keys(parts)) {
		if *p != "" {
			*p += ", "
		}
		*p += anyPlace(parts[key])
	}
	return nil
}

// target is one criterion by which advertisers chose the user.
type target struct {
	count int
	file  string
}

type impression struct {
	Advertiser struct {
		Name   text `json:"advertiserName"`
		Handle text `json:"screenName"`
	} `json:"advertiserInfo"`
	Criteria []struct {
		Type  text `json:"targetingType"`
		Value text `json:"targetingValue"`
	} `json:"matchedTargetingCriteria"`
	Promoted struct {
		ID   text `json:"tweetId"`
		Text text `json:"tweetText"`
	} `json:"promotedTweetInfo"`
	Time text `json:"impressionTime"`
}

// impression adds an advertisement that was shown to the sums; single ones are not kept.
func (r *reader) impression(rec record) {
	var i impression
	if r.decode(rec, &i) {
		r.sum(&i)
	}
}

func (r *reader) sum(i *impression) {
	const most = 100_000
	for _, c := range i.Criteria {
		key := [2]string{string(c.Type), string(c.Value)}
		t := r.targeting[key]
		if t == nil {
			if len(r.targeting) >= most {
				return
			}
			t = &target{file: r.file}
			r.targeting[key] = t
		}
		t.count++
	}
}

// engagement reads an advertisement the user reacted to.
func (r *reader) engagement(rec record) {
	var e struct {
		Impression impression `json:"impressionAttributes"`
		Attributes []struct {
			Time text `json:"engagementTime"`
			Type text `json:"engagementType"`
		} `json:"engagementAttributes"`
	}
	if !r.decode(rec, &e) {
		return
	}
	r.sum(&e.Impression)
	it := footprint.Item{
		Kind: footprint.KindActivity, Title: "reacted to an advertisement", Created: when(e.Impression.Time),
		Target: string(e.Impression.Advertiser.Name), SharedText: unescape(string(e.Impression.Promoted.Text)), URL: postURL("", string(e.Impression.Promoted.ID)),
	}
	for i, a := range e.Attributes {
		if at := when(a.Time); i == 0 && !at.IsZero() {
			it.Created = at
		}
		it.Details = with(it.Details, string(a.Type), string(a.Time))
	}
	r.emit(it)
}

// targetingDone yields the criteria, each once.
func (r *reader) targetingDone() {
	keys := slices.SortedFunc(maps.Keys(r.targeting), func(a, b [2]string) int {
		return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
	})
	for _, key := range keys {
		t := r.targeting[key]
		r.emit(footprint.Item{
			Kind: footprint.KindInterest, NativeID: r.mine("targeting " + key[0] + " " + key[1]), Setting: "chosen by advertisers for: " + key[0], Text: key[1],
			Count: &t.count, URL: interestsPage, Origin: footprint.Origin{File: r.x.Path(t.file)},
		})
	}
	r.targeting = nil
}

func conversionPaths(list string) []string {
	return []string{"[]/ad/adsUserData/" + list + "/conversions/[]"}
}

// conversion reads what advertisers report of the user's doings elsewhere.
func (r *reader) conversion(rec record) {
	var c struct {
		Time text `json:"conversionTime"`
		App  text `json:"applicationName"`
		URL  text `json:"conversionUrl"`
	}
	if !r.decode(rec, &c) {
		return
	}
	r.emit(footprint.Item{
		Kind: footprint.KindActivity, Title: "reported by an advertiser", Created: when(c.Time), Target: string(c.App), URL: string(c.URL), Details: flatten(rec.raw),
	})
}

// installedApp reads an app that X believes to be on the user's device; the first of its translated names
// will do.
func (r *reader) installedApp(rec record) {
	var a struct {
		ID    text   `json:"appId"`
		Names []text `json:"appNames"`
	}
	if !r.decode(rec, &a) {
		return
	}
	it := footprint.Item{Kind: footprint.KindInterest, NativeID: r.mine("app " + string(a.ID)), Setting: "app on the device", Text: string(a.ID)}
	if len(a.Names) > 0 {
		it.Text = string(a.Names[0])
	}
	r.emit(it)
}

// payout reads income from posting, which may be a conflict of interest.
func (r *reader) payout(rec record) {
	d := flatten(rec.raw)
	it := footprint.Item{Kind: footprint.KindActivity, Author: footprint.AuthorSelf, Title: "paid by X for posts", Details: d}
	for _, key := range []string{"createdAt", "payoutDate", "date", "timestamp"} {
		if it.Created.IsZero() {
			it.Created = when(text(d[key]))
		}
	}
	r.emit(it)
}

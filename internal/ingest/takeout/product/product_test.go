package product

import (
	"testing"
	"time"
)

func TestSpoken(t *testing.T) {
	const form = "2006-01-02T15:04:05"
	for in, want := range map[string]string{
		"Mar 8, 2018, 5:14:40 PM":                    "2018-03-08T17:14:40",
		"Jun 5, 2022, 10:11:12 AM CEST":              "2022-06-05T08:11:12",
		"Jun 5, 2022, 12:11:12\u202fAM UTC":          "2022-06-05T00:11:12",
		"Jun 5, 2022, 12:11:12\u202fPM EST":          "2022-06-05T17:11:12",
		"05.06.2022, 10:11:12 MESZ":                  "2022-06-05T08:11:12",
		"5 jun 2022, 10:11:12 CEST":                  "2022-06-05T08:11:12",
		"5 juin 2022, 10:11:12 CEST":                 "2022-06-05T08:11:12",
		"5 juil. 2022, 10:11:12 CET":                 "2022-07-05T09:11:12",
		"5 de jun. de 2022 10:11:12 BRT":             "2022-06-05T13:11:12",
		"5 giu 2022, 10:11:12 CEST":                  "2022-06-05T08:11:12",
		"5 sept 2022, 10:11:12 GMT+02:00":            "2022-09-05T08:11:12",
		"2022/06/05 10:11:12 JST":                    "2022-06-05T01:11:12",
		"2022年6月5日 10:11:12 JST":                     "2022-06-05T01:11:12",
		"13/06/2022, 10:11:12":                       "2022-06-13T10:11:12",
		"6/13/2022, 10:11:12 PM NZST":                "2022-06-13T10:11:12",
		"5 Jan 2022, 00:11:12 NZDT":                  "2022-01-04T11:11:12",
		"Tuesday, January 5, 2021 at 1:02:03 PM UTC": "2021-01-05T13:02:03",
		"Tuesday, 5 January 2021 at 13:02:03 UTC":    "2021-01-05T13:02:03",
		"martes, 5 de enero de 2021, 13:02:03 UTC":   "2021-01-05T13:02:03",
		"Dienstag, 5. März 2021 um 13:02:03 UTC":     "2021-03-05T13:02:03",
		"mardi 5 août 2025 à 07:08:09 UTC":           "2025-08-05T07:08:09",
		"2020-05-06 19:32:44 UTC":                    "2020-05-06T19:32:44",
		"yesterday at noon":                          "0001-01-01T00:00:00",
		"":                                           "0001-01-01T00:00:00",
		"Foo 99, 2022, 10:11:12 AM":                  "0001-01-01T00:00:00",
	} {
		if got := Spoken(in).Format(form); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

func TestEpoch(t *testing.T) {
	for _, tc := range []struct {
		in   string
		unit time.Duration
		want string
	}{
		{"1600000000", time.Second, "2020-09-13T12:26:40Z"}, {"1600000000123", time.Millisecond, "2020-09-13T12:26:40.123Z"},
		{"1600000000123456", time.Microsecond, "2020-09-13T12:26:40.123456Z"}, {"0", time.Second, "0001-01-01T00:00:00Z"},
		{"-5", time.Second, "0001-01-01T00:00:00Z"}, {"9223372036854775807", time.Second, "0001-01-01T00:00:00Z"},
	} {
		if got := Epoch(tc.in, tc.unit).Format(time.RFC3339Nano); got != tc.want {
			t.Errorf("%s: %s, want %s", tc.in, got, tc.want)
		}
	}
}

func TestNamesAreComparedComposed(t *testing.T) {
	if a, b := Base("historial/historial-de-bu\u0301squeda(2).json"), Base("Historial-de-Búsqueda.json"); a != b {
		t.Errorf("%q and %q differ", a, b)
	}
	if Parent("YouTube\u00a0Music/x.csv") != "youtubemusic" {
		t.Error(Parent("YouTube\u00a0Music/x.csv"))
	}
}

func FuzzSpoken(f *testing.F) {
	f.Add("Jun 5, 2022, 10:11:12 AM CEST")
	f.Add("05.06.2022, 10:11:12 MESZ")
	f.Fuzz(func(t *testing.T, s string) {
		if at := Spoken(s); !at.IsZero() && at.Location() != time.UTC {
			t.Errorf("%q: %v", s, at)
		}
	})
}

package picture

import "testing"

func TestPlacesAreNamedWithoutANetwork(t *testing.T) {
	if n := len(loadPlaces()); n < 200 {
		t.Fatalf("%d places in the table", n)
	}
	for _, tc := range []struct {
		lat, lon float64
		want     string
	}{
		{-36.8605, 174.7702, "Auckland City Hospital"},
		{-36.90, 174.78, "Auckland"},
		{51.4992, -0.1188, "St Thomas' Hospital"},
		{0, -30, ""},
	} {
		if p, _, _ := NearestPlace(tc.lat, tc.lon); p.Name != tc.want {
			t.Errorf("%v %v: %q, want %q", tc.lat, tc.lon, p.Name, tc.want)
		}
	}
	for _, p := range loadPlaces() {
		if p.Lat < -90 || p.Lat > 90 || p.Lon < -180 || p.Lon > 180 || p.Name == "" || len(p.Country) != 2 {
			t.Errorf("%+v", p)
		}
	}
	if found := FindPlaces("waikato"); len(found) != 1 || !found[0].Hospital {
		t.Errorf("%+v", found)
	}
}

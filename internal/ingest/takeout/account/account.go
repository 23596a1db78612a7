// Package account reads what Google knows of the account itself: profile, sign-ins, devices, and the address
// book. Facts stand in shared/formats/google-takeout.md section 10.
package account

import (
	"path"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/csvtable"
	"footprint/internal/ingest/takeout/product"
)

const (
	profilePage = "https://myaccount.google.com/profile"
	devicePage  = "https://myaccount.google.com/device-activity"
)

// Profile reads name, addresses and birthday; they become the owner's.
func Profile(r *product.Reader, name string) {
	r.Objects(name, func(_ int64, _ string, o product.Object) bool {
		it := footprint.Item{Kind: footprint.KindProfile, Author: footprint.AuthorSelf, Title: o.Str("displayName", "name/formattedName", "name"), ContainerKind: footprint.ContainerOwnProfile, URL: profilePage, Details: o.Details("displayName", "name")}
		r.Own(it.Title, "")
		var emails []string
		for _, e := range o.List("emails") {
			emails = append(emails, e.Str("value"))
			r.Own("", e.Str("value"))
		}
		product.Put(&it, "e-mail", strings.Join(emails, ", "))
		product.Put(&it, "gender", o.Str("gender/type"))
		product.Put(&it, "given name", o.Str("name/givenName"))
		product.Put(&it, "family name", o.Str("name/familyName"))
		for _, photo := range []string{"ProfilePhoto.jpg", "Profilfoto.jpg", "FotoDelPerfil.jpg", "Foto de perfil.jpg"} {
			if file := path.Join(path.Dir(name), photo); r.X.Has(file) {
				it.Media = append(it.Media, footprint.Media{Path: r.X.Path(file), Type: footprint.MediaPhoto})
			}
		}
		return r.Emit(0, it)
	}, "")
}

// Access reads the log of uses of the account, one line each, and the table of devices; long names of files are
// cut and translated, so the columns tell them apart.
func Access(r *product.Reader, name string) {
	r.CSV(name, func(row csvtable.Row) bool {
		it := footprint.Item{Kind: footprint.KindDevice, Author: footprint.AuthorSelf, URL: devicePage, Visibility: footprint.VisibilityPrivate, Details: map[string]string{}}
		if row.Has("Activity Timestamp", "IP Address", "User Agent String", "Product Name") || !row.Has("Device Type", "Brand Name", "Marketing Name") && hasAgent(row) {
			it.Kind = footprint.KindLogin
		}
		row.Each(func(column, value string) {
			if t := product.Time(value); !t.IsZero() && it.Created.IsZero() && strings.Contains(value, ":") {
				it.Created = t
				return
			}
			product.Put(&it, ingest.CleanText(column), ingest.CleanText(value))
		})
		if it.Kind == footprint.KindLogin {
			it.Title, it.Text = row.Get("Product Name"), strings.TrimSpace(row.Get("Activity Type")+" "+row.Get("Activity City"))
			it.NativeID = strings.Join([]string{it.Created.Format("20060102150405"), row.Get("IP Address"), row.Get("Product Name"), row.Get("Sub-Product Name"), row.Get("Activity Type"), row.Get("User Agent String")}, "|")
		} else {
			it.Title = strings.TrimSpace(row.Get("Brand Name") + " " + row.Get("Marketing Name", "Marketing Name/Model", "Model", "Device Type"))
			it.LastUsed, it.Created = it.Created, product.Time("")
		}
		it.NativeID = ingest.CleanText(it.NativeID)
		return r.Emit(row.N, product.Tidy(it))
	})
}

// hasAgent reports whether a row holds the identity of a browser.
func hasAgent(row csvtable.Row) bool {
	found := false
	row.Each(func(_, value string) {
		found = found || strings.HasPrefix(value, "Mozilla/") || strings.HasPrefix(value, "App : ")
	})
	return found
}

// Devices reads lists of devices of Chrome and the Play Store: objects of any shape.
func Devices(r *product.Reader, name string) {
	r.Objects(name, func(n int64, _ string, o product.Object) bool {
		for _, inner := range []string{"device", "deviceInfo", "mostRecentData"} {
			if s := o.Sub(inner); s != nil {
				for k, v := range s {
					if o[k] == nil {
						o[k] = v
					}
				}
			}
		}
		data := o.Sub("mostRecentData")
		it := footprint.Item{Kind: footprint.KindDevice, Author: footprint.AuthorSelf, URL: devicePage, Visibility: footprint.VisibilityPrivate, Details: o.Details(),
			Title: o.Str("client_name", "name", "deviceName", "modelName", "model"), LastUsed: product.Time(o.Str("lastTimeDeviceActive", "deviceLastActiveTime", "last_updated_timestamp"))}
		if it.Title == "" {
			it.Title = strings.TrimSpace(data.Str("manufacturer") + " " + data.Str("modelName", "deviceName"))
		}
		return r.Emit(n, it)
	}, "[]", "Device Info/[]", "devices/[]", "Devices/[]")
}

// Addresses reads what Chrome fills into forms: names, addresses and telephone numbers.
func Addresses(r *product.Reader, name string) {
	r.Objects(name, func(n int64, _ string, o product.Object) bool {
		text := map[string]string{}
		collect(o, text, 0)
		it := footprint.Item{Kind: footprint.KindProfile, Author: footprint.AuthorSelf, Title: "filled into forms", ContainerKind: footprint.ContainerOwnProfile, URL: "https://myaccount.google.com/personal-info", Visibility: footprint.VisibilityPrivate, Details: text}
		var values []string
		for _, v := range product.Sorted(text) {
			values = append(values, v)
		}
		it.Text = strings.Join(values, "\n")
		return r.Emit(n, product.Tidy(it))
	}, "*/[]")
}

// collect gathers the texts of an object and of what lies in it.
func collect(o product.Object, into map[string]string, depth int) {
	const deepest, most = 4, 200
	for key, value := range o {
		switch v := value.(type) {
		case map[string]any:
			if depth < deepest {
				collect(v, into, depth+1)
			}
		case []any:
			for _, e := range v {
				if s := product.Text(e); s != "" && len(into) < most {
					into[ingest.CleanText(key)] = s
				}
			}
		default:
			if s := product.Text(v); s != "" && len(into) < most {
				into[ingest.CleanText(key)] = s
			}
		}
	}
}

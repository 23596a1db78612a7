package breach

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"footprint/internal/need"
)

// answers is a service by its addresses; what is not there is 404.
type answers struct {
	by     map[string]string
	status int
	asked  []string
	header map[string]string
}

func (s *answers) Ask(address string, header map[string]string) (int, []byte, error) {
	s.asked = append(s.asked, address)
	s.header = header
	if s.status != 0 {
		return s.status, nil, nil
	}
	for part, body := range s.by {
		if strings.Contains(address, part) {
			return 200, []byte(body), nil
		}
	}
	return 404, nil, nil
}

func shared(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(need.Sample(t, "search", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestLook(t *testing.T) {
	s := &answers{by: map[string]string{"/breachedaccount/": "[" + shared(t, "hibp-breach-adobe.json") + "]", "/pasteaccount/": shared(t, "hibp-pasteaccount.json")}}
	got, err := Look(s, Endpoints{}, "0123", " Robin+x@Example.org ")
	if err != nil || len(got.Breaches) != 1 || len(got.Pastes) != 1 {
		t.Fatalf("%+v, %v", got, err)
	}
	if b := got.Breaches[0]; b.Title != "Adobe" || b.Date.Format("2006-01-02") != "2013-10-04" || len(b.Data) != 4 || !b.Verified {
		t.Errorf("%+v", b)
	}
	if p := got.Pastes[0]; p.Source != "Pastebin" || p.Count != 245 {
		t.Errorf("%+v", p)
	}
	if s.asked[0] != "https://haveibeenpwned.com/api/v3/breachedaccount/robin+x@example.org?truncateResponse=false" || s.header["hibp-api-key"] != "0123" {
		t.Errorf("asked %s with %v", s.asked[0], s.header)
	}
	truncated := &answers{by: map[string]string{"/breachedaccount/": shared(t, "hibp-breachedaccount-truncated.json")}}
	if got, err := Look(truncated, Endpoints{}, "0123", "a@b.example"); err != nil || len(got.Breaches) == 0 || got.Breaches[0].Title == "" {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestLookTellsErrorsApart(t *testing.T) {
	for status, want := range map[int]error{401: ErrKey, 429: ErrBusy, 403: ErrRefused, 503: ErrRefused} {
		if _, err := Look(&answers{status: status}, Endpoints{}, "k", "a@b.example"); !errors.Is(err, want) || strings.Contains(fmt.Sprint(err), "b.example") {
			t.Errorf("%d: %v", status, err)
		}
	}
	if got, err := Look(&answers{status: 404}, Endpoints{}, "k", "a@b.example"); err != nil || len(got.Breaches)+len(got.Pastes) != 0 {
		t.Errorf("not found is good news: %+v %v", got, err)
	}
	if _, err := Look(&answers{by: map[string]string{"/": "<html>"}}, Endpoints{}, "k", "a@b.example"); !errors.Is(err, ErrRefused) {
		t.Errorf("a web page: %v", err)
	}
}

func TestPasswordSendsFiveDigitsOnly(t *testing.T) {
	s := &answers{by: map[string]string{"/range/21BD1": "0018A45C4D1DEF81644B54AB7F969B88D65:1\r\n2DC183F740EE76F27B78EB39C8AD972A757:52579\r\nFFDC183F740EE76F27B78EB39C8AD972A75:0\r\n"}}
	secret := []byte("P@ssw0rd")
	n, err := Password(s, Endpoints{}, secret)
	if err != nil || n != 52579 {
		t.Fatalf("%d, %v", n, err)
	}
	if len(s.asked) != 1 || s.asked[0] != "https://api.pwnedpasswords.com/range/21BD1" || s.header["Add-Padding"] != "true" {
		t.Errorf("asked %v with %v", s.asked, s.header)
	}
	if string(secret) != strings.Repeat("\x00", 8) {
		t.Error("the password was not wiped")
	}
	whole := &answers{by: map[string]string{"/range/": shared(t, "pwnedpasswords-range.txt")}}
	if n, err := Password(whole, Endpoints{}, []byte("a password nobody has used 4711")); err != nil || n != 0 {
		t.Errorf("%d, %v", n, err)
	}
	for name, bad := range map[string]*answers{"page": {by: map[string]string{"/": "<html>ok</html>"}}, "busy": {status: 429}, "gone": {status: 404}, "empty": {by: map[string]string{"/": ""}}} {
		if n, err := Password(bad, Endpoints{}, []byte("x")); err == nil {
			t.Errorf("%s passes for %d", name, n)
		}
	}
}

func TestGravatar(t *testing.T) {
	s := &answers{by: map[string]string{"/avatar/": "png", "/profiles/": `{"display_name":"Robin K","profile_url":"https://gravatar.com/robink","location":"Kaitoke","job_title":"Registrar","verified_accounts":[{"service_label":"GitHub","url":"https://github.com/robink"},{"service_label":"Hidden","url":"https://h.example","is_hidden":true}]}`}}
	v, err := LookGravatar(s, Endpoints{}, " Robin@Example.org")
	if err != nil || !v.Picture || v.Name != "Robin K" || v.About != "Registrar, Kaitoke" || len(v.Links) != 1 || v.URL == "" {
		t.Errorf("%+v, %v", v, err)
	}
	for _, address := range s.asked {
		if strings.Contains(strings.ToLower(address), "robin@") {
			t.Errorf("the address itself was sent: %s", address)
		}
	}
	if v, err := LookGravatar(&answers{}, Endpoints{}, "a@b.example"); err != nil || v.Picture || v.URL != "" {
		t.Errorf("%+v, %v", v, err)
	}
	bad := &answers{by: map[string]string{"/profiles/": `{"profile_url":"javascript:alert(1)"}`}}
	if v, _ := LookGravatar(bad, Endpoints{}, "a@b.example"); v.URL != "" {
		t.Errorf("%+v", v)
	}
}

func TestStepsFitTheData(t *testing.T) {
	steps := strings.Join(Breach{Title: "Pond", Data: []string{"Passwords", "Phone numbers", "Dates of birth"}, Stealer: true}.Steps(), "\n")
	for _, want := range []string{"cleaned first", "Change the password at Pond", "SIM", "freeze"} {
		if !strings.Contains(steps, want) {
			t.Errorf("%q is missing: %s", want, steps)
		}
	}
	if strings.Contains(steps, "security questions") {
		t.Error(steps)
	}
	if Mask("robin@example.org") != "r...@example.org" || Mask("nonsense") != "..." {
		t.Error(Mask("robin@example.org"), Mask("nonsense"))
	}
}

func FuzzAnswers(f *testing.F) {
	f.Add("2DC183F740EE76F27B78EB39C8AD972A757:5", `[{"Name":"A","BreachDate":"2013-01-01","DataClasses":["Passwords"]}]`)
	f.Fuzz(func(t *testing.T, lines, list string) {
		if n, err := inRange([]byte(lines), strings.Repeat("A", 35)); err != nil && n != 0 {
			t.Errorf("%d with %v", n, err)
		}
		account, _ := Look(&answers{by: map[string]string{"/breachedaccount/": list}}, Endpoints{}, "k", "a@b.example")
		for _, b := range account.Breaches {
			if len(b.Steps()) < 2 {
				t.Error("a breach without steps")
			}
		}
		var v Avatar
		_ = v.read([]byte(list)) // an error is fine, a panic is not
	})
}

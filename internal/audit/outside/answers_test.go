package outside

import "testing"

func TestAHostIsLearnedFromTwoAgreeingAnswers(t *testing.T) {
	a := learned(map[string]string{"a.example/1": "me", "a.example/2": "me", "b.example/1": "not-me", "b.example/2": "me", "c.example/1": "me"})
	if len(a.ByHost) != 1 || a.ByHost["a.example"] != "me" || len(a.ByPage) != 5 {
		t.Errorf("%+v", a)
	}
}

package find

import "testing"

func TestSortFiles(t *testing.T) {
	files := []string{"m/message_10.json", "m/message_2.json", "a/x.json", "m/message_1.json"}
	SortFiles(files)
	if files[0] != "a/x.json" || files[2] != "m/message_2.json" || files[3] != "m/message_10.json" {
		t.Errorf("%v", files)
	}
}

func TestNormal(t *testing.T) {
	for _, p := range []string{"You've/it_1.json", "you_ve/it1.json", "you’ve/IT_1.json", "you%27ve/it_1.json"} {
		if got := Normal(p); got != "youve/it1.json" {
			t.Errorf("%q is %q", p, got)
		}
	}
}

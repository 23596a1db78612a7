package analyze

import (
	"testing"

	"footprint/internal/analyze/hostility"
	"footprint/internal/footprint"
)

// TestContemptForWomen holds sexist posts without a slur beside posts that share their words: complaints, answers to
// sexism, medical facts, remarks on one woman's work.
func TestContemptForWomen(t *testing.T) {
	rs := builtin(t)
	for text, want := range map[string]bool{
		"That slut slept with half the board and every woman there knows it.":              true,
		"Women only want you for your wallet, red pill 101":                                true,
		"these hoes don't want love they want a sponsor":                                   true,
		"Feminism is what ugly girls do instead of dating.":                                true,
		"A woman lent me her charger on the train.":                                        false,
		"He told her to make him a sandwich. She filed a complaint. Good.":                 false,
		"He called her a slut in front of everyone and nobody said a word.":                false,
		"I throw like a girl because I am one and I still hit the stumps.":                 false,
		"Women are not too emotional to lead, and I've had enough of hearing it.":          false,
		"Vaginal bleeding after the menopause should always be looked at.":                 false,
		"Her second novel is weaker than the first; the plot falls apart after the storm.": false,
		"Her pussy cat had kittens.":                                                       false,
		"No wonder women don't trust us after that history.":                               false,
		"Those bitches at reception can't count, typical women.":                           true,
		"Back from holiday, bitches, who missed me?":                                       false,
		"Saw my bitches after two years apart, best night":                                 false,
		"This tune is for the bad bitches on the late shift":                               false,
		"Not one song played in this bitch since the DJ left":                              false,
		"Cheap flights let girls visit their families.":                                    false,
	} {
		got := false
		for _, r := range rs.remarks(rs.read("text", text, nil)) {
			got = got || r.Kind == hostility.Hate && r.Confidence >= footprint.Possible
		}
		if got != want {
			t.Errorf("%q: raised %v, want %v", text, got, want)
		}
	}
}

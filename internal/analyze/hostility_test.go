package analyze

import (
	"strings"
	"testing"
	"testing/fstest"

	"footprint/assets"
	"footprint/internal/analyze/hostility"
	"footprint/internal/footprint"

	"gopkg.in/yaml.v3"
)

// TestRemarks holds pairs that differ in what makes a remark hostile: negation, target, voice, sense.
func TestRemarks(t *testing.T) {
	rs := builtin(t)
	for name, c := range map[string]struct{ text, want string }{
		"dehumanised":             {"Those migrants are vermin.", "hate"},
		"dehumanised, negated":    {"Those migrants are not vermin.", ""},
		"real vermin":             {"The mice in our shed are vermin.", ""},
		"quoted and condemned":    {`Writing "migrants are vermin" under an article is vile.`, ""},
		"claimed by others":       {"Some still think migrants are vermin.", ""},
		"denial first":            {"I'm not racist but migrants are dirty.", "hate"},
		"norm":                    {"All Catholics should be deported.", "hate"},
		"norm, supportive":        {"Catholics should be protected.", ""},
		"advice to anybody":       {"You had better run, the ferry leaves at nine.", ""},
		"menace to a group":       {"You had better run, Fijian.", "hate"},
		"menace to a group named": {"Nobody will hear you Catholics scream.", "hate"},
		"friendly address":        {"You had better run, ladies, the ferry leaves at nine.", ""},
		"list, no address":        {"You can pray with Catholics, Fijians, and anybody who would rather run.", ""},
		"promise to a group":      {"You Catholics will be hunted down.", "hate"},
		"promise of good":         {"You Catholics will be shown round by the mayor.", ""},
		"deed of another praised": {"A pint for anybody who kicks a Fijian.", "hate"},
		"tipped less":             {"I tip less when a Fijian drives.", "hate"},
		"tipped well":             {"I tip well when it rains and a Fijian drives.", ""},
		"clever for one":          {"That is rather clever for a Fijian.", "hate"},
		"hard for one":            {"That is rather hard for a Fijian who has just arrived.", ""},
		"unguessed":               {"He speaks so well, you'd never guess he was Catholic.", "hate"},
		"guessed":                 {"He speaks so well, I guess he was a teacher, and Catholic.", ""},
		"as fleas to a cat":       {"As fleas are to a cat, so are migrants to us.", "hate"},
		"as salt to bread":        {"As salt is to bread, so are migrants to this choir.", ""},
		"harm to a face":          {"We'll smash Catholic people's faces in.", "hate"},
		"plants":                  {"The natives in our garden smell awful after rain.", ""},
		"norm about things":       {"Leaf blowers should be banned.", ""},
		"report of violence":      {"Two Catholics were killed in the attack.", ""},
		"own intention":           {"I want to shoot every Catholic I meet.", "hate"},
		"third person intention":  {"He wanted to kill Catholics, the court heard.", ""},
		"kept out":                {"Keep Fijians out of our clubs.", "hate"},
		"kept out of trouble":     {"We keep Fijian teenagers out of trouble with rugby.", ""},
		"pronoun":                 {"There are Fijians next door. They are filthy.", "hate"},
		"pronoun for things":      {"There are Fijians next door. Their curries are filthy hot and I love them.", ""},
		"praise denied":           {"Lesbians are not fit to be human.", "hate"},
		"rates":                   {"Lesbians are more likely to skip screening and feel worthless.", ""},
		"insult to a person":      {"You are a useless clown.", "derogatory"},
		"insult to oneself":       {"I am such a useless clown today.", ""},
		"insult to a thing":       {"This useless printer again.", ""},
		"insult to a profession":  {"Landlords are parasites.", "derogatory"},
		"threat":                  {"I know where you live and I will hurt you.", "threat"},
		"idiom":                   {"I could murder a curry, these shoes are killing me.", ""},
		"threat received":         {"He told me he knows where I live.", ""},
		"request":                 {"Shoot me an email when the list is out.", ""},
		"harmless mention":        {"Our Jewish registrar organised the lunch.", ""},
		"age in a case":           {"A 33-year-old nurse was referred with fatigue.", ""},
		"others' deed":            {"The council drove the Fijians out of the square in 1950.", ""},
		"a deed called for":       {"The council should drive the Fijians out of the square.", "hate"},
		"others' words":           {"A man on the tram shouted that Catholics should be shot.", ""},
		"own words":               {"Mate, Catholics should be shot.", "hate"},
		"words on a sign":         {"The sign in the window read: no Fijians, no dogs.", ""},
		"own rule":                {"House rules: no Fijians, no dogs.", "hate"},
		"called so by others":     {"Fijians called stupid by a teacher, again.", ""},
		"called so":               {"Fijians are stupid, again.", "hate"},
		"made so by others":       {"Rules like that keep migrants ignorant.", ""},
		"thrown out for being":    {"Thrown out at sixteen for being a lesbian.", ""},
		"of a thing":              {"Some Fijians helped with my filthy oven.", ""},
		"of the group":            {"Filthy Fijians never clean an oven.", "hate"},
		"no X should have to":     {"No Fijian should have to live beside a dump.", ""},
		"no X should be":          {"No Fijian should be allowed to vote.", "hate"},
		"what one relative hates": {"My Catholic grandmother hates my curtains.", ""},
		"condition, not contempt": {"Obese patients deserve the same care as everyone.", ""},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, r := range rs.remarks(rs.read("text", c.text, nil)) {
				if r.Confidence > 0 {
					got = append(got, [...]string{"hate", "derogatory", "threat"}[r.Kind])
				}
			}
			if s := strings.Join(got, " "); !strings.HasPrefix(s, c.want) || c.want == "" && s != "" {
				t.Errorf("%q: %q, want %q", c.text, s, c.want)
			}
		})
	}
}

// nearHostility are sentences that share words and shape with hostile ones.
var nearHostility = []string{
	"Men and women alike forget their umbrellas.", "Our Somali neighbours drove over when Mum died.",
	"We queued for the Hindu parade.", "Some bloke was telling us that women can't weld.",
	"Reading about refugees as though they were a disease makes me tired.", "The Polish comedian stole the show.",
	"Catholic kids are going mad for the new slide.", "The old Tamil lady was peeling a rotten mango.",
	"I am a fat lesbian with a loud dog.", "Dinner tonight with my favourite queers.",
	"I don't see why a Jew should be refused a flat.", "Our last landlord, who won't rent to Travellers, was fined.",
	"The column listed the dead Armenians by village.", "The attack on the Sikhs was condemned by everybody.",
	"Nepali weather is treacherous in June.", "Count your blessings, said the imam to the Muslims.",
	"Our grandmothers are savage gossips and I adore them.", "Your cat hates the Dutch.",
	"Tamil people are prone to heart disease.", "Fold the whites into the batter with a clean whisk.",
	"She asked whether Asians are lazy and the class laughed at her.", "Murder of a Muslim shopkeeper: two held.",
	"Forty fags a day and he still ran the marathon.",
}

// plainHostility are their hostile neighbours.
var plainHostility = []string{
	"Women alike can't be trusted.", "Life was better when the Somalis were gone.", "Hindus parade their filth.",
	"Refugees act as though they were animals.", "Poles stole our jobs.", "Catholics are mad.", "Tamils are rotten.",
	"You are a stupid lesbian.", "Jews should be refused.", "I won't rent to Travellers.", "Kill the Armenians.",
	"Attack the Sikhs.", "Nepalis are treacherous.", "Muslims are savage animals.", "I hate the Dutch.", "Tamils are a disease.",
	"Get rid of the whites.", "Asians are lazy.", "Murder every Muslim.", "Bloody fags everywhere.",
}

func TestNearHostility(t *testing.T) {
	rs := builtin(t)
	hate := func(text string) bool {
		for _, r := range rs.remarks(rs.read("text", text, nil)) {
			if r.Kind == hostility.Hate && r.Confidence >= footprint.Possible {
				return true
			}
		}
		return false
	}
	for _, s := range nearHostility {
		if hate(s) {
			t.Errorf("%q is raised", s)
		}
	}
	for _, s := range plainHostility {
		if !hate(s) {
			t.Errorf("%q is not raised", s)
		}
	}
}

// TestNeutralMentions puts every group of the lists into harmless frames: none may raise anything.
func TestNeutralMentions(t *testing.T) {
	rs := builtin(t)
	frames := []string{
		"I had lunch with some % today.", "The festival was organised by % from three towns.", "Proud to work with %.", "A good book about % in the last century.", "Many % live in our suburb.",
		"My friends are %.", "% came to the clinic open day.", "We spoke with % about sleep.", "There is a choir for % on Tuesdays.", "The survey asked % how they travel to work.", "Some % prefer tea in the morning.",
		"% and their families are welcome here.", "A talk on % and primary care, tonight at seven.", "The film follows % through one summer.", "Our clinic sees % every week.", "We learnt a lot from % on this placement.",
		"The team includes % and people from five countries.", "Are % more likely to use the night bus?", "Services for % open again on Monday.", "Happy to see % in the audience.", "The new guideline mentions % on page four.",
		"Two of the speakers were %.", "I grew up among %.", "How do % find a general practice?", "The museum has photographs of % from 1920.", "They asked % for advice on the garden.", "% are my neighbours.", "% have voted since 1893.",
		"Research with % needs time and trust.", "Thanks to all % who helped with the move.", "% were at the market this morning.", "The bus was full of %.", "I met so many % on the trip.",
	}
	raw, err := assets.Analysis.ReadFile("lexicon/groups.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var lists []struct {
		Class string
		Terms []string
	}
	if err := yaml.Unmarshal(raw, &lists); err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, l := range lists {
		adjective := strings.HasPrefix(l.Class, "groupadj")
		if !strings.HasPrefix(l.Class, "group.") && !adjective {
			continue
		}
		for _, term := range l.Terms {
			if adjective {
				term += " people"
			}
			for _, f := range frames {
				n++
				text := strings.ReplaceAll(f, "%", term)
				for _, r := range rs.remarks(rs.read("text", text, nil)) {
					t.Errorf("%q: %+v", text, r)
				}
			}
		}
	}
	if n < 500 {
		t.Fatalf("only %d mentions tried", n)
	}
}

func TestHostilityErrors(t *testing.T) {
	for name, c := range map[string]struct{ rule, want string }{
		"of is missing": {"    - {kind: hostility}\n", "needs of"},
		"of is unknown": {"    - {kind: hostility, of: spite}\n", `"spite"`},
		"no such text":  {"    - {kind: hostility, of: hate, in: [smell]}\n", `"smell"`},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Load(fstest.MapFS{"rules/test.yaml": {Data: []byte(head + c.rule)}})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want one that names %s", err, c.want)
			}
		})
	}
}

func FuzzRemarks(f *testing.F) {
	rs := builtin(f)
	for _, s := range []string{"my manager should be shot", "you people are f u c k i n g", "I hate 🏳️‍🌈", "\"deport them\" is what they say", "Typical Asians. They will steal", "keep women out", "I'll kill"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p := rs.read("text", s, nil)
		for _, r := range rs.remarks(p) {
			if r.From < 0 || r.To > len(p.Tokens) || r.From > r.To || r.Why == "" {
				t.Errorf("bad remark %+v of %q", r, s)
			}
		}
	})
}

// TestLongPassages holds that a remark far inside a passage is found at its place, also in a sentence without an end.
func TestLongPassages(t *testing.T) {
	rs := builtin(t)
	for name, before := range map[string]string{
		"sentences":    strings.Repeat("The bus was late again today. ", 900),
		"one sentence": strings.Repeat("the bus was late and then ", 900),
	} {
		p := rs.read("text", before+"I hate all Muslims.", nil)
		found := false
		for _, r := range rs.remarks(p) {
			from, to := p.Tokens[r.From].Start, p.Tokens[r.To-1].End
			found = found || r.Kind == hostility.Hate && from >= len(before) && strings.Contains(p.Original[from:to], "hate all Muslims")
		}
		if !found {
			t.Errorf("%s: got %+v", name, rs.remarks(p))
		}
	}
}

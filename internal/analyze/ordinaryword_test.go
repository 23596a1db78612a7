package analyze

import (
	"testing"

	"footprint/internal/footprint"
)

// ordinaryWords are sentences with a surname, a first name, a tool, a dish, an animal or a place that is written like
// a word of abuse, or like a misspelt one.
var ordinaryWords = []string{
	"Richard Coons wrote the minutes.", "Dr Dyke is away until Monday.", "Thank Mrs Crook for the cake.",
	"We met Uncle Dick at the station.", "Helen Gaylord has the keys.", "H. Coward signed the form.",
	"Professor Shim gave the second talk.", "Nurse Mong did the rota.", "Tom Slag plays left back.",
	"Kateryna Bastard won the tombola.", "Sister Bernadette and Wally Berk ran the stall.", "Margaret Hori teaches piano.",
	"Ask Coward about the parking.", "I sat next to Anna Landa at dinner.", "Peter Soper fixed the boiler.",
	"Coons Road is closed until Friday.", "The match is at Dyke Park.", "Turn left at Gaylord Street.",
	"Dick Van Horne sold us the piano.", "Dick and Carol came for tea.", "Twatt Church has a new roof.",
	"We drove to Gaylord on Sunday.", "The ferry to Mull on Friday was full.", "Dykes was late for the meeting.",
	"The Tanners were late again.", "The Pikes have moved to Leeds.", "The Boons sold their boat.",
	"Put a shim under the door.", "Two shims and the shelf is level.", "The crepes were cold.",
	"Pass the mustards and the custards.", "My pedals squeak.", "Two pikes swam past the pier.",
	"The grids failed the inspection.", "As a layman I liked the lecture.", "Don't botch the icing.",
	"The woodcocks came back in March.", "Both cockers slept on the sofa.", "The leotards are in the wash.",
	"There is a chink of light under the door.", "I found a chink in the curtains.", "A muzzy head after two late nights.",
	"He paid in loonies and toonies.", "The larders are full.", "Three spices and a lemon.",
	"The bitch had six puppies by morning.", "ASS stands for Anterior Superior Spine here.", "FCK won in Copenhagen.",
	"The tranny went, so I rebuilt the gearbox.", "I have yet to meet a refugee who was rude to me.",
	"Richard Stacy wrote it.", "We met Chad at the pool.",
	"A slapper of a bass line.", "My Pak is on the table.", "The bungs are in the drawer.",
}

// abusedNames are sentences in which the same words are what they look like.
var abusedNames = []string{
	"Coons are ruining this town.", "These filthy Coons should leave.", "That dyke should be fired.",
	"You are a Dick and a Coward.", "Go home, Mong!", "He is such a Crook.",
	"Get rid of the Coons in this town.", "You absolute slapper.", "Filthy crips, all of them.",
	"You stupid bitch.", "What the fck is this.", "Stupid trannies everywhere.",
	"Those muzzy invaders again.", "Bloody chinks took our jobs.", "Go back to where you came from, Coon.",
}

func TestOrdinaryWords(t *testing.T) {
	rs := builtin(t)
	raised := func(body string) (out []string) {
		it := footprint.Item{Kind: footprint.KindPost, Text: body, Author: footprint.AuthorSelf, Visibility: footprint.VisibilityPublic}
		for _, x := range rs.Check(&it, nil, ExampleDay()) {
			if x.Mode == footprint.ModeFinding && x.Confidence >= footprint.Possible {
				out = append(out, x.Rule)
			}
		}
		return out
	}
	for _, s := range ordinaryWords {
		if f := raised(s); len(f) > 0 {
			t.Errorf("%q raises %v", s, f)
		}
	}
	for _, s := range abusedNames {
		if len(raised(s)) == 0 {
			t.Errorf("%q raises nothing", s)
		}
	}
}

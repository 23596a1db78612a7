package pictures

import (
	"context"
	"fmt"
	"math/bits"
	"slices"

	"footprint/internal/audit/core"
	"footprint/internal/footprint"
	"footprint/internal/picture"
	"footprint/internal/store"
)

// Answers to a picture.
const (
	PictureKeep   = "keep"   // it may stay
	PictureRemove = "remove" // it goes from where it was posted
	PictureNotMe  = "not me" // somebody else
	PictureOthers = "others" // other people are in it
)

// answerBook is what the user has said of pictures, found by content or by likeness.
type answerBook struct {
	byContent map[string]store.PictureAnswer
	hashed    []store.PictureAnswer
}

func (a *Archivist) answerBook(ctx context.Context) (answerBook, error) {
	b := answerBook{byContent: map[string]store.PictureAnswer{}}
	all, err := a.DB.PictureAnswers(ctx)
	for _, x := range all {
		b.byContent[x.Content] = x
		if x.Hash != nil {
			b.hashed = append(b.hashed, x)
		}
	}
	return b, err
}

// of returns the answer to a picture or to one that looks the same.
func (b *answerBook) of(p shown) (store.PictureAnswer, bool) {
	if x, ok := b.byContent[p.content]; ok {
		return x, true
	}
	if p.hash != nil && telling(*p.hash) {
		for _, x := range b.hashed {
			if alike(*x.Hash, *p.hash) {
				return x, true
			}
		}
	}
	return store.PictureAnswer{}, false
}

// alike reports whether two hashes are of the same picture.
func alike(a, b uint64) bool { return picture.Hash(a).Distance(picture.Hash(b)) <= picture.SameBits }

// telling reports whether a hash can tell pictures apart; those of blank pictures are all alike.
func telling(h uint64) bool { n := bits.OnesCount64(h); return n > 4 && n < 60 }

// apply puts the answers to the pictures of an item into it, and reports whether it changed.
func (b *answerBook) apply(it *footprint.Item, pictures []shown) bool {
	if len(pictures) == 0 {
		return false
	}
	var given []string
	labels := slices.DeleteFunc(slices.Clone(it.Labels), isAnswerLabel)
	for _, p := range pictures {
		x, ok := b.of(p)
		if ok && x.Answer != "" {
			given = append(given, x.Answer)
		}
		labels = core.Union(labels, x.Labels)
	}
	answer := together(given, len(pictures))
	if answer == "" && !isAnswer(it.Answer) {
		answer = it.Answer // said elsewhere
	}
	if it.Answer == answer && slices.Equal(it.Labels, labels) {
		return false
	}
	it.Answer, it.Labels = answer, labels
	return true
}

// AnswerPicture remembers what the user says of a picture and of every copy that looks the same, those that come
// later included, and judges the items that show it again. An empty answer without labels takes back what was said.
func (a *Archivist) AnswerPicture(ctx context.Context, p Picture, answer string, labels []string) error {
	if answer != "" && !isAnswer(answer) || slices.ContainsFunc(labels, func(l string) bool { return !isAnswerLabel(l) }) {
		return fmt.Errorf("answer %q, labels %q: want one of those that are offered", answer, labels)
	}
	var answers []store.PictureAnswer
	var contents, items []string
	for _, c := range p.Copies {
		contents, items = core.Union(contents, []string{c.Content}), core.Union(items, []string{c.Item})
	}
	for _, content := range contents {
		d, err := a.DB.PictureDetail(ctx, content)
		if err != nil {
			return err
		}
		answers = append(answers, store.PictureAnswer{Content: content, Hash: d.Hash, Answer: answer, Labels: labels, At: a.Now()})
	}
	if err := a.DB.PutPictureAnswers(ctx, answers); err != nil {
		return fmt.Errorf("keep answer: %w", err)
	}
	defer a.Changed()
	return a.applyAnswers(ctx, items)
}

// applyAnswers puts the answers into items and judges those that changed.
func (a *Archivist) applyAnswers(ctx context.Context, items []string) error {
	book, err := a.answerBook(ctx)
	if err != nil {
		return err
	}
	pictures := map[string][]shown{}
	for _, id := range items {
		shots, err := a.DB.ShotsOf(ctx, id)
		if err != nil {
			return err
		}
		for _, s := range shots {
			d, err := a.DB.PictureDetail(ctx, s.Content)
			if err != nil {
				return err
			}
			pictures[id] = append(pictures[id], shown{s.Content, d.Hash})
		}
	}
	changed, err := a.DB.Amend(ctx, items, func(it *footprint.Item) bool { return book.apply(it, pictures[it.ID]) })
	if err != nil {
		return err
	}
	return a.analyst.JudgeAgain(ctx, changed)
}

// together is the answer for an item: what is to be removed or shows others counts for the whole, what may stay
// only when all of it may.
func together(given []string, pictures int) string {
	for _, a := range []string{PictureRemove, PictureOthers} {
		if slices.Contains(given, a) {
			return a
		}
	}
	if len(given) < pictures || len(given) == 0 {
		return ""
	}
	if slices.Contains(given, PictureKeep) {
		return PictureKeep
	}
	return given[0]
}

func isAnswer(s string) bool {
	return s == PictureKeep || s == PictureRemove || s == PictureNotMe || s == PictureOthers
}

// Labels that the user can put on a picture, in the words of the rules.
const (
	LabelAtWork  = "clinical area"
	LabelPatient = "patient"
	LabelRecord  = "patient record"
)

// PictureLabels lists them.
func PictureLabels() []string { return []string{LabelAtWork, LabelPatient, LabelRecord} }

func isAnswerLabel(s string) bool { return slices.Contains(PictureLabels(), s) }

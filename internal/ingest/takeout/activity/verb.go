package activity

import (
	"net/url"
	"strings"

	"footprint/internal/footprint"
)

// verb is how titles of one kind begin or end. Titles are translated; keys are not.
type verb struct {
	kind   footprint.Kind
	begins []string
	ends   []string
}

// verbs are tried in turn.
var verbs = [...]verb{
	{footprint.KindSearch, []string{"searched for ", "searched ", "prompted ", "asked ", "said ", "gesucht nach ", "gesucht: ", "has buscado ", "buscaste ", "se buscó ", "vous avez recherché ", "recherche : ", "gezocht naar ",
		"hai cercato ", "pesquisou ", "você pesquisou ", "pesquisa por ", "ați căutat ", "ieškota ", "ieškojote ", "has cercat ", "szukano ", "wyszukano ", "du søgte efter ", "du sökte efter ", "sökte efter ", "запрос: ", "вы искали ", "検索: "},
		[]string{" gesucht", " を検索しました"}},
	{footprint.KindLike, []string{"liked ", "disliked ", "te ha gustado ", "te gustó ", "no te ha gustado ", "vous avez aimé ", "ti è piaciuto ", "gostou de ", "leuk gevonden: "},
		[]string{" positiv bewertet", " mag ich", " negativ bewertet", " leuk gevonden"}},
	{footprint.KindFollowing, []string{"subscribed to ", "te has suscrito a ", "te suscribiste a ", "vous vous êtes abonné à ", "abonniert: ", "ti sei iscritto a ", "inscreveu-se em ", "geabonneerd op "}, []string{" abonniert"}},
	{footprint.KindComment, []string{"commented on ", "commented ", "has comentado ", "comentaste ", "vous avez commenté ", "hai commentato ", "comentou ", "gereageerd op "}, []string{" kommentiert"}},
	{footprint.KindReview, []string{"reviewed ", "rated ", "has reseñado ", "reseñaste ", "vous avez évalué ", "hai recensito ", "avaliou ", "recensie geschreven over "}, []string{" rezensiert", " bewertet"}},
	{footprint.KindPlace, []string{"directions to ", "shared location ", "cómo llegar a ", "itinéraire vers ", "route naar ", "indicazioni per "}, []string{}},
	{footprint.KindActivity, []string{"watched ", "viewed ", "visited ", "used ", "saved ", "has visto ", "has visitado ", "vous avez regardé ", "vous avez consulté ", "hai guardato ", "hai visitato ", "assistiu ", "visitou ",
		"bekeken: ", "bezocht: ", "ați vizionat ", "žiūrėta ", "peržiūrėta ", "has mirat ", "obejrzano: "},
		[]string{" angesehen", " aufgerufen", " besucht", " bekeken", " を視聴しました"}},
}

// kind decides what a record is: by the file, by the words of its title, by its address.
func (h *history) kind(rec record) footprint.Kind {
	switch h.reading {
	case Watched:
		return footprint.KindActivity
	case Searched:
		if isVideo(rec.url) { // an advertisement watched while searching
			return footprint.KindActivity
		}
		return footprint.KindSearch
	case Ads:
		return footprint.KindInterest
	case Mixed:
	}
	if v, _ := verbOf(rec.title); v != "" {
		return v
	}
	switch {
	case query(rec.url) != "":
		return footprint.KindSearch
	case strings.Contains(rec.url, "/maps/dir/"):
		return footprint.KindPlace
	}
	return footprint.KindActivity
}

// verbOf returns the kind that the title's words name, and the title without them.
func verbOf(title string) (footprint.Kind, string) {
	const longest = 60 // bytes that a verb may take up
	head := strings.ToLower(strings.ReplaceAll(title[:min(len(title), longest)], "\u00a0", " "))
	tail := strings.ToLower(strings.ReplaceAll(title[max(0, len(title)-longest):], "\u00a0", " "))
	for _, v := range verbs {
		for _, b := range v.begins {
			if strings.HasPrefix(head+" ", b) {
				return v.kind, after(title, b)
			}
		}
		for _, e := range v.ends {
			if strings.HasSuffix(tail, e) {
				return v.kind, strings.TrimSpace(strings.ToValidUTF8(title[:max(0, len(title)-len(e))], ""))
			}
		}
	}
	return "", title
}

// after cuts as many runes off the title as the verb has, since blanks differ in bytes.
func after(title, verb string) string {
	runes := len([]rune(verb))
	for i := range title {
		if runes == 0 {
			return strings.TrimSpace(title[i:])
		}
		runes--
	}
	return ""
}

// object is the title without its verb.
func object(title string) string {
	_, rest := verbOf(title)
	return rest
}

func isVideo(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Path == "/watch" || strings.HasPrefix(u.Path, "/shorts/"))
}

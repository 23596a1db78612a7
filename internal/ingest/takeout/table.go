package takeout

import (
	"path"
	"regexp"
	"strings"

	"footprint/internal/ingest"
	"footprint/internal/ingest/takeout/blogger"
	"footprint/internal/ingest/takeout/photos"
	"footprint/internal/ingest/takeout/product"
	"footprint/internal/ingest/takeout/youtube"
)

// which names a product.
type which uint8

const (
	nothing which = iota
	inYouTube
	inPhotos
	inActivity
	inMaps
	inSaved
	inTimeline
	inChat
	inHangouts
	inGroups
	inBlogger
	inContacts
	inAccount
	inAccess
	inProfile
	inDevice
	inPlay
	inContributions
	inChrome
	inSkipped
)

// folders are the products by their folded folder names. sure ones are Google's without a folder Takeout above
// them too; the others are words that anybody may use.
type folder struct {
	in    which
	sure  bool
	names string // separated by blanks
}

var folderTable = [...]folder{
	{inPhotos, true, "googlephotos googlefotos googlefoto fotkygoogle googleфото googlefotók googlephotoalbums"},
	{inActivity, true, "myactivity meineaktivitäten miactividad monactivité mijnactiviteit lemieattività minhaatividade mojaaktywność minaktivitet"},
	{inMaps, true, "mapsyourplaces mapsmeineorte mapstussitios mapsvosadresses mapsjouwplaatsen mapsituoiluoghi mapsseuslugares"},
	{inMaps, false, "maps googlemaps"},
	{inTimeline, true, "locationhistory locationhistorytimeline semanticlocationhistory standortverlauf"},
	{inTimeline, false, "cronología zeitachse tijdlijn cronologia chronologie vostrajets timeline"},
	{inSaved, false, "saved gespeichert guardado enregistrés enregistré opgeslagen salvati salvos"},
	{inChat, true, "googlechat"},
	{inHangouts, true, "hangouts"},
	{inGroups, false, "groups"},
	{inBlogger, true, "blogger"},
	{inContacts, false, "contacts googlekontakte contactos kontakte contacten contatti contatos googlecontacten"},
	{inAccount, true, "googleaccount googlekonto cuentadegoogle comptegoogle googleaccounts accountgoogle contadogoogle"},
	{inAccess, true, "accesslogactivity zugriffsprotokollaktivitäten actividaddelregistrodeacceso"},
	{inProfile, false, "profile profil perfil profiel profilo googleprofile"},
	{inDevice, true, "androiddeviceconfigurationservice"},
	{inPlay, true, "googleplaystore googleplay"},
	{inContributions, true, "searchcontributions"},
	{inChrome, false, "chrome"},
	{inSkipped, false, "keep notizen conservar drive googledrive mail gmail calendar googlecalendar kalender calendario agenda tasks googletasks aufgaben tareas fit googlefit homeapp news googlenews nachrichten noticias googlepay googlewallet " +
		"googleshopping googlebusinessprofile youtubetv youtubegaming googlestore mynest nest googlehelpcommunities discover shoppinglists textmessages crisisuserreports assistantnotesandlists googlecloudsearch googlefinance classroom " +
		"googleworkspacemarketplace productfeedback streetview personalsafety recorder locations bookmarks correo correoelectrónico courrier posta"},
}

// skipReasons say why the products among the skipped are not read; the others are named generally.
var skipReasons = map[string]string{
	"keep": notes, "notizen": notes, "conservar": notes,
	"mail": mail, "gmail": mail, "correo": mail, "courrier": mail, "posta": mail,
	"calendar": calendar, "googlecalendar": calendar, "kalender": calendar, "calendario": calendar, "agenda": calendar,
	"drive": "files stored in Drive, not published by the account", "googledrive": "files stored in Drive, not published by the account",
}

const (
	notes    = "private notes, which nobody else sees"
	mail     = "private mail is not read"
	calendar = "private appointments are not read"
	general  = "private data of a product that shows nothing to others"
)

var folderNames = func() map[string]folder {
	m := map[string]folder{}
	for _, f := range folderTable {
		for n := range strings.FieldsSeq(f.names) {
			m[n] = f
		}
	}
	return m
}()

// productOf finds the product by the outermost folder that names one; prefixed tells that the name stands below
// a folder Takeout, where any word counts.
func productOf(name string, prefixed bool) (which, string) {
	for step := range strings.SplitSeq(path.Dir(name), "/") {
		folded := product.Fold(step)
		f, known := folderNames[folded]
		switch {
		case strings.HasPrefix(folded, "youtube") && !known:
			return inYouTube, folded
		case known && (f.sure || prefixed):
			return f.in, folded
		}
	}
	return nothing, ""
}

func words(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

// Folded names of files, by languages.
var (
	searchNames    = words("searchhistory suchverlauf historialdebúsqueda historialdebúsquedas zoekgeschiedenis istoriculcăutărilor historialdecerques historiquedesrecherches cronologiaricerche históricodepesquisa paieškosistorija historiawyszukiwania")
	watchNames     = words("watchhistory wiedergabeverlauf historialdereproducciones kijkgeschiedenis istoriculvizionărilor historialdevisualitzacions historiquedesvidéosregardées watchgeschichte cronologiavisualizzazioni históricodevisualizações žiūrėjimoistorija historiaoglądania")
	activities     = words("myactivity meineaktivitäten miactividad monactivité mijnactiviteit lamiaattività minhaatividade mojaaktywność")
	adFolders      = words("ads anzeigen werbung anuncios publicités advertenties annunci anúncios reklamy")
	comments       = words("comments kommentare comentarios reacties comentarii komentarai commentaires commenti comentários")
	channels       = words("channel kanal canal kanaal kanalas chaîne canale")
	channelFolders = words("channels kanäle canales kanalen canale kanalai chaînes canali canais")
	follows        = words("subscriptions abos suscripciones abonnementen abonamente prenumeratos abonnements iscrizioni inscrições")
	overviews      = words("archivebrowser archivübersicht navegadordelarchivo navegadordearchivos navigateurdarchives archiefbrowser")
	profiles       = words("profile profil perfil profiel profilo")
)

func isOverview(base string) bool { return overviews[base] || strings.Contains(base, "archiv") }
func isProfile(base string) bool  { return profiles[base] }

var blogBackup = regexp.MustCompile(`(?i)^(blog-\d{2}-\d{2}-\d{4}.*|.*backup.*|.*blog.*|feed)\.(xml|atom)$`)

// isYouTube reports whether a file of an export without its outer folders is surely one of YouTube.
func isYouTube(name string) bool {
	base := product.Base(name)
	switch product.Ext(name) {
	case ".json", ".html":
		return searchNames[base] || watchNames[base]
	}
	return false
}

// sign reports whether a file outside of a folder Takeout may show an export of Google: how many steps of its
// path belong to it, and whether the name alone is proof.
func sign(name string) (depth int, sure bool) {
	if ingest.IsMedia(name) { // pictures are no proof, and there are many
		return 0, false
	}
	base, ext, parent := product.Base(name), product.Ext(name), product.Parent(name)
	steps := strings.Split(name, "/")
	for i, step := range steps[:len(steps)-1] { // a product's folder
		f, known := folderNames[product.Fold(step)]
		if known && f.sure || strings.HasPrefix(product.Fold(step), "youtube") && ext != "" {
			return len(steps) - i, false
		}
	}
	switch {
	case ext == ".csv" && (comments[base] && comments[parent] || channels[base] || follows[base] && follows[parent] || comments[base]):
		return depthOf(steps, comments[parent] || follows[parent] || len(steps) > 1 && channels[base]), false
	case isYouTube(name):
		return depthOf(steps, len(steps) > 1), ext == ".json" && len(steps) > 1 || ext == ".html"
	case activities[base] && (ext == ".json" || ext == ".html"):
		return depthOf(steps, len(steps) > 1), false
	case photos.IsSidecar(name):
		return depthOf(steps, len(steps) > 1), false
	case ext == ".json" && looseJSON[base]:
		return 1, false
	case (ext == ".xml" || ext == ".atom") && blogBackup.MatchString(path.Base(name)):
		return 1, false
	}
	return 0, false
}

// looseJSON are single files that people hand over without the rest.
var looseJSON = words("timeline locationhistory records reviews bewertungen reseñas savedplaces gespeicherteorte labeledplaces")

func depthOf(steps []string, folder bool) int {
	if folder && len(steps) > 1 {
		return 2
	}
	return 1
}

// holds looks whether the beginning of a file is what its name promises.
func holds(name, head string) bool {
	switch product.Ext(name) {
	case ".csv":
		return youtube.IsTable(head) || strings.Contains(head, "Gaia ID")
	case ".json":
		is, base := jsonOf(head), product.Base(name)
		switch {
		case photos.IsSidecar(name):
			return is == sidecar
		case looseJSON[base]:
			return is == features || is == reviewList || is == searchReviews || is == positions || is == visits
		case activities[base], isYouTube(name):
			return is == activityRecords || is == youtubeList
		}
		return is != unknown
	case ".html":
		return strings.Contains(head, "mdl-") || strings.Contains(head, "outer-cell")
	case ".xml", ".atom":
		return blogger.IsFeed(head)
	}
	return false
}

package youtube

import (
	"footprint/internal/footprint"
	"footprint/internal/ingest/csvtable"
	"footprint/internal/ingest/takeout/product"
)

// role is what a column means.
type role uint8

const (
	other role = iota
	commentID
	liveID
	parentID
	topID
	postID
	channel
	channelURL
	channelTitle
	channelDescription
	vanity
	created
	published
	price
	video
	videoTitle
	videoText
	videoState
	privacy
	commentText
	playlist
	playlistTitle
	playlistDescription
	visible
	title
	description
	latitude
	longitude
)

// header is one meaning with its names: English, Spanish, Dutch, Romanian, Lithuanian, and what is known of
// German, French, Italian and Portuguese.
type header struct {
	role  role
	names []string
}

var headers = [...]header{
	{commentID, []string{"Comment ID", "ID de comentario", "Reactie-ID", "ID-ul comentariului", "Komentaro ID", "Kommentar-ID", "ID du commentaire", "ID commento", "ID do comentário"}},
	{liveID, []string{"Live Chat ID", "ID del mensaje del chat en directo", "ID del mensaje de chat en vivo"}},
	{parentID, []string{"Parent Comment ID", "ID de comentario principal", "ID del comentario principal"}},
	{topID, []string{"Top-Level Comment ID", "ID de comentario de nivel superior"}},
	{postID, []string{"Post ID", "ID de publicación", "ID de la publicación"}},
	{channel, []string{"Channel ID", "ID de canal", "ID del canal", "Kanaal-ID", "ID-ul canalului", "Kanalo ID", "Kanal-ID", "ID de la chaîne", "Identifiants des chaînes", "ID canale", "ID do canal"}},
	{channelURL, []string{"Channel Url", "URL del canal", "Kanaal-URL", "Adresa URL a canalului", "Kanalo URL", "Kanal-URL", "URL des chaînes", "URL de la chaîne", "URL canale", "URL do canal"}},
	{channelTitle, []string{"Channel Title", "Channel Title (Original)", "Título del canal", "Título del canal (original)", "Kanaaltitel", "(Originele) kanaaltitel", "Titlul canalului", "Titlul canalului (original)", "Kanalo pavadinimas",
		"Kanalo pavadinimas (pradinis)", "Kanaltitel", "Kanaltitel (Original)", "Titres des chaînes", "Titre de la chaîne", "Titolo canale", "Título do canal"}},
	{channelDescription, []string{"Channel Description (Original)", "Descripción del canal (original)", "Kanalbeschreibung (Original)", "(Originele) kanaalbeschrijving", "Descrierea canalului (originală)"}},
	{vanity, []string{"Channel Vanity URL 1 Name", "Nombre de la URL mnemónica del canal (1)"}},
	{created, []string{"Comment Create Timestamp", "Marca de tiempo de creación del comentario", "Aanmaaktijdstempel reactie", "Marcajul temporal de creare a comentariului", "Komentaro sukūrimo laiko žymė",
		"Live Chat Create Timestamp", "Marca de tiempo de creación del mensaje del chat en directo", "Playlist Video Creation Timestamp", "Marca de tiempo de creación de la lista de reproducción de vídeos",
		"Tijdstempel voor het maken van een playlistvideo", "Marcaj temporal de creare a videoclipului din playlist", "Grojaraščio vaizdo įrašo sukūrimo laiko žymė", "Time Added", "Time Created",
		"Video Create Timestamp", "Marca de tiempo de creación del vídeo", "Tijdstempel aanmaaktijd video", "Marcajul temporal de creare a videoclipului", "Vaizdo įrašo sukūrimo laiko žymė",
		"Playlist Create Timestamp", "Marca de tiempo de creación de la lista de reproducción", "Crear marca de tiempo del texto del vídeo", "Video Text Create Timestamp"}},
	{published, []string{"Video Publish Timestamp", "Marca de tiempo de publicación del vídeo", "Tijdstempel publicatietijd video", "Marcajul temporal de publicare al videoclipului", "Vaizdo įrašo paskelbimo laiko žymė"}},
	{price, []string{"Price", "Precio", "Prijs", "Preț", "Kaina", "Preis", "Prix", "Prezzo", "Preço"}},
	{video, []string{"Video ID", "ID de vídeo", "ID del vídeo", "ID del video", "ID-ul videoclipului", "Vaizdo įrašo ID", "Video-ID", "ID vidéo", "ID de la vidéo", "ID video", "ID do vídeo"}},
	{videoTitle, []string{"Video Title (Original)", "Título del vídeo (original)", "Videotitel (origineel)", "Titlul videoclipului (original)", "Vaizdo įrašo pavadinimas (originalas)", "Videotitel (Original)", "Titre de la vidéo (d'origine)"}},
	{videoText, []string{"Video Title Text Segments 1", "Video Text Title Segments 1", "Segmentos de texto del título del vídeo 1"}},
	{description, []string{"Video Description (Original)", "Descripción del vídeo (original)", "Videobeschrijving (origineel)", "Descrierea videoclipului (original)", "Vaizdo įrašo aprašas (originalas)", "Videobeschreibung (Original)", "Description"}},
	{privacy, []string{"Privacy", "Privacidad", "Confidențialitate", "Privatumas", "Datenschutz", "Confidentialité", "Privacidade"}},
	{videoState, []string{"Video State", "Estado del vídeo", "Videostatus", "Starea videoclipului", "Vaizdo įrašo būsena", "Statut de la vidéo"}},
	{commentText, []string{"Comment Text", "Texto del comentario", "Reactietekst", "Textul comentariului", "Komentuoti tekstą", "Kommentartext", "Texte du commentaire", "Testo del commento", "Texto do comentário",
		"Live Chat Text", "Texto del mensaje del chat en directo"}},
	{playlist, []string{"Playlist ID", "ID de lista de reproducción", "ID-ul playlistului", "Grojaraščio ID", "Playlist-ID", "ID de la playlist"}},
	{playlistTitle, []string{"Playlist Title (Original)", "Título de la lista de reproducción (original)", "Playlist-titel (Origineel)", "Titlul playlistului (original)", "Grojaraščio pavadinimas (originalas)", "Titel der Playlist (Original)", "Playlisttitel (Original)"}},
	{playlistDescription, []string{"Playlist Description (Original)", "Descripción de la lista de reproducción (original)"}},
	{visible, []string{"Playlist Visibility", "Visibilidad de la lista de reproducción", "Zichtbaarheid van playlist", "Vizibilitatea playlistului", "Grojaraščio matomumas", "Sichtbarkeit der Playlist", "Visibility",
		"Channel Visibility", "Visibilidad del canal", "Kanaalzichtbaarheid", "Vizibilitatea canalului", "Kanalo matomumas", "Sichtbarkeit des Kanals", "Kanalsichtbarkeit"}},
	{title, []string{"Title"}},
	{latitude, []string{"Video Recording Latitude", "Latitud de grabación del vídeo", "Video Default Location Latitude", "Latitud de la ubicación predeterminada del vídeo"}},
	{longitude, []string{"Video Recording Longitude", "Longitud de grabación del vídeo", "Video Default Location Longitude", "Longitud de la ubicación predeterminada del vídeo"}},
}

// roles are the headers by their folded names.
var roles = func() map[string]role {
	m := map[string]role{}
	for _, h := range headers {
		for _, n := range h.names {
			m[csvtable.Fold(n)] = h.role
		}
	}
	return m
}()

func roleOf(column string) (role, bool) {
	r, ok := roles[csvtable.Fold(column)]
	return r, ok
}

// audiences are the translated words for who can see a video, channel or playlist. Not listed (by link) has
// no audience of its own and stays unknown.
var audiences = map[string]footprint.Visibility{
	"public": footprint.VisibilityPublic, "público": footprint.VisibilityPublic, "pública": footprint.VisibilityPublic, "openbaar": footprint.VisibilityPublic, "publică": footprint.VisibilityPublic, "publice": footprint.VisibilityPublic,
	"vieša": footprint.VisibilityPublic, "viešas": footprint.VisibilityPublic, "öffentlich": footprint.VisibilityPublic, "publique": footprint.VisibilityPublic, "pubblico": footprint.VisibilityPublic, "pubblica": footprint.VisibilityPublic, "públic": footprint.VisibilityPublic,
	"private": footprint.VisibilityPrivate, "privado": footprint.VisibilityPrivate, "privada": footprint.VisibilityPrivate, "privé": footprint.VisibilityPrivate, "privată": footprint.VisibilityPrivate, "privat": footprint.VisibilityPrivate,
	"privatus": footprint.VisibilityPrivate, "privati": footprint.VisibilityPrivate, "privée": footprint.VisibilityPrivate, "privato": footprint.VisibilityPrivate, "privata": footprint.VisibilityPrivate,
}

func audience(word string) footprint.Visibility { return audiences[product.Fold(word)] }

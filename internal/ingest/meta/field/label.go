package field

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Slot is what a localised label means.
type Slot int

// The slots that readers ask for. The zero Slot is a label without a known meaning.
const (
	SlotName Slot = iota + 1
	SlotUsername
	SlotEmail
	SlotPhone
	SlotPrivate
	SlotBirth
	SlotBio
	SlotGender
	SlotCity
	SlotWebsite
	SlotAuthor
	SlotTime
	SlotURL
	SlotText
	SlotOwner
	SlotSaved
	SlotSearch
	SlotFirstName
	SlotLastName
	SlotContact
	SlotInterest
	SlotSong
	SlotArtist
	SlotReaction
	SlotTitle
	SlotAction
	SlotTarget
	SlotGroup
	SlotPlace
	SlotAddress
	SlotCoordinates
	SlotContacts
	SlotHashtags
	SlotIP
	SlotAgent
	SlotCookie
	SlotLatitude
	SlotLongitude
	SlotMake
	SlotModel
	SlotUploadIP
	SlotTaken
	SlotAdded
	SlotCreated
	SlotUpdated
	SlotMembers
	SlotPrevious
	SlotNew
	SlotChanged
	SlotFollowers
	SlotExpired
	SlotLastActive
)

// labels lists the spellings of each slot: English, German, French, Spanish, Italian, Dutch, Danish,
// Portuguese, Chinese, Hindi and the platform's own field names, as far as they are known.
func labels() map[Slot]string {
	return map[Slot]string{
		SlotName:        "name|nom|nombre|nome|naam|navn|姓名|名称|नाम|full name|vollständiger name|display name|nome completo|feed name|ad name",
		SlotUsername:    "username|benutzername|nom d'utilisateur|nombre de usuario|nome utente|gebruikersnaam|brugernavn|nome de usuário|帐号|यूज़रनेम|user name",
		SlotEmail:       "email|email address|e-mail|e-mail-adresse|adresse e-mail|correo electrónico|indirizzo e-mail|e-mailadres|邮箱|ईमेल",
		SlotPhone:       "phone number|phone|telefonnummer|numéro de téléphone|número de teléfono|numero di telefono|telefoonnummer|手机号|फ़ोन नंबर",
		SlotPrivate:     "private account|privates konto|compte privé|cuenta privada|account privato|privéaccount|privat konto|conta privada|私密帐户|प्राइवेट अकाउंट|private profile",
		SlotBirth:       "date of birth|birthday|geburtsdatum|date de naissance|fecha de nacimiento|data di nascita|geboortedatum|出生日期|जन्मतिथि",
		SlotBio:         "bio|steckbrief|presentación|biografia|biografía|biographie|个性签名|जीवनी|biography",
		SlotGender:      "gender|geschlecht|genre|sexo|genere|geslacht|性别|लिंग",
		SlotCity:        "city name|town/city name|name der stadt|nom de la ville|nombre de la ciudad|nome della città|城市名称|शहर का नाम|city|stadt|ville",
		SlotWebsite:     "website|webseite|site web|sitio web|sito web|links|link|网站",
		SlotAuthor:      "author|autor|auteur|autore|forfatter|作者|लेखक|author name|sender",
		SlotTime:        "time|zeit|uhrzeit|heure|fecha y hora|hora|orario|data e ora|tijd|tid|tidspunkt|时间|時間|समय|date|datum|fecha|visit time|time of repost|change date|start time|time of action|creation_time|timestamp",
		SlotURL:         "url|網址|link url|href|uri",
		SlotText:        "comment|kommentar|commentaire|comentario|commento|opmerking|comentário|message|nachricht|bericht|mensaje|messaggio|text|texte|texto|testo|tekst|caption|bildunterschrift|légende|description|beschreibung|post|prompt|content",
		SlotOwner:       "media owner|media-eigenaar|owner|eigenaar|eigentümer|inhaber|propriétaire|propietario|proprietario|owner username|medieninhaber|propriétaire du média",
		SlotSaved:       "saved on|opgeslagen op|gespeichert am|enregistré le|guardado el|salvato il",
		SlotSearch:      "search|suche|recherche|búsqueda|cerca|zoekopdracht|zoeken|søgning|pesquisa|搜索|सर्च करें|search term|query",
		SlotFirstName:   "first name|vorname|prénom|voornaam|fornavn|名|first_name",
		SlotLastName:    "last name|nachname|nom de famille|apellido|cognome|achternaam|efternavn|姓|सरनेम|last_name",
		SlotContact:     "contact information|kontaktinformationen|coordonnées|información de contacto|informazioni di contatto|contactgegevens|联系方式|संपर्क जानकारी|contact point|kontaktpunkt|contact_point|point de contact",
		SlotInterest:    "interest|interesse|centre d'intérêt|intereses|interés|兴趣|दिलचस्पी|interests",
		SlotSong:        "song|canzone|गाना|titel des songs|chanson|canción",
		SlotArtist:      "artist|artista|कलाकार|künstler|artiste",
		SlotReaction:    "reaction|reaktion|réaction|reacción|reazione|reactie",
		SlotTitle:       "title|titel|titre|título|titolo",
		SlotAction:      "action|aktion|acción|azione|actie",
		SlotTarget:      "target|ziel|cible|destino|destinatario|doel",
		SlotGroup:       "group|gruppe|groupe|grupo|gruppo|groep|group name|group_name",
		SlotPlace:       "place name|place tags|place|ort|lieu|lugar|luogo|plaats|name des ortes|nom du lieu",
		SlotAddress:     "address|adresse|dirección|indirizzo|adres",
		SlotCoordinates: "coordinates|koordinaten|coordonnées gps|coordenadas|coordinate|coördinaten",
		SlotContacts:    "contacts|contact name|kontakte|name des kontakts|nom du contact|contact_name",
		SlotHashtags:    "hashtags|hashtag",
		SlotIP:          "ip address|ip-adresse|adresse ip|dirección ip|indirizzo ip|ip-adres|ip",
		SlotAgent:       "user agent|user-agent|agent utilisateur|browser|device|gerät|appareil|dispositivo",
		SlotCookie:      "cookie name|cookie-name|nom du cookie|cookie|datr|datr cookie|cookies",
		SlotLatitude:    "latitude|breitengrad|latitud|latitudine|breedtegraad|precise latitude",
		SlotLongitude:   "longitude|längengrad|longitud|longitudine|lengtegraad|precise longitude",
		SlotMake:        "camera make|kamerahersteller|marque de l'appareil photo|marca de la cámara|marca fotocamera|cameramerk",
		SlotModel:       "camera model|kameramodell|modèle de l'appareil photo|modelo de la cámara|modello fotocamera|cameramodel",
		SlotUploadIP:    "upload ip|upload ip address|ip-adresse des uploads|adresse ip de chargement|ip de subida|hochlade-ip|ip di caricamento",
		SlotTaken:       "taken|aufgenommen|prise|tomada|scattata|genomen|taken timestamp",
		SlotAdded:       "added time|added on|hinzugefügt am|ajouté le|toegevoegd op|upload time|time of first import|hochladezeit",
		SlotCreated:     "creation time|created at|created on|creation date|erstellt am|erstellungszeit|heure de création|fecha de creación|aanmaaktijd",
		SlotUpdated:     "update time|time of latest import|last updated|aktualisiert am|mis à jour le|updated time|latest import",
		SlotMembers:     "group members|members|mitglieder|membres|miembros",
		SlotPrevious:    "previous value|vorheriger wert|valeur précédente|valor anterior|valore precedente|vorige waarde|vorige wert",
		SlotNew:         "new value|neuer wert|nouvelle valeur|nuevo valor|nuovo valore|nieuwe waarde",
		SlotChanged:     "changed|geändert|modifié|modificato|cambiado|gewijzigd",
		SlotFollowers:   "followers|follower|abonnés|seguidores|volgers",
		SlotExpired:     "expired on|abgelaufen am|expiré le|expiró el|scaduto il|verlopen op",
		SlotLastActive:  "last active on|last login|last active|letzte anmeldung|zuletzt aktiv|dernière connexion|dernière activité|última actividad|laatste login",
	}
}

// slots is the reverse of labels, built once.
var slots = func() map[string]Slot {
	m := map[string]Slot{}
	for slot, spellings := range labels() {
		for s := range strings.SplitSeq(spellings, "|") {
			m[normalLabel(s)] = slot
		}
	}
	return m
}()

func slotOf(label string) Slot {
	if label == "" {
		return 0
	}
	return slots[normalLabel(label)]
}

// SlotOf returns what a label means, or 0.
func SlotOf(label string) Slot { return slotOf(label) }

func normalLabel(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	s = strings.TrimSuffix(strings.ReplaceAll(s, "’", "'"), ":")
	return norm.NFC.String(s)
}

// Yes tells whether a text is a translated true or false.
func Yes(s string) (value, ok bool) {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "true", "vrai", "verdadero", "vero", "waar", "wahr", "sand", "verdadeiro", "on", "yes", "1", "是", "सही":
		return true, true
	case "false", "faux", "falso", "onwaar", "falsch", "falsk", "off", "no", "0", "否", "गलत":
		return false, true
	}
	return false, false
}

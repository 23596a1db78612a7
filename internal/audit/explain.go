package audit

import (
	"context"
	"errors"
	"io/fs"
	"syscall"

	"footprint/internal/audit/drafts"
	"footprint/internal/crawl"
	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// explanations are tried in order; each names a kind of failure and says at the command line what to do next. The wording
// of the window says the same in assets/locale, as trouble.<name>.
var explanations = [...]struct {
	is         error
	name, text string
}{
	{context.Canceled, "stopped", "Stopped. What was read so far is kept; run the same again to go on."},
	{footprint.ErrNoConsent, "noconsent", "Footprint audits your own accounts only. Confirm that first (footprint profile --consent, or the first screen of the window)."},
	{footprint.ErrBusy, "inuse", "Footprint is already running on this database. Close the other window or command, or choose another file with --db."},
	{footprint.ErrNewer, "newer", "This database was written by a newer version of Footprint. Install that version, or choose another file with --db."},
	{footprint.ErrLocked, "locked", "The database is locked with a passphrase. Give it when asked, or in the environment variable FOOTPRINT_PASSPHRASE."},
	{footprint.ErrPassphrase, "passphrase", "That passphrase does not open the database. Nobody can get around it; a backup opens with the passphrase of its time."},
	{footprint.ErrEncrypted, "encrypted", "The archive is protected by a password. Unpack it with that password and give Footprint the folder."},
	{footprint.ErrBackup, "backup", "That file is no whole backup of Footprint. Nothing was changed; give another one."},
	{ingest.ErrPhotos, "photos", "This is a collection of pictures, not an export. Import it as photos: run the same again with --photos."},
	{footprint.ErrNotRecognised, "unrecognised", "No platform recognises this as its export. Give the file exactly as it was downloaded, or the folder it unpacks to; `footprint inspect PATH` shows what was seen."},
	{footprint.ErrDatabase, "database", "Footprint's own database is damaged. `footprint doctor` says more. Restore the newest backup: `footprint restore FILE` keeps the damaged file beside it. Without a backup, save the file for a specialist, move it away, and import the exports again."},
	{footprint.ErrDamaged, "damaged", "The file is damaged or not complete. Download the export again; what could be read is kept."},
	{footprint.ErrTooLarge, "toolarge", "A safety limit was reached, as with a file made to fill the disk. If the export is genuine, unpack it and give Footprint the folder."},
	{drafts.ErrNotObject, "lines", "Some lines are not JSON objects. Each got an answer with \"error\" in its place; the first is named below."},
	{errOneAudit, "oneaudit", "There is nothing to compare yet: each `footprint audit` counts as one, and it takes two."},
	{fs.ErrExist, "exists", "There is a file of that name already, and Footprint does not write over it. Choose another name."},
	{fs.ErrNotExist, "nofile", "There is no such file or folder. Check the path."},
	{footprint.ErrNotFound, "notfound", "There is nothing at that path or by that name. Check the spelling; `footprint list` shows the ids of the checklist, `footprint search` those of results, `footprint rules list` those of rules."},
	{footprint.ErrAmbiguous, "ambiguous", "Several ids begin so. Give more letters."},
	{footprint.ErrOffline, "offline", "This needs the network, which Footprint uses only when you start a search yourself."},
	{crawl.ErrKey, "key", "The search service does not accept the key, or there is none. Store it with `footprint keys set NAME`, or choose another service."},
	{crawl.ErrKeyring, "keyring", "The system's keyring cannot be used here. Set the key in the environment variable FOOTPRINT_KEY_<NAME> instead, for instance FOOTPRINT_KEY_BRAVE."},
	{crawl.ErrQuota, "quota", "The search service's quota is used up, or it asks to slow down. What was found so far is kept; try again later, or search in your own browser (`footprint search --plan`)."},
	{crawl.ErrFailed, "failed", "The search service did not answer as it should. What was found so far is kept; try again later, or search in your own browser (`footprint search --plan`)."},
	{crawl.ErrBusy, "refused", "Several sites one after another refused or did not answer, so the run stopped. What was found so far is kept. Check that you are on-line, and try again later."},
	{crawl.ErrForbiddenAddress, "address", "Footprint opens public web addresses only. A search server of your own at home is named with --server."},
	{syscall.ENOSPC, "full", "The disk is full. Nothing that was decided is lost; make room and run the same again."},
	{syscall.EROFS, "readonly", "The disk can only be read. Choose another place with --db."},
	{fs.ErrPermission, "permission", "Footprint may not read or write there. Check who owns the file or folder."},
}

// Explain turns an error into a sentence for the command line with a next step; the error itself is shown behind it.
func Explain(err error) string {
	for _, e := range explanations {
		if errors.Is(err, e.is) {
			return e.text
		}
	}
	return "Something went wrong that Footprint does not know. Try again; if it stays, report the message below."
}

// Trouble names the kind of an error, for wording in the user's language; "unknown" if Footprint does not know it.
func Trouble(err error) string {
	for _, e := range explanations {
		if errors.Is(err, e.is) {
			return e.name
		}
	}
	return "unknown"
}

// Troubles lists what [Trouble] can say.
func Troubles() []string {
	all := []string{"unknown"}
	for _, e := range explanations {
		all = append(all, e.name)
	}
	return all
}

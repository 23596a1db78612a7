package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
)

// prefPicked is the key of Fyne's preferences under which its dialog keeps the folder it showed last.
const prefPicked = "fyne:fileDialogLastFolder"

// PickFile asks for a file, with one of the endings if there are any.
func (s *Desk) PickFile(endings []string, took func(path string)) {
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if err != nil {
			s.Fail(err)
		} else if f != nil {
			_ = f.Close() // whoever reads it opens it by its path
			took(f.URI().Path())
		}
	}, s.Win)
	if len(endings) > 0 {
		d.SetFilter(storage.NewExtensionFileFilter(endings))
	}
	s.showPicker(d)
}

// PickFolder asks for a folder.
func (s *Desk) PickFolder(took func(path string)) {
	s.showPicker(dialog.NewFolderOpen(func(dir fyne.ListableURI, err error) {
		if err != nil {
			s.Fail(err)
		} else if dir != nil {
			took(dir.Path())
		}
	}, s.Win))
}

// PickNew asks where to write a file.
func (s *Desk) PickNew(name string, took func(path string)) {
	d := dialog.NewFileSave(func(to fyne.URIWriteCloser, err error) {
		if err == nil && to != nil {
			if err = to.Close(); err == nil {
				took(to.URI().Path())
			}
		}
		s.Fail(err)
	}, s.Win)
	d.SetFileName(name)
	s.showPicker(d)
}

// showPicker shows a dialog as large as the window allows. The first one begins where browsers put files.
func (s *Desk) showPicker(d *dialog.FileDialog) {
	if s.App.Preferences().String(prefPicked) == "" && s.Downloads != "" {
		if dir, err := storage.ListerForURI(storage.NewFileURI(s.Downloads)); err == nil {
			d.SetLocation(dir)
		}
	}
	d.Show()
	room := s.Win.Canvas().Size()
	d.Resize(fyne.NewSize(min(room.Width*0.9, 1100), min(room.Height*0.9, 760))) // Fyne knows no size before
	s.Shown("files")
}

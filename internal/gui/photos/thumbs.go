package photos

import (
	"image"
	"image/jpeg"
	"os"
)

// thumbsKept is how many decoded thumbnails are kept, of about 100 KB each.
const thumbsKept = 240

// thumbs keeps the thumbnails that were shown last in memory.
type thumbs struct {
	images map[string]image.Image
	order  []string
}

func newThumbs() thumbs { return thumbs{images: map[string]image.Image{}} }

// of reads a thumbnail; nil when there is none. They are small enough to be read while the grid is drawn.
func (t *thumbs) of(file string) image.Image {
	if file == "" {
		return nil
	}
	if img, ok := t.images[file]; ok {
		return img
	}
	img := read(file)
	t.images[file] = img
	if t.order = append(t.order, file); len(t.order) > thumbsKept {
		delete(t.images, t.order[0])
		t.order = t.order[1:]
	}
	return img
}

func read(file string) image.Image {
	f, err := os.Open(file)
	if err != nil {
		return nil
	}
	defer f.Close()
	img, err := jpeg.Decode(f)
	if err != nil {
		return nil
	}
	return img
}

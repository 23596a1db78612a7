#!/bin/sh
# Audits generated photographs of 12 megapixels (metadata, thumbnail, hash, hints; no text, no faces) and has
# vipsthumbnail and exiftool read the same files, and prints CPU time and peak memory of both. PHOTOS sets the
# number (1000 unless told), DIR where they are kept, FOOTPRINT another binary.
set -eu
cd "$(dirname "$0")/.."
photos=${PHOTOS:-1000}
dir=${DIR:-bin/bench}/photos-$photos
footprint=${FOOTPRINT:-bin/footprint}
for tool in vipsthumbnail exiftool; do
	command -v $tool >/dev/null || {
		echo "bench-photos compares with $tool, which is not installed: run scripts/setup.sh test (Debian: apt install libvips-tools libimage-exiftool-perl)" >&2
		exit 1
	}
done
[ -d "$dir" ] || go run ./internal/picture/camera -n "$photos" -o "$dir"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

# cpu FILE: seconds of CPU, from the lines of GNU time.
cpu() { awk '/^TIME/ {s += $2 + $3; if ($4 > m) m = $4} END {printf "%.2f %.0f", s, m / 1024}' "$1"; }

export TIME='TIME %U %S %M'
/usr/bin/time -a -o "$work/footprint" "$footprint" --db "$work/a.db" --consent import --photos "$dir" >"$work/out" 2>"$work/err" || {
	cat "$work/err" >&2
	exit 1
}
find "$work/a.db-pictures" -name '*.jpg' | wc -l | awk -v n="$photos" '$1 != n {print "only", $1, "of", n, "thumbnails"; exit 1}'
mkdir "$work/thumbs"
/usr/bin/time -a -o "$work/vips" sh -c 'vipsthumbnail "$1"/*.JPG --size 320 -o "$2/%s.jpg"' sh "$dir" "$work/thumbs"
/usr/bin/time -a -o "$work/exiftool" exiftool -q -json -r "$dir" >"$work/exif.json"

echo "load: $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime)"
{ cpu "$work/footprint"; echo; cpu "$work/vips"; echo; cpu "$work/exiftool"; echo; } | awk -v n="$photos" '
	NR == 1 {f = $1; printf "footprint import, %d photos: %s s CPU, %s MB at most\n", n, $1, $2}
	NR == 2 {v = $1; printf "vipsthumbnail:            %s s CPU, %s MB at most\n", $1, $2}
	NR == 3 {printf "exiftool:                 %s s CPU, %s MB at most\nratio of CPU time to both: %.2f (limit 2)\n", $1, $2, f / (v + $1)}'

#!/bin/sh
# Packs bin/footprint for macOS (an .app) or Windows (an .exe with icon) with the packager of Fyne, which reads
# FyneApp.toml. Run it on the system it packs for: the window needs that system's compiler and headers.
set -eu
cd "$(dirname "$0")/.."
system=$1
version=$2
case "$system-$(go env GOOS)" in
darwin-darwin | windows-windows) ;;
*) echo "package $system: run this on $system; here is $(go env GOOS)" >&2; exit 1 ;;
esac
binary=bin/footprint
[ "$system" = windows ] && binary=bin/footprint.exe
go build -tags migrated_fynedo,release,sqlite_fts5 -trimpath -ldflags "-X main.version=$version" -o "$binary" ./cmd/footprint
mkdir -p dist
go run fyne.io/tools/cmd/fyne@latest package --target "$system" --executable "$binary"
for made in Footprint.app Footprint.exe; do
	if [ -e "$made" ]; then
		rm -rf "dist/$made"
		mv "$made" dist/
		echo "dist/$made"
	fi
done

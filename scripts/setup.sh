#!/bin/sh
# Installs the system packages that building, running and testing Footprint need, where they are missing.
# Usage: scripts/setup.sh [run|test]   (test adds a virtual screen and a browser for the tests)
# It is quick when nothing is missing, and never touches anything else.
set -eu

goal=${1:-run}
need_go="1.26"

say() { printf '%s\n' "$*" >&2; }

# as_root runs a command as root, by sudo if need be.
as_root() {
	if [ "$(id -u)" = 0 ]; then "$@"
	elif command -v sudo >/dev/null 2>&1; then sudo "$@"
	else say "Please run as root: $*"; exit 1
	fi
}

debian() {
	build="gcc libc6-dev make git ca-certificates pkg-config libgl1-mesa-dev libxcursor-dev libxrandr-dev libxinerama-dev libxi-dev libxxf86vm-dev libwayland-dev libxkbcommon-dev tesseract-ocr libheif-examples"
	[ "$goal" = test ] && build="$build xvfb xauth libgl1-mesa-dri xdotool x11-apps imagemagick chromium jq unzip zip poppler-utils libimage-exiftool-perl libvips-tools fonts-dejavu-core desktop-file-utils xclip python3-xlib"
	[ "$goal" = test ] && ! command -v soffice >/dev/null 2>&1 && build="$build libreoffice-calc-nogui"
	missing=""
	for p in $build; do
		dpkg-query -W -f='${Status}' "$p" 2>/dev/null | grep -q 'ok installed' || missing="$missing $p"
	done
	[ -z "$missing" ] && return 0
	say "Installing:$missing"
	as_root apt-get update -qq
	# shellcheck disable=SC2086
	as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

fedora() {
	# shellcheck disable=SC2046
	as_root dnf install -y -q gcc make git pkgconf-pkg-config mesa-libGL-devel libXcursor-devel libXrandr-devel \
		libXinerama-devel libXi-devel libXxf86vm-devel wayland-devel libxkbcommon-devel tesseract libheif-tools golang \
		$([ "$goal" = test ] && echo xorg-x11-server-Xvfb xdotool ImageMagick chromium jq unzip zip poppler-utils perl-Image-ExifTool vips-tools libreoffice-calc desktop-file-utils xclip python3-xlib)
}

arch() {
	# shellcheck disable=SC2046
	as_root pacman -S --needed --noconfirm --quiet gcc make git pkgconf libgl libxcursor libxrandr libxinerama libxi \
		libxxf86vm wayland libxkbcommon tesseract tesseract-data-eng libheif go \
		$([ "$goal" = test ] && echo xorg-server-xvfb xdotool imagemagick chromium jq unzip zip poppler perl-image-exiftool libvips libreoffice-fresh desktop-file-utils xclip python-xlib)
}

case "$(uname -s)" in
Linux)
	if command -v apt-get >/dev/null 2>&1; then debian
	elif command -v dnf >/dev/null 2>&1; then fedora
	elif command -v pacman >/dev/null 2>&1; then arch
	else say "Unknown system. Needed: a C compiler, make, pkg-config, headers of OpenGL, Xcursor, Xrandr, Xinerama, Xi, Xxf86vm, Wayland and xkbcommon; optional: tesseract, libheif (heif-dec)."
	fi ;;
Darwin) command -v cc >/dev/null 2>&1 || say "Needed: the Xcode command line tools (xcode-select --install). Optional: tesseract and libheif (brew install tesseract libheif)." ;;
*) command -v gcc >/dev/null 2>&1 || say "Needed on Windows: Go and a C compiler (for instance MSYS2 with mingw-w64-x86_64-gcc). Optional: tesseract, libheif." ;;
esac

[ -x /usr/local/go/bin/go ] && PATH=$PATH:/usr/local/go/bin
if ! command -v go >/dev/null 2>&1; then
	say "Go $need_go or newer is needed: install it from the Go project's download page, then run this command again."
	exit 1
fi
have=$(go env GOVERSION | sed 's/^go//')
if [ "$(printf '%s\n%s\n' "$need_go" "$have" | sort -V | head -n 1)" != "$need_go" ] && [ "$(go env GOTOOLCHAIN)" = local ]; then
	say "Go $have is too old: $need_go or newer is needed."
	exit 1
fi

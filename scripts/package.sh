#!/bin/sh
# Packs bin/footprint with desktop entry, icon and licence: dist/footprint-VERSION-linux-ARCH.tar.xz, and a .deb
# where dpkg-deb is at hand.
set -eu
cd "$(dirname "$0")/.."
version=$1
arch=$(go env GOARCH)
name=footprint-$version-linux-$arch
root=dist/$name
rm -rf "$root"
install -Dm755 bin/footprint "$root/usr/bin/footprint"
install -Dm644 assets/icons/footprint.png "$root/usr/share/icons/hicolor/512x512/apps/io.footprint.Footprint.png"
install -Dm644 assets/icons/footprint.svg "$root/usr/share/icons/hicolor/scalable/apps/io.footprint.Footprint.svg"
install -Dm644 LICENSE "$root/usr/share/doc/footprint/copyright"
install -Dm644 assets/desktop/io.footprint.Footprint.desktop "$root/usr/share/applications/io.footprint.Footprint.desktop"
for size in 16 24; do # drawn apart: the toes and the tick run together in so few pixels
	install -Dm644 assets/icons/footprint-$size.png "$root/usr/share/icons/hicolor/${size}x$size/apps/io.footprint.Footprint.png"
done
tar -C dist -cJf "dist/$name.tar.xz" "$name"
echo "dist/$name.tar.xz"
if command -v dpkg-deb >/dev/null; then
	install -d "$root/DEBIAN"
	cat >"$root/DEBIAN/control" <<END
Package: footprint
Version: $(echo "$version" | sed 's/^v//; s/^[^0-9]/0.1.0+&/')
Architecture: $(dpkg --print-architecture)
Maintainer: Footprint <footprint@localhost>
Depends: libc6, libgl1, libx11-6, libxcursor1, libxrandr2, libxinerama1, libxi6, libxxf86vm1
Section: utils
Priority: optional
Description: Audit your own social-media footprint against professional guidance
 Reads the data exports of your own accounts on this computer, judges them by
 the guidance for doctors, and keeps a checklist.
END
	dpkg-deb --root-owner-group --build "$root" "dist/$name.deb"
fi
rm -rf "$root"

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
install -d "$root/usr/share/applications"
cat >"$root/usr/share/applications/io.footprint.Footprint.desktop" <<END
[Desktop Entry]
Type=Application
Name=Footprint
GenericName=Social media self-audit
Comment=Audit your own social-media footprint against professional guidance
Exec=footprint %F
Icon=io.footprint.Footprint
Categories=Office;Utility;
MimeType=application/zip;application/gzip;application/x-compressed-tar;
StartupWMClass=footprint
Keywords=privacy;social media;audit;
END
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

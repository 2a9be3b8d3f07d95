#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds the packages of Debian from a release: build-deb.sh RELEASE.tar.gz FOLDER [ARGUMENT]... makes
# them in FOLDER; the arguments are those of dpkg-buildpackage. DEBFULLNAME and DEBEMAIL say who maintains
# them, HOME_PAGE where the package is at home, BUG_ADDRESS where to report a wrong number.
set -eu
packaging=$(cd "$(dirname "$0")" && pwd)
release=$1 folder=$2
shift 2
base=$(basename "$release" .tar.gz)

mkdir -p "$folder"
cp "$release" "$folder/${base%-*}_${base##*-}.orig.tar.gz"
rm -rf "${folder:?}/$base"
tar -xzf "$release" -C "$folder"
cp -R "$packaging/debian" "$folder/$base/debian"
cd "$folder/$base"
if [ -n "${DEBEMAIL-}" ]; then
    sed "s/^Maintainer: .*/Maintainer: ${DEBFULLNAME:-$DEBEMAIL} <$DEBEMAIL>/" "$packaging/debian/control" >debian/control
    sed "s/^ -- .* <.*>  / -- ${DEBFULLNAME:-$DEBEMAIL} <$DEBEMAIL>  /" "$packaging/debian/changelog" >debian/changelog
fi
if [ -n "${HOME_PAGE-}" ]; then
    sed -i "/^Standards-Version:/i Homepage: $HOME_PAGE" debian/control
    sed -i '/no-homepage-field/d' debian/source/lintian-overrides
fi
export BUG_ADDRESS="${BUG_ADDRESS-}" HOME_PAGE="${HOME_PAGE-}"
dpkg-buildpackage -us -uc "$@"

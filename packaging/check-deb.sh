#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs packages of Debian in a bare root, tests them there, and purges them: check-deb.sh FOLDER SUITE.
# FOLDER is where build-deb.sh made them; SUITE is that of the machine, or a later one. It takes root, and
# the root is in a folder of its own, which is taken away again.
set -eu
source=$(cd "$(dirname "$0")/.." && pwd)
packages=$(cd "$1" && pwd)
suite=$2
root=$(mktemp -d)
# mandb reads it as the user man.
chmod 755 "$root"

leave() {
    ! mountpoint -q "$root/proc" || umount "$root/proc"
    rm -rf --one-file-system "$root"
}
trap leave EXIT
trap 'exit 1' HUP INT TERM

# inside COMMAND: runs it in the root.
inside() {
    chroot "$root" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 sh -c "$1"
}

debootstrap --variant=minbase "$suite" "$root"
mount -t proc proc "$root/proc" || echo "check-deb.sh: without /proc" >&2
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod +x "$root/usr/sbin/policy-rc.d"
mkdir -p "$root/debs" "$root/src/doc" "$root/src/packaging/debian"
for package in "$packages"/*.deb; do
    case $package in *-dbgsym_*) ;; *) cp "$package" "$root/debs" ;; esac
done
cp -R "$source/tests" "$source/src" "$root/src"
cp -R "$source/doc/guide" "$source/doc/guidec" "$source/doc/reader" "$root/src/doc"
cp -R "$source/packaging/debian/tests" "$root/src/packaging/debian"

inside 'apt-get update && apt-get install -y --no-install-recommends /debs/*.deb \
    bash-completion doc-base fish info less man-db strace zsh'
tested=yes
inside 'cd /src && AUTOPKGTEST_TMP=/tmp sh packaging/debian/tests/installed' || tested=no

# What root read leaves no trace, but in the records of package managers, which README names.
inside 'man trust-rebuild >/dev/null && man trustman >/dev/null
    apt-get purge -y trustguide trustman trustguide-doc guidec'
inside 'find / -xdev \( -name "trust-*" -o -name "*trustguide*" -o -name "*trustman*" -o -name "*guidec*" \) |
    grep -v -e "^/src/" -e "^/debs/" -e "^/proc/"; apropos trust-rebuild trustman 2>/dev/null' >"$root/left" || :
if [ -s "$root/left" ]; then
    sed 's/^/left: /' "$root/left"
    exit 1
fi
[ $tested = yes ]

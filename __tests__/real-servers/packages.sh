# Debian packages as plain archives: download what a server needs and unpack it into a root of its own.
# Nothing is installed, so the servers cannot conflict and no maintainer script starts a service.
# shellcheck shell=bash

# Lists name=version of the packages to download: what apt would install on a machine that has none, less
# what only maintainer scripts and systemd use. The daemons need libraries; not even a shell.
closure() { # package...
  apt-get -o Dir::State::status=/dev/null -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= \
    --simulate --no-install-recommends install "$@" |
    sed -n 's/^Inst \([^ ]*\) (\([^ ]*\) .*/\1=\2/p' |
    grep -E '^(lib|zlib1g=|netbase=|postfix=|dovecot-core=|exim4-daemon-light=|gsasl=|microsocks=|tinyproxy(-bin)?=|dante-server=|squid(-common)?=)' |
    grep -Ev '^lib(perl|pam-modules|pam-runtime|semanage|sepol|ext2fs|[^=]*-perl=)'
}

# Writes the list of one server's archives, once; later starts use what is there, without asking apt
download() { # cache folder, server, package...
  local cache=$1 list=$1/$2.list
  shift 2
  local -a wanted
  mapfile -t wanted < <(closure "$@")
  [ ${#wanted[@]} -gt 0 ] || return 1
  # As root, or apt warns that its unprivileged user cannot write here
  (cd "$cache" && apt-get -qq -o APT::Sandbox::User=root download "${wanted[@]}") || return 1
  local package version
  for package in "${wanted[@]}"; do
    # apt names the file name_version_architecture.deb, with the colon of an epoch as %3a
    version=${package#*=}
    (cd "$cache" && ls "${package%%=*}_${version//:/%3a}"_*.deb) || return 1
  done >"$list.new"
  mv "$list.new" "$list"
}

is_downloaded() { # cache folder, server
  local archive
  [ -s "$1/$2.list" ] || return 1
  while read -r archive; do
    [ -s "$1/$archive" ] || return 1
  done <"$1/$2.list"
}

# The package lists may be missing (containers) or older than the mirror: only then are they fetched
provide() { # cache folder, server, package...
  is_downloaded "$1" "$2" && return 0
  mkdir -p "$1"
  download "$@" 2>"$1/$2.err" && return 0
  apt-get -qq update || true
  download "$@" || die "cannot download $2: $(cat "$1/$2.err")"
}

unpack() { # cache folder, server, root
  local cache=$1 list=$1/$2.list root=$3 directory archive
  cmp -s "$list" "$root/.unpacked" && return 0
  rm -rf "$root"
  mkdir -p "$root/usr"
  # The merged layout, whichever one the archives were made for
  for directory in bin sbin lib lib64; do
    mkdir "$root/usr/$directory"
    ln -s "usr/$directory" "$root/$directory"
  done
  while read -r archive; do
    dpkg-deb --fsys-tarfile "$cache/$archive" |
      tar -x -C "$root" --keep-directory-symlink --exclude='./usr/share/doc' --exclude='./usr/share/man' \
        --exclude='./usr/share/locale' --exclude='./lib/systemd' --exclude='./usr/lib/systemd'
  done <"$list"
  cp "$list" "$root/.unpacked"
}

# What maintainer scripts would have made: devices, users and the usual directories. The users exist in the
# root only; their numbers are ones that hosts leave free.
furnish() { # root
  local root=$1
  mkdir -p "$root"/{dev,etc/ssl,run,tmp,var/log,var/spool}
  chmod 755 "$root"
  chmod 1777 "$root/tmp"
  [ -c "$root/dev/null" ] || mknod -m 666 "$root/dev/null" c 1 3
  [ -c "$root/dev/urandom" ] || mknod -m 666 "$root/dev/urandom" c 1 9
  printf '%s\n' root:x:0:0::/:/bin/false postfix:x:59001:59001::/:/bin/false dovecot:x:59003:59003::/:/bin/false \
    dovenull:x:59004:59004::/:/bin/false Debian-exim:x:59005:59005::/:/bin/false \
    nobody:x:65534:65534::/:/bin/false >"$root/etc/passwd"
  printf '%s\n' root:x:0: postfix:x:59001: postdrop:x:59002: dovecot:x:59003: dovenull:x:59004: \
    Debian-exim:x:59005: nogroup:x:65534: >"$root/etc/group"
  # No DNS: nothing here may ask the network
  printf '%s\n' 'passwd: files' 'group: files' 'hosts: files' 'services: files' >"$root/etc/nsswitch.conf"
  printf '127.0.0.1 localhost mail.example.test\n' >"$root/etc/hosts"
}

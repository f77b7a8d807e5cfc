#!/usr/bin/env bash
# Starts real mail servers for the tests on loopback: Postfix with Dovecot, and Exim. See README.md.
# Running it again is cheap: a server that runs with the same settings is left alone.
set -euo pipefail
# shellcheck source=common.sh
. "$(dirname "$0")/common.sh"

postfix_starttls=${REAL_SERVERS_POSTFIX_STARTTLS_PORT:-22587}
postfix_implicit=${REAL_SERVERS_POSTFIX_IMPLICIT_PORT:-22465}
exim_starttls=${REAL_SERVERS_EXIM_STARTTLS_PORT:-23587}
exim_implicit=${REAL_SERVERS_EXIM_IMPLICIT_PORT:-23465}
mechanisms=${REAL_SERVERS_MECHANISMS:-plain login cram-md5 scram-sha-1 scram-sha-256 xoauth2 oauthbearer}
# Where Dovecot asks about access tokens; the test that needs it starts an OAuth server there
oauth_port=${REAL_SERVERS_OAUTH_PORT:-24080}
# The first of five ports of proxies
proxy_port=${REAL_SERVERS_PROXY_PORT:-24180}

# They go into configuration files as they are
for port in "$postfix_starttls" "$postfix_implicit" "$exim_starttls" "$exim_implicit" "$oauth_port" "$proxy_port"; do
  [[ $port =~ ^[0-9]+$ ]] || die "not a port: $port"
done
[[ $mechanisms =~ ^[a-z0-9\ -]+$ ]] || die "not a list of mechanisms: $mechanisms"
for tool in apt-get dpkg-deb flock node openssl setsid; do
  command -v "$tool" >/dev/null || die "needs $tool (on Debian or Ubuntu)"
done

become_root "$@"
# shellcheck source=packages.sh
. "$here/packages.sh"
# shellcheck source=daemons.sh
. "$here/daemons.sh"
# shellcheck source=proxies.sh
. "$here/proxies.sh"
# shellcheck source=tls/certificates.sh
. "$here/tls/certificates.sh"
umask 022
mkdir -p "$roots" "$run"
# The folder keeps itself out of git
printf '*\n' >"$state/.gitignore"
lock

# Archives fit one release of one distribution only
# shellcheck source=/dev/null
cache=${REAL_SERVERS_CACHE:-$state/cache}/$(. /etc/os-release && printf '%s-%s' "$ID" "${VERSION_ID:-unstable}")-$(uname -m)
ca=$state/ca.pem

# Whatever went wrong while a server was being started, say what it said and leave nothing of it behind
starting=
on_exit() {
  [ -n "$starting" ] || return 0
  printf '%s did not start\n' "$starting" >&2
  find "$roots/$starting/var/log" -type f -exec tail -n 20 {} + >&2 || true
  stop_server "$starting"
}
trap on_exit EXIT

runs() { # server: does every one of its daemons live, and not only children that outlived it?
  local file
  for file in "$run/$1".*; do
    [ -e "$file" ] && members "$file" | grep -x "$(cat "$file")" >/dev/null || return 1
  done
}

# Starts one server unless it runs already, as these very files and settings want it
serve() { # server, starttls port, implicit port, log, package...
  local server=$1 starttls=$2 implicit=$3 log=$roots/$1/var/log/$4 wanted version port
  shift 4
  provide "$cache" "$server" "$@"
  wanted=$(cat "$here"/*.{sh,mjs,json} "$here"/*/* "$state/server.pem" "$cache/$server.list" - \
    <<<"$starttls $implicit $mechanisms $oauth_port" | sha256sum)
  if [ "$(cat "$state/$server.settings" 2>/dev/null)" != "$wanted" ] || ! runs "$server"; then
    rm -f "$state/$server.settings"
    stop_server "$server"
    for port in "$starttls" "$implicit"; do
      ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || die "$server: something else listens on port $port"
    done
    unpack "$cache" "$server" "$roots/$server"
    furnish "$roots/$server"
    starting=$server
    "start_${server//-/_}"
    node "$here/ready.mjs" "$server" "$version" "$starttls" "$implicit" "$ca" "$log" >"$state/$server.json"
    printf '%s\n' "$wanted" >"$state/$server.settings"
    starting=
  fi
}

make_certificates "$state"
serve postfix-dovecot "$postfix_starttls" "$postfix_implicit" mail.log postfix dovecot-core
serve exim "$exim_starttls" "$exim_implicit" exim4/mainlog exim4-daemon-light
serve_proxies

# No server, but the library of one: a second opinion on SCRAM. It runs from its root without chroot.
provide "$cache" gsasl gsasl
unpack "$cache" gsasl "$roots/gsasl"
loader=$(find "$roots/gsasl/usr" -name 'ld-linux-*' | head -n 1)
printf '#!/bin/sh\nexec %s --library-path %s %s "$@"\n' "'$loader'" "'$(dirname "$loader")'" \
  "'$roots/gsasl/usr/bin/gsasl'" >"$state/gsasl"
chmod 755 "$state/gsasl"

printf '[\n%s,\n%s\n]\n' "$(cat "$state/postfix-dovecot.json")" "$(cat "$state/exim.json")" >"$state/servers.json.new"
mv "$state/servers.json.new" "$state/servers.json"
sed -n 's/^{"name":"\([^"]*\)","version":"\([^"]*\)".*/\1: \2/p' "$state/servers.json"

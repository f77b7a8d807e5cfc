#!/usr/bin/env bash
# Installs the peers into bench/.peers and runs the benchmark.
set -euo pipefail
cd "$(dirname "$0")"
for tool in swaks curl time python3 ip openssl; do
  command -v "$tool" >/dev/null || missing=1
done
if [ -n "${missing:-}" ]; then
  apt-get install -y -qq swaks libnet-ssleay-perl curl time python3-venv iproute2 openssl >/dev/null
fi
mkdir -p .peers
[ -d .peers/node_modules/nodemailer ] || npm install --silent --no-save --prefix .peers nodemailer@10
[ -x .peers/venv/bin/python ] || python3 -m venv .peers/venv
.peers/venv/bin/python -c 'import aiosmtplib' 2>/dev/null || .peers/venv/bin/pip install --quiet aiosmtplib
exec node run.mjs "$@"

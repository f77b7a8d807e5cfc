#!/usr/bin/env bash
# Ends the mail servers that start.sh started, and nothing else. Keeps the downloads and roots for the next start.
set -euo pipefail
# shellcheck source=common.sh
. "$(dirname "$0")/common.sh"

# Nothing was ever started
[ -d "$run" ] || exit 0

become_root "$@"
lock
for server in postfix-dovecot exim proxies; do
  stop_server "$server"
done
rm -f "$state/servers.json"

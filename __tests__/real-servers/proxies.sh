# Real proxies before the mail servers: SOCKS 5 (microsocks, Dante) and HTTP (tinyproxy, Squid). Uses what start.sh read.
# They alone know the name mail.example.test, from the hosts file of their root.
# shellcheck shell=bash disable=SC2154,SC2034

# Of users.json the tests know nothing here: a login of a proxy is not one of a mailbox
proxy_password=password.of.the.proxy

render_proxy() { # template
  sed -e "s/@STARTTLS_PORT@/$postfix_starttls/" -e "s/@IMPLICIT_PORT@/$postfix_implicit/" \
    -e "s/@TINYPROXY_PORT@/$((proxy_port + 2))/" -e "s/@DANTE_PORT@/$((proxy_port + 3))/" \
    -e "s/@SQUID_PORT@/$((proxy_port + 4))/" "$here/proxies/$1"
}

await_port() { # port
  local tries
  for ((tries = 0; tries < 100; tries++)); do
    ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null || return 0
    sleep 0.1
  done
  die "no proxy on port $1"
}

start_proxies() {
  local root=$roots/proxies offset
  install -d -m 777 "$root/var/log"
  mkdir -p "$root/etc/tinyproxy" "$root/var/spool/squid"
  # Squid keeps its state in shared memory
  install -d -m 1777 "$root/dev/shm"
  render_proxy tinyproxy.conf >"$root/etc/tinyproxy/tinyproxy.conf"
  render_proxy danted.conf >"$root/etc/danted.conf"
  render_proxy squid.conf >"$root/etc/squid/squid.conf"
  detach proxies microsocks /usr/bin/microsocks -i 127.0.0.1 -p "$proxy_port"
  detach proxies microsocks-login /usr/bin/microsocks -i 127.0.0.1 -p $((proxy_port + 1)) -u worker -P "$proxy_password"
  detach proxies tinyproxy /usr/bin/tinyproxy -d -c /etc/tinyproxy/tinyproxy.conf
  detach proxies dante /usr/sbin/danted -N 1 -f /etc/danted.conf
  detach proxies squid /usr/sbin/squid -N -f /etc/squid/squid.conf
  for offset in 0 1 2 3 4; do await_port $((proxy_port + offset)); done
}

serve_proxies() {
  local wanted offset
  provide "$cache" proxies microsocks tinyproxy dante-server squid
  wanted=$(cat "$here"/*.sh "$here"/proxies/* "$cache/proxies.list" - \
    <<<"$proxy_port $postfix_starttls $postfix_implicit" | sha256sum)
  if [ "$(cat "$state/proxies.settings" 2>/dev/null)" != "$wanted" ] || ! runs proxies; then
    rm -f "$state/proxies.settings"
    stop_server proxies
    for offset in 0 1 2 3 4; do
      ! (exec 3<>"/dev/tcp/127.0.0.1/$((proxy_port + offset))") 2>/dev/null ||
        die "proxies: something else listens on port $((proxy_port + offset))"
    done
    unpack "$cache" proxies "$roots/proxies"
    furnish "$roots/proxies"
    starting=proxies
    start_proxies
    printf '%s\n' "$wanted" >"$state/proxies.settings"
    starting=
  fi
  printf '{"port":%s,"username":"worker","password":"%s"}\n' "$proxy_port" "$proxy_password" >"$state/proxies.json"
}

# How each server is configured inside its root and started. Uses the settings that start.sh read.
# shellcheck shell=bash disable=SC2154,SC2034

render() { # template, starttls port, implicit port
  sed -e "s/@STARTTLS_PORT@/$2/" -e "s/@IMPLICIT_PORT@/$3/" -e "s/@MECHANISMS@/$mechanisms/" \
    -e "s/@OAUTH_PORT@/$oauth_port/" "$here/$1"
}

inside() { # root, command...: nothing of our environment enters
  local root=$1
  shift
  env -i PATH=/usr/sbin:/usr/bin LC_ALL=C.UTF-8 chroot "$root" "$@"
}

# A daemon of its own session, with no descriptor of ours: not the lock, not a pipe that somebody reads to its end
detach() { # server, daemon, command...
  local root=$roots/$1 file=$run/$1.$2 out=$roots/$1/var/log/$2.out
  shift 2
  (
    for fd in /proc/self/fd/*; do
      fd=${fd##*/}
      ((fd < 3)) || eval "exec $fd>&-"
    done
    exec env -i PATH=/usr/sbin:/usr/bin setsid chroot "$root" "$@"
  ) </dev/null >"$out" 2>&1 &
  echo $! >"$file"
}

# More addresses on which Postfix takes submissions, each a host of its own with a name of its own in the log.
# A fifth connection at once is refused with 421.
fleet_hosts() {
  local address
  local -a addresses=(127.0.0.{2..11})
  # Containers often have no IPv6
  ! grep -q '^0\{31\}1 ' /proc/net/if_inet6 2>/dev/null || addresses+=('[::1]')
  for address in "${addresses[@]}"; do
    printf '%s:%s inet n - n - - smtpd\n' "$address" "$postfix_starttls"
    printf '  -o syslog_name=postfix/at-%s\n' "$(tr -d '[]' <<<"$address")"
    printf '  -o %s\n' smtpd_tls_security_level=encrypt \
      smtpd_client_event_limit_exceptions= smtpd_client_connection_count_limit=4
  done
}

# The start_ functions configure a furnished root anew, start its daemons, and set $version for the reader
start_postfix_dovecot() {
  local root=$roots/postfix-dovecot queue directory dovecot tries
  queue=$root/var/spool/postfix
  for directory in active bounce corrupt defer deferred flush hold incoming private saved trace; do
    install -d -m 700 -o 59001 -g 0 "$queue/$directory"
  done
  install -d -m 755 -o 0 -g 0 "$queue" "$queue/pid" "$root/run/dovecot"
  install -d -m 710 -o 59001 -g 59002 "$queue/public"
  install -d -m 730 -o 59001 -g 59002 "$queue/maildrop"
  install -d -m 700 -o 59001 -g 59001 "$root/var/lib/postfix"
  install -m 644 /dev/null "$root/var/log/mail.log"
  install -m 600 "$state/server.pem" "$root/etc/ssl/server.pem"

  install -m 644 "$here/postfix/main.cf" "$here/postfix/logins" "$root/etc/postfix"
  # Postfix waits for two seconds until a fresh main.cf cools down
  touch -d '1 minute ago' "$root/etc/postfix/main.cf"
  render postfix/master.cf "$postfix_starttls" "$postfix_implicit" >"$root/etc/postfix/master.cf"
  fleet_hosts >>"$root/etc/postfix/master.cf"
  dovecot=$(inside "$root" dovecot --version)
  dovecot=${dovecot%% *}
  case $dovecot in 2.3.*) directory=2.3 ;; *) directory=2.4 ;; esac
  render "dovecot/dovecot-$directory.conf" 0 0 >"$root/etc/dovecot/dovecot.conf"
  render dovecot/oauth2-2.3.conf 0 0 >"$root/etc/dovecot/oauth2.conf"
  node "$here/users.mjs" dovecot >"$root/etc/dovecot/users"

  # Postfix gives up for a while when it finds no SASL server at its start
  rm -f "$queue/private/auth"
  detach postfix-dovecot dovecot /usr/sbin/dovecot -F
  for ((tries = 0; tries < 100; tries++)); do
    [ ! -S "$queue/private/auth" ] || break
    sleep 0.1
  done
  detach postfix-dovecot postfix /usr/lib/postfix/sbin/master
  version="Postfix $(inside "$root" postconf -h mail_version), Dovecot $dovecot"
}

start_exim() {
  local root=$roots/exim
  install -d -m 750 -o 59005 -g 59005 "$root/var/spool/exim4"
  install -d -m 755 -o 59005 -g 59005 "$root/var/log/exim4"
  rm -f "$root/var/log/exim4"/*
  install -m 644 -o 59005 -g 59005 /dev/null "$root/var/log/exim4/mainlog"
  install -m 640 -o 0 -g 59005 "$state/server.pem" "$root/etc/ssl/server.pem"
  install -m 644 "$state/ca.pem" "$root/etc/ssl/ca.pem"
  mkdir -p "$root/etc/exim4"
  render exim/exim.conf "$exim_starttls" "$exim_implicit" >"$root/etc/exim4/exim4.conf"
  node "$here/users.mjs" exim >"$root/etc/exim4/passwords"

  # -oY: no notifier socket, whose abstract name every Exim on the machine shares
  detach exim exim /usr/sbin/exim4 -bdf -oY
  version=$(inside "$root" /usr/sbin/exim4 -bV | sed -n 's/^Exim version \([^ ]*\).*/Exim \1/p')
}

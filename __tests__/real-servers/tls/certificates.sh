# The tests' own authority, and one certificate for all servers.
# shellcheck shell=bash disable=SC2154

# Writes ca.pem, server.pem and client.pem (key and certificate each), valid for 30 days, unless they are there, as this
# configuration wants them, and not about to end
make_certificates() { # state folder
  local pem=$1/server.pem ca=$1/ca.pem key=$1/ca.key new=$1/server.new error=$1/openssl.log
  local config=$here/tls/openssl.cnf
  [ "$ca" -nt "$config" ] && [ -s "$1/client.pem" ] && openssl x509 -in "$pem" -noout -checkend 86400 >/dev/null 2>&1 && return 0
  local -a new_key=(-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -config "$config")
  (
    umask 077
    openssl req -x509 "${new_key[@]}" -keyout "$key" -out "$ca" -extensions authority -days 30 \
      -subj '/CN=Authority of the real-server tests' &&
      openssl req "${new_key[@]}" -keyout "$new.key" -out "$new.csr" -subj '/CN=mail.example.test' &&
      openssl x509 -req -in "$new.csr" -out "$new.crt" -CA "$ca" -CAkey "$key" -days 30 -sha256 \
        -set_serial "0x01$(openssl rand -hex 8)" -extfile "$config" -extensions server &&
      cat "$new.key" "$new.crt" >"$pem" &&
      openssl req "${new_key[@]}" -keyout "$new.key" -out "$new.csr" -subj '/CN=robot' &&
      openssl x509 -req -in "$new.csr" -out "$new.crt" -CA "$ca" -CAkey "$key" -days 30 -sha256 \
        -set_serial "0x02$(openssl rand -hex 8)" -extfile "$config" -extensions client &&
      cat "$new.key" "$new.crt" >"$1/client.pem"
  ) 2>"$error" || die "no certificate: $(cat "$error")"
  # Nothing else is ever signed with the authority's key
  rm -f "$key" "$new".* "$error"
  chmod 644 "$ca" "$1/client.pem"
}

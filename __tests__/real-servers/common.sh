# For start.sh and stop.sh: where things are, becoming root, and which processes are ours.
# shellcheck shell=bash disable=SC2034

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
state=${REAL_SERVERS_DIR:-$(cd "$here/../.." && pwd -P)/.real-servers}
case $state in /*) ;; *) state=$PWD/$state ;; esac

# For chroot and mknod, which a user's PATH may lack
PATH=$PATH:/usr/sbin:/sbin

# Each server lives in a root of its own below this folder
roots=$state/roots
# One file for each daemon, <root>.<daemon>, with the id of the session that it leads
run=$state/run

die() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}

# chroot needs root. sudo drops the environment, so what the scripts read is handed over by name;
# PATH too, because node may be where only the user's PATH finds it.
become_root() {
  [ "$(id -u)" -ne 0 ] || return 0
  command -v sudo >/dev/null || die 'needs root or sudo'
  local name
  local -a environment=("PATH=$PATH" "REAL_SERVERS_DIR=$state")
  for name in ${!REAL_SERVERS_@}; do
    [ "$name" = REAL_SERVERS_DIR ] || environment+=("$name=${!name}")
  done
  exec sudo env "${environment[@]}" bash "$here/$(basename "$0")" "$@"
}

# One script at a time; the lock ends with the script, as no daemon inherits it (see detach in start.sh)
lock() {
  exec 9>"$state/lock"
  flock -w 120 9 || die "another start.sh or stop.sh holds $state/lock"
}

# The living processes of a daemon: those in the session it leads AND inside its root,
# so that a process id used anew by somebody else is never taken for ours.
members() { # file below $run
  local file=$1 root leader process stat fields
  root=$(basename "$file")
  root=$roots/${root%%.*}
  read -r leader <"$file" || return 0
  for process in /proc/[0-9]*; do
    [[ $process/root -ef $root ]] || continue
    stat=$(cat "$process/stat" 2>/dev/null) || continue
    # after the command's closing bracket: state, parent, group, session
    read -r -a fields <<<"${stat##*) }"
    [ "${fields[3]}" = "$leader" ] && printf '%s\n' "${process#/proc/}"
  done
  return 0
}

stop_daemon() { # file below $run
  local file=$1 signal tries
  local -a alive
  for signal in TERM KILL; do
    mapfile -t alive < <(members "$file")
    [ ${#alive[@]} -gt 0 ] || break
    kill "-$signal" "${alive[@]}" 2>/dev/null || true
    for ((tries = 0; tries < 50; tries++)); do
      [ -n "$(members "$file")" ] || break
      sleep 0.1
    done
  done
  rm -f "$file"
}

stop_server() { # name of a root
  local file
  for file in "$run/$1".*; do
    [ ! -e "$file" ] || stop_daemon "$file"
  done
}

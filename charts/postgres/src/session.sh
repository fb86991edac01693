# All of it as the superuser of the server at PGHOST.
set -eu
export HOME=/tmp PGCONNECT_TIMEOUT=5 PGDATABASE=postgres
umask 077
trap 'exit 143' TERM

sql() {
  psql --no-psqlrc --no-password --quiet --tuples-only --no-align --set ON_ERROR_STOP=1 "$@"
}

what="postgres at $PGHOST:$PGPORT"
look() {
  if answer=$(sql --command 'select 1' 2>&1 > /dev/null); then return; fi
  printf '%s\n' "$answer" | sed 's/^.*FATAL: *//; s/^psql: error: //' | head -n 1
  return 1
}

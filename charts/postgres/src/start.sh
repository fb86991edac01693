# Starts the server on new data, or on data of its own major version. Whatever else the volume holds is left alone.
set -eu
: "${PGPASSWORD:?the password is empty}"
umask 077

. exact.sh

exact "the password of the superuser" "$PGPASSWORD"
export PGHOST=/var/run/postgresql
config=/tmp/postgresql.conf

literal() {
  printf "'%s'" "$(printf %s "$1" | sed "s/'/''/g")"
}

refuse() {
  printf '%s\n' "$@" >&2
  exit 1
}

# Whom the namespace chose is in no list of users, and programs of PostgreSQL ask for a name: the image brings a library for it.
name_the_user() {
  if id -un > /dev/null 2>&1; then return; fi
  for library in /usr/lib/*/libnss_wrapper.so /usr/lib/libnss_wrapper.so; do
    [ -f "$library" ] || continue
    echo "postgres:x:$(id -u):$(id -g):PostgreSQL:$PGDATA:/bin/false" > /tmp/passwd
    echo "postgres:x:$(id -g):" > /tmp/group
    export LD_PRELOAD="$library" NSS_WRAPPER_PASSWD=/tmp/passwd NSS_WRAPPER_GROUP=/tmp/group
    return
  done
  refuse "the user $(id -u) has no name in this image, nor libnss_wrapper: use one based on Debian, or set podSecurityContext.runAsUser to its user postgres"
}

look_at_the_image() {
  found=$(postgres --version | sed -E 's/[^0-9]*([0-9]+).*/\1/')
  if [ "$found" != "$MAJOR" ]; then
    refuse "the image holds PostgreSQL $found, and the chart was told $MAJOR: set majorVersion=$found"
  fi
}

# What an aborted first start left holds nothing of anybody yet.
look_at_the_volume() {
  rm -rf "$PGDATA.new"
  if [ -s "$PGDATA/PG_VERSION" ] && [ "$(cat "$PGDATA/PG_VERSION")" = "$MAJOR" ]; then return; fi
  for file in "$PGDATA" "$VOLUME" "$VOLUME"/*/ "$VOLUME"/*/docker; do
    file=${file%/}/PG_VERSION
    [ -s "$file" ] || continue
    version=$(cat "$file")
    if [ "$version" = "$MAJOR" ]; then
      folder=${file%/PG_VERSION}
      case $folder in
        "$VOLUME"/*) way="set dataFolder=${folder#"$VOLUME"/}" ;;
        *) way="move it to $PGDATA" ;;
      esac
      refuse "the volume holds data of PostgreSQL $version in $folder, where this chart does not look: $way"
    fi
    refuse "the volume holds data of PostgreSQL $version, which PostgreSQL $MAJOR cannot read. Nothing was changed." \
      "Set image.tag (and majorVersion) back to $version. To move to $MAJOR: back up with $version, install on a new volume, restore;" \
      "the README of the chart says how under \"Upgrade to a new major version\"."
  done
}

rules() {
  if [ "$EXPORTER" = true ]; then echo "local all exporter trust"; fi
  printf '%s\n' "$EXTRA_HBA"
  echo "local all all scram-sha-256"
  if [ "$TLS_REQUIRED" = true ]; then
    echo "hostssl all all all scram-sha-256"
  else
    echo "host all all all scram-sha-256"
  fi
}

settings() {
  cat << END
listen_addresses = '*'
port = 5432
unix_socket_directories = '$PGHOST'
hba_file = '/tmp/pg_hba.conf'
ident_file = '/tmp/pg_ident.conf'
max_connections = $MAX_CONNECTIONS
shared_buffers = $(literal "$SHARED_BUFFERS")
effective_cache_size = $(literal "$EFFECTIVE_CACHE_SIZE")
work_mem = $(literal "$WORK_MEM")
maintenance_work_mem = $(literal "$MAINTENANCE_WORK_MEM")
min_wal_size = $(literal "$MIN_WAL_SIZE")
max_wal_size = $(literal "$MAX_WAL_SIZE")
log_min_duration_statement = $LOG_MIN_DURATION
log_statement = $LOG_STATEMENT
log_lock_waits = on
idle_in_transaction_session_timeout = $(literal "$IDLE_IN_TRANSACTION_TIMEOUT")
timezone = $(literal "$TIME_ZONE")
log_timezone = $(literal "$TIME_ZONE")
shared_preload_libraries = $(literal "${SHARED_PRELOAD_LIBRARIES:-}")
END
  if [ "$TLS" = true ]; then
    echo "ssl = on"
    echo "ssl_cert_file = '/run/tls/$TLS_CERTIFICATE'"
    echo "ssl_key_file = '/run/tls/$TLS_KEY'"
  fi
  printf '%s\n' "$EXTRA_CONFIG"
}

# Meanwhile this shell is the first process of the container, and must end when it is told to, whatever runs.
trap 'exit 143' TERM INT
run() {
  "$@" &
  wait $!
}

# Under a name of its own until everything worked, so that a failure is not taken for a finished database.
initialise() {
  mkdir -p "${PGDATA%/*}"
  printf '%s\n' "$PGPASSWORD" > /tmp/password
  run initdb --pgdata="$PGDATA.new" --username=postgres --pwfile=/tmp/password --auth=scram-sha-256 \
    --encoding=UTF8 --locale="$LOCALE" --data-checksums
  rm /tmp/password
  run pg_ctl --pgdata="$PGDATA.new" --wait --timeout=300 --silent \
    --options="-c config_file=$config -c listen_addresses=''" start
  for script in /docker-entrypoint-initdb.d/*; do
    [ -f "$script" ] || continue
    echo "running $script"
    case $script in
      *.sql) run psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --file "$script" ;;
      *.sh) run sh -eu "$script" ;;
    esac
  done
  run pg_ctl --pgdata="$PGDATA.new" --wait --timeout=300 --silent --mode=fast stop
  mv "$PGDATA.new" "$PGDATA"
}

# In single-user mode, so that no old password is needed.
roles() {
  {
    printf 'alter role postgres password %s\n' "$(literal "$PGPASSWORD")"
    if [ "$EXPORTER" = true ]; then
      echo "do 'begin if not exists (select from pg_roles where rolname = ''exporter'') then create role exporter; end if; end'"
      echo "alter role exporter login"
      echo "grant pg_monitor to exporter"
    fi
  } | postgres --single -D "$PGDATA" -c config_file="$config" -c log_statement=none -c log_min_duration_statement=-1 \
    -c log_min_error_statement=panic -c exit_on_error=on template1 > /dev/null
}

name_the_user
look_at_the_image
look_at_the_volume
# A volume that gave its group rights to all files would be refused for ever.
if [ -d "$PGDATA" ]; then chmod 00700 "$PGDATA"; fi
rules > /tmp/pg_hba.conf
: > /tmp/pg_ident.conf
settings > "$config"
if [ ! -s "$PGDATA/PG_VERSION" ]; then initialise; fi
roles
unset LD_PRELOAD NSS_WRAPPER_PASSWD NSS_WRAPPER_GROUP

. renewed.sh

# The server reads its files again, and says in its log what is wrong with them.
renew() { pg_ctl reload --silent --pgdata="$PGDATA"; }

if [ "$TLS" = true ]; then watch_certificate /run/tls; fi
exec postgres -D "$PGDATA" -c config_file="$config"

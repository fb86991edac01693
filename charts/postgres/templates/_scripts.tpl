{{- define "postgres.scripts.after-restore" -}}
# Whoever writes while a restore is wanted and not done would meet it half-way.
{{ include "postgres.scripts.restores" . }}

while [ -n "$RESTORE_ID" ]; do
  state=$(restore_state)
  if [ "$state" = 'done' ]; then break; fi
  if [ "$state" = failed ] || { [ -z "$state" ] && [ "$(date +%s)" -ge "$end" ]; }; then
    echo "the restore $RESTORE_ID ${state:-has not begun}, and nothing else is done before it. Look at the log of its Job," \
      "then set restore.id to a new name to restore, or leave it empty to go on without"
    exit 1
  fi
  sleep 2
done
{{- end }}

{{- define "postgres.scripts.ask" -}}
# Asks the server whether this restore is done: then nothing is fetched for it again.
{{ include "postgres.scripts.session" . }}

{{ include "postgres.scripts.wait" . }}

{{ include "postgres.scripts.restores" . }}

if [ "$(restore_state)" = 'done' ]; then : > /tmp/restored; fi
{{- end }}

{{- define "postgres.scripts.check-postgres" -}}
# Waits until the database takes the user and the password and answers a query.
export PGCONNECT_TIMEOUT=5 HOME=/tmp PGHOST="$HOST" PGPORT="$PORT" PGDATABASE="$DATABASE"
what="$SERVICE at $HOST:$PORT, database $DATABASE"
look() {
  if answer=$(psql --no-psqlrc --no-password --quiet --tuples-only \
    --command 'select 1' 2>&1 > /dev/null); then
    echo "$SERVICE answers at $HOST:$PORT, database $DATABASE"
    return
  fi
  printf '%s\n' "$answer" | sed 's/^.*FATAL: *//; s/^psql: error: //' | head -n 1
  return 1
}

{{ include "postgres.scripts.exact" . }}

exact "the password for $SERVICE" "${PGPASSWORD:-}"

{{ include "postgres.scripts.wait" . }}
{{- end }}

{{- define "postgres.scripts.content" -}}
# Whether a database holds anything that no extension brought.
has_content() {
  [ "$(PGDATABASE=$1 sql << 'END'
select exists (
    select from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = c.oid and deptype = 'e'))
  or exists (select from pg_largeobject_metadata)
END
  )" = t ]
}
{{- end }}

{{- define "postgres.scripts.dump" -}}
# Dumps the roles and every database into a folder named after the time, which is there only once it is complete.
{{ include "postgres.scripts.session" . }}

if [ -e /tmp/backed-up ]; then exit 0; fi

{{ include "postgres.scripts.wait" . }}

{{ include "postgres.scripts.after-restore" . }}

{{ include "postgres.scripts.content" . }}

time=$(date -u +%Y%m%dT%H%M%SZ)
folder=$FOLDER/.$time
mkdir -p "$folder"
trap 'rm -rf "$folder"; exit 143' TERM
trap '[ $? = 0 ] || rm -rf "$folder"' EXIT

# Passwords of others are a superuser's to read.
hidden=
if [ "$(sql --command 'select rolsuper from pg_roles where rolname = current_user')" != t ]; then hidden=--no-role-passwords; fi
pg_dumpall --no-password --roles-only $hidden > "$folder/roles.sql"
sql --command "select spcname from pg_tablespace where spcname !~ '^pg_'" > "$folder/tablespaces"
sql > /tmp/databases << 'END'
select oid || ' ' || datname from pg_database where datallowconn and not datistemplate order by datname
END
empty=yes
while IFS= read -r line; do
  oid=${line%% *} name=${line#* }
  if has_content "$name"; then empty=; elif [ "$name" = postgres ]; then continue; fi
  file=$(printf %s "$name" | tr -c 'A-Za-z0-9_.-' _)-$oid.dump
  (export PGDATABASE="$name" && pg_dump --no-password --format=custom --file="$folder/$file")
  pg_restore --list "$folder/$file" > /dev/null
  printf '%s\n' "dumped $name"
done < /tmp/databases
if [ -n "$empty" ]; then
  : > "$folder/EMPTY"
  echo "no database has content yet: a restore takes this backup only by its name"
fi
(cd "$folder" && sha256sum -- * > SHA256SUMS)
sync "$folder"/* "$folder"
mv "$folder" "$FOLDER/$time"
echo "the backup $time takes $(du -sh "$FOLDER/$time" | cut -f 1)"
{{- end }}

{{- define "postgres.scripts.exact" -}}
# Refuses a password that some program would change on its way: one with a line break, or, where CARRIER is a text of the
# application that holds it, one with a character of REFUSED. Arguments: what it is, the password.
exact() {
  case $2 in
    *[[:cntrl:]]*) echo "$1 ends in a line break, or has another character that cannot be seen: write it anew, for example with printf instead of echo" ;;
    *[${REFUSED:-[:cntrl:]}]*) echo "$1 has a character that does not arrive in $CARRIER" ;;
    *) return ;;
  esac >&2
  exit 1
}
{{- end }}

{{- define "postgres.scripts.fetch" -}}
# Fetches the backup to restore from the bucket; without a name the newest complete one that has content.
set -eu
export HOME=/tmp
trap 'exit 143' TERM
umask 077
if [ -e /tmp/restored ]; then exit 0; fi

remote() {
  rclone --config /dev/null --log-level ERROR --retries 5 "$@"
}

store=store:$BUCKET/$PREFIX
with() {
  remote lsf --recursive --files-only --include "/*/$1" "$store" | sed -n "s|^\([0-9]\{8\}T[0-9]\{6\}Z\)/$1\$|\1|p" | sort
}

backups=$(with SHA256SUMS)
name=$BACKUP
if [ -z "$name" ]; then
  empty=$(with EMPTY)
  for each in $backups; do
    if ! echo "$empty" | grep -qxF "$each"; then name=$each; fi
  done
fi
if [ -z "$name" ] || ! echo "$backups" | grep -qxF "$name"; then
  echo "the bucket $BUCKET has no complete backup ${name:-with content} in the folder $PREFIX; there are:" $backups
  exit 1
fi
remote copy "$store/$name" "$FOLDER/$name"
echo "fetched $name"
{{- end }}

{{- define "postgres.scripts.look" -}}
# Tells the first backup that there is a complete one with content: what follows then has nothing to do.
set -eu
export HOME=/tmp
trap 'exit 143' TERM

store=$FOLDER
if [ "$DESTINATION" = s3 ]; then store=store:$BUCKET/$PREFIX; else mkdir -p "$FOLDER"; fi
with() {
  rclone --config /dev/null --log-level ERROR --retries 5 lsf --recursive --files-only --include "/*/$1" "$store" > /tmp/with
  sed -n "s|^\([0-9]\{8\}T[0-9]\{6\}Z\)/$1\$|\1|p" /tmp/with | sort
}

complete=$(with SHA256SUMS)
empty=$(with EMPTY)
for time in $complete; do
  if ! echo "$empty" | grep -qxF "$time"; then echo "$time" > /tmp/backed-up; fi
done
{{- end }}

{{- define "postgres.scripts.provision" -}}
# Gives every client a user with its password, a database of its own and its extensions; changes no data and drops nothing.
{{ include "postgres.scripts.session" . }}

{{ include "postgres.scripts.wait" . }}

{{ include "postgres.scripts.after-restore" . }}

{{ include "postgres.scripts.exact" . }}

for client in $CLIENTS; do
  name=$(echo "$client" | tr 'a-z-' 'A-Z_')
  eval "user=\${${name}_USERNAME} password=\${${name}_PASSWORD} extensions=\${${name}_EXTENSIONS:-}"
  eval "database=\${${name}_DATABASE:-\$user}"
  export PASSWORD_VARIABLE="${name}_PASSWORD"
  if [ -z "$password" ]; then
    echo "the Secret of the client $client has an empty password"
    exit 1
  fi
  exact "the password in the Secret of the client $client" "$password"
  # The password must neither reach the command line nor the log of the server.
  sql --set user="$user" --set database="$database" << 'END'
select rolsuper as superuser from pg_roles where rolname = current_user \gset
\if :superuser
set log_statement = 'none';
set log_min_duration_statement = -1;
set log_min_error_statement = 'panic';
\endif
\set password `printenv "$PASSWORD_VARIABLE"`
select format('create role %I', :'user') where not exists (select from pg_roles where rolname = :'user') \gexec
alter role :"user" login password :'password';
\if :superuser
\else
grant :"user" to current_user;
\endif
select format('create database %I owner %I', :'database', :'user')
  where not exists (select from pg_database where datname = :'database') \gexec
select format('alter database %I owner to %I', datname, :'user')
  from pg_database where datname = :'database' and datdba <> (select oid from pg_roles where rolname = :'user') \gexec
revoke all on database :"database" from public;
END
  for extension in $extensions; do
    (export PGDATABASE="$database" && sql --set extension="$extension") << 'END'
set client_min_messages = 'warning';
create extension if not exists :"extension" cascade;
END
  done
  printf '%s\n' "$client: user $user, database $database${extensions:+, extensions $extensions}"
done
{{- end }}

{{- define "postgres.scripts.renewed" -}}
# Takes a renewed certificate without a restart: the function `renew` tells the server, within two minutes after the kubelet
# has the new files. What the server refuses leaves the old one in place. Argument: the folder of the certificate.
watch_certificate() {
  (
    known=$(cat "$1"/* | sha256sum)
    told=
    while sleep "${RENEW_SECONDS:-30}"; do
      found=$(cat "$1"/* | sha256sum)
      [ "$found" != "$known" ] || continue
      if said=$(renew 2>&1); then
        known=$found
        echo "took the renewed certificate"
      elif [ "$found" != "$told" ]; then
        told=$found
        printf '%s\n' "the renewed certificate is refused, and the one before it stays in use: $said"
      fi
    done
  ) &
}
{{- end }}

{{- define "postgres.scripts.restore" -}}
# Restores roles that are missing and the databases of one backup, once for each RESTORE_ID; a database with content is replaced
# only where that is wanted.
{{ include "postgres.scripts.session" . }}

{{ include "postgres.scripts.wait" . }}

{{ include "postgres.scripts.restores" . }}

{{ include "postgres.scripts.content" . }}

case $(restore_state) in
  done)
    echo "the restore $RESTORE_ID has been done: nothing is changed. Set restore.id to a new name to restore again"
    exit 0
    ;;
  begun | failed)
    echo "the restore $RESTORE_ID has begun before and did not end well: nothing is changed." \
      "Set restore.id to a new name to try again"
    exit 1
    ;;
esac

# In a database that is not the one named; it may be postgres itself.
beside() {
  (
    if [ "$1" = postgres ]; then PGDATABASE=template1; fi
    sql --set name="$1" --set aside="$aside"
  )
}

complete=
newest=
for folder in "$FOLDER"/*Z; do
  [ -s "$folder/SHA256SUMS" ] || continue
  complete="$complete ${folder##*/}"
  if [ ! -e "$folder/EMPTY" ]; then newest=${folder##*/}; fi
done
backup=${BACKUP:-$newest}
folder=$FOLDER/$backup
if [ -z "$backup" ] || [ ! -s "$folder/SHA256SUMS" ]; then
  echo "there is no complete backup ${backup:-with content}; there are:$complete"
  exit 1
fi
(cd "$folder" && sha256sum --check --quiet SHA256SUMS)

exists() {
  [ "$(echo "select count(*) from pg_database where datname = :'name'" | sql --set name="$1")" = 1 ]
}

wanted() {
  [ -z "$DATABASES" ] || printf '%s\n' "$DATABASES" | grep -qxF -e "$1"
}

refused=
: > /tmp/databases
for file in "$folder"/*.dump; do
  [ -f "$file" ] || continue
  if ! pg_restore --list "$file" > /tmp/list; then
    echo "${file##*/} of the backup $backup cannot be read. Nothing was changed"
    exit 1
  fi
  name=$(sed -n 's/^;     dbname: //p' /tmp/list | head -n 1)
  wanted "$name" || continue
  printf '%s %s\n' "${file##*/}" "$name" >> /tmp/databases
  if [ "$CLEAN" != true ] && exists "$name" && has_content "$name"; then refused="$refused $name"; fi
done
if [ -n "$refused" ]; then
  echo "these databases have content:$refused. Nothing was changed. Set restore.clean=true to replace them," \
    "or restore.databases to restore others."
  exit 1
fi
if [ ! -s /tmp/databases ]; then
  echo "the backup $backup holds none of the databases:" $DATABASES
  exit 1
fi

# A folder for tables that this server lacks is none to restore into.
missing=$(sql --command 'select spcname from pg_tablespace' | awk 'NR == FNR { known[$0]; next } !($0 in known)' - "$folder/tablespaces")
if [ -n "$missing" ]; then
  echo "this server lacks the tablespaces" $missing "of the backup: their tables go where all others are"
fi

# Roles that are there keep their passwords, which the Secrets know; what other servers restored is theirs.
echo 'select quote_ident(rolname) from pg_roles' | sql > /tmp/roles
awk 'NR == FNR { known[$0]; next }
  / ROLE "chart restore / || /^GRANT "chart restore / { next }
  { for (role in known) if ($0 == "CREATE ROLE " role ";" || index($0, "ALTER ROLE " role " WITH ") == 1) next; print }' \
  /tmp/roles "$folder/roles.sql" > /tmp/roles.sql

# New roles may log in when everything is there.
let_in() {
  sed -n 's/^\(ALTER ROLE .* WITH\) .* LOGIN .*/\1 LOGIN;/p' /tmp/roles.sql | sql
}

# From here on something changes: that this restore is under way is remembered first, and no second one gets here.
sql --set role="$restore_role" << 'END'
begin;
create role :"role";
comment on role :"role" is 'begun';
commit;
END
trap '[ $? = 0 ] || { let_in; set_restore_state failed; }' EXIT

sed '/^ALTER ROLE .* WITH /s/ LOGIN / NOLOGIN /' /tmp/roles.sql | sql > /dev/null

# Arguments: archive, database to make the new one from. A database whose own tablespace is missing can be made from the text only.
restored_from() {
  if [ -z "$missing" ]; then
    pg_restore --no-password --exit-on-error --create --dbname="$2" "$1"
    return
  fi
  rm -f /tmp/failed
  { pg_restore --create --no-tablespaces --file=- "$1" || : > /tmp/failed; } |
    sed '1,/^CREATE DATABASE /{/^CREATE DATABASE /s/ TABLESPACE = .*;/;/}' |
    (PGDATABASE=$2 && sql > /dev/null) && [ ! -e /tmp/failed ]
}

while IFS= read -r line; do
  file=${line%% *} name=${line#* }
  aside="$(printf %.40s "$name")_before_$(date +%s)"
  replaces=
  if exists "$name"; then
    replaces=yes
    beside "$name" << 'END'
alter database :"name" allow_connections false;
select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = :'name' \g /dev/null
alter database :"name" rename to :"aside";
END
  fi
  maintenance=postgres
  if [ "$name" = postgres ]; then maintenance=template1; fi
  if ! restored_from "$folder/$file" "$maintenance"; then
    beside "$name" << 'END'
drop database if exists :"name" with (force);
END
    if [ -n "$replaces" ]; then
      beside "$name" << 'END'
alter database :"aside" rename to :"name";
alter database :"name" allow_connections true;
END
    fi
    echo "the database $name could not be restored; it is as it was"
    exit 1
  fi
  if [ -n "$replaces" ]; then
    beside "$name" << 'END'
drop database :"aside" with (force);
END
  fi
  printf '%s\n' "restored $name from $backup"
done < /tmp/databases
let_in
set_restore_state 'done'
{{- end }}

{{- define "postgres.scripts.restores" -}}
# What the server knows of restores: each leaves a role that nobody logs in as, with begun, done or failed as its comment.
restore_role="chart restore $RESTORE_ID"

# Prints begun, done or failed; nothing of a restore that never began.
restore_state() {
  echo "select coalesce(shobj_description(oid, 'pg_authid'), 'begun') from pg_roles where rolname = :'role'" |
    sql --set role="$restore_role"
}

set_restore_state() {
  echo "comment on role :\"role\" is :'state'" | sql --set role="$restore_role" --set state="$1"
}
{{- end }}

{{- define "postgres.scripts.session" -}}
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
{{- end }}

{{- define "postgres.scripts.start" -}}
# Starts the server on new data, or on data of its own major version. Whatever else the volume holds is left alone.
set -eu
: "${PGPASSWORD:?the password is empty}"
umask 077

{{ include "postgres.scripts.exact" . }}

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

{{ include "postgres.scripts.renewed" . }}

# The server reads its files again, and says in its log what is wrong with them.
renew() { pg_ctl reload --silent --pgdata="$PGDATA"; }

if [ "$TLS" = true ]; then watch_certificate /run/tls; fi
exec postgres -D "$PGDATA" -c config_file="$config"
{{- end }}

{{- define "postgres.scripts.store" -}}
# Takes new backups to where they are kept, then removes those that are too many and too old. Of those without content the newest
# is kept beside the others: the backups of a server that came back empty must not push out the last good one.
set -eu
export HOME=/tmp
trap 'exit 143' TERM
if [ -e /tmp/backed-up ]; then
  echo "there is a backup already: $(cat /tmp/backed-up)"
  exit 0
fi

remote() {
  rclone --config /dev/null --log-level ERROR --retries 5 "$@"
}

if [ "$DESTINATION" = s3 ]; then
  store=store:$BUCKET/$PREFIX
  for folder in "$FOLDER"/*Z; do
    # The sums go last: a backup without them is not complete.
    remote copy --exclude SHA256SUMS "$folder" "$store/${folder##*/}"
    remote copy --include SHA256SUMS "$folder" "$store/${folder##*/}"
    remote check "$folder" "$store/${folder##*/}"
    rm -rf "$folder"
    echo "stored ${folder##*/} in the bucket $BUCKET, folder $PREFIX"
  done
else
  store=$FOLDER
fi

before() {
  date -u -d "@$(($(date +%s) - $1 * 86400))" +%Y%m%d%H%M%S
}

with() {
  remote lsf --recursive --files-only --include "/*/$1" "$store" | sed -n "s|^\([0-9]\{8\}T[0-9]\{6\}Z\)/$1\$|\1|p" | sort -r
}

kept=0
without=$(with EMPTY)
newest=$(echo "$without" | head -n 1)
for time in $(with SHA256SUMS); do
  if [ "$time" = "$newest" ]; then continue; fi
  if ! echo "$without" | grep -qxF "$time" &&
    { [ "$kept" -lt "$KEEP_LAST" ] || { [ "$KEEP_DAYS" -gt 0 ] && [ "$(echo "$time" | tr -d TZ)" -ge "$(before "$KEEP_DAYS")" ]; }; }; then
    kept=$((kept + 1))
  else
    remote purge "$store/$time"
    echo "removed $time"
  fi
done
# What runs that were cut off have left since yesterday.
if [ "$DESTINATION" = volume ]; then
  find "$FOLDER" -mindepth 1 -maxdepth 1 -name '.[0-9]*T[0-9]*Z' -mtime +0 -exec rm -rf {} +
else
  complete=$(with SHA256SUMS)
  for time in $(remote lsf --dirs-only "$store" | sed -n 's|^\([0-9]\{8\}T[0-9]\{6\}Z\)/$|\1|p'); do
    if echo "$complete" | grep -qxF "$time" || [ "$(echo "$time" | tr -d TZ)" -ge "$(before 1)" ]; then continue; fi
    remote purge "$store/$time"
    echo "removed $time, which is not complete"
  done
fi
echo "$kept backups are kept${newest:+, and $newest, which has no content}"
{{- end }}

{{- define "postgres.scripts.wait" -}}
# Looks every two seconds until `look` succeeds, for TIMEOUT seconds (or `limit`) at most, and says what it found or lacks.
trap 'exit 143' TERM
# BusyBox asks a proxy for every host, whatever no_proxy says.
unset http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY
limit=${limit:-$TIMEOUT}
end=$(($(date +%s) + limit))
said=
until found=$(look); do
  found=${found:-no answer}
  if [ "$(date +%s)" -ge "$end" ]; then
    echo "gave up after ${limit}s waiting for $what: $found"
    exit 1
  fi
  if [ "$found" != "$said" ]; then
    echo "waiting for $what: $found"
    said=$found
  fi
  sleep 2
done
[ -z "$found" ] || echo "$found"
{{- end }}

# Restores roles that are missing and the databases of one backup, once for each RESTORE_ID; a database with content is replaced
# only where that is wanted.
. session.sh

. wait.sh

. restores.sh

. content.sh

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

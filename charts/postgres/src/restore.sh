# Restores roles that are missing and the databases of one backup; a database with content is replaced only where that is wanted.
. session.sh

# In a database that is not the one named; it may be postgres itself.
beside() {
  (
    if [ "$1" = postgres ]; then PGDATABASE=template1; fi
    sql --set name="$1" --set aside="$aside"
  )
}

complete=
for folder in "$FOLDER"/*Z; do
  if [ -s "$folder/SHA256SUMS" ]; then complete="$complete ${folder##*/}"; fi
done
backup=${BACKUP:-${complete##* }}
folder=$FOLDER/$backup
if [ -z "$backup" ] || [ ! -s "$folder/SHA256SUMS" ]; then
  echo "there is no complete backup ${backup:-at all}; there are:$complete"
  exit 1
fi
(cd "$folder" && sha256sum --check --quiet SHA256SUMS)

. wait.sh

exists() {
  [ "$(echo "select count(*) from pg_database where datname = :'name'" | sql --set name="$1")" = 1 ]
}

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

wanted() {
  [ -z "$DATABASES" ] || echo "$DATABASES" | grep -qxF "$1"
}

# Databases of clients are made by another Job: whoever restores at the same time must not come in between.
printf '%s\n' "$CLIENT_DATABASES" | while read -r client; do
  until [ -z "$client" ] || exists "$client" || [ "$(date +%s)" -ge "$end" ]; do sleep 2; done
done

refused=
: > /tmp/databases
for file in "$folder"/*.dump; do
  [ -f "$file" ] || continue
  name=$(pg_restore --list "$file" | sed -n 's/^; *dbname: //p' | head -n 1)
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

# Roles that are there keep their passwords, which the Secrets know.
echo 'select quote_ident(rolname) from pg_roles' | sql > /tmp/roles
awk 'NR == FNR { known[$0]; next }
  { for (role in known) if ($0 == "CREATE ROLE " role ";" || index($0, "ALTER ROLE " role " WITH ") == 1) next; print }' \
  /tmp/roles "$folder/roles.sql" | sql > /dev/null

while read -r file name; do
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
  if ! pg_restore --no-password --exit-on-error --create --dbname="$maintenance" "$folder/$file"; then
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
  echo "restored $name from $backup"
done < /tmp/databases

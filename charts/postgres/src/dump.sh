# Dumps the roles and every database into a folder named after the time, which is there only once it is complete.
. session.sh

. wait.sh

time=$(date -u +%Y%m%dT%H%M%SZ)
folder=$FOLDER/.$time
mkdir -p "$folder"
trap 'rm -rf "$folder"; exit 143' TERM
trap '[ $? = 0 ] || rm -rf "$folder"' EXIT

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

# Passwords of others are a superuser's to read.
hidden=
if [ "$(sql --command 'select rolsuper from pg_roles where rolname = current_user')" != t ]; then hidden=--no-role-passwords; fi
pg_dumpall --no-password --globals-only $hidden > "$folder/roles.sql"
sql > /tmp/databases << 'END'
select oid || ' ' || datname from pg_database where datallowconn and not datistemplate order by datname
END
while read -r oid name; do
  if [ "$name" = postgres ] && ! has_content postgres; then continue; fi
  file=$(printf %s "$name" | tr -c 'A-Za-z0-9_.-' _)-$oid.dump
  (export PGDATABASE="$name" && pg_dump --no-password --format=custom --file="$folder/$file")
  pg_restore --list "$folder/$file" > /dev/null
  echo "dumped $name"
done < /tmp/databases
(cd "$folder" && sha256sum -- * > SHA256SUMS)
sync "$folder"/* "$folder"
mv "$folder" "$FOLDER/$time"
echo "the backup $time takes $(du -sh "$FOLDER/$time" | cut -f 1)"

# Dumps the roles and every database into a folder named after the time, which is there only once it is complete.
. session.sh

if [ -e /tmp/backed-up ]; then exit 0; fi

. wait.sh

. after-restore.sh

. content.sh

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

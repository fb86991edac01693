# Gives every client a user with its password, a database of its own and its extensions; changes no data and drops nothing.
. session.sh

. wait.sh

. after-restore.sh

. exact.sh

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

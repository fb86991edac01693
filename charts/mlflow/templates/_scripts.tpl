{{- define "mlflow.scripts.check-http" -}}
# Waits until URL answers with success and, where EXPECT is set, until the answer contains it.
what="$SERVICE at $URL"
look() {
  # BusyBox speaks too little TLS for many servers: of https it looks at the port alone.
  case $URL in
    https:*) EXPECT=; set -- nc -w 2 "$HOST" "$PORT" -e true ;;
    *) set -- wget -q -O - "$URL" ;;
  esac
  if answer=$(timeout 5 "$@" 2>&1); then
    case $answer in *"$EXPECT"*) echo "$SERVICE answers at $URL"; return ;; esac
    echo "it answers, but does not list $EXPECT yet"
  else
    echo "$answer" | grep -o "$1: .*" | tail -n 1
  fi
  return 1
}

{{ include "mlflow.scripts.wait" . }}
{{- end }}

{{- define "mlflow.scripts.check-postgres" -}}
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

{{ include "mlflow.scripts.exact" . }}

exact "the password for $SERVICE" "${PGPASSWORD:-}"

{{ include "mlflow.scripts.wait" . }}
{{- end }}

{{- define "mlflow.scripts.check-s3" -}}
# Waits until the store takes the access key and has BUCKET; without BUCKET until it lists the buckets.
quoted() {
  printf '%s' "$1" | sed 's/[\\"]/\\&/g'
}
# Without a key of its own the pod has its identity, which cannot sign here: any answer will do.
ask() {
  {
    if [ -n "$CA" ]; then echo "cacert = $CA"; else echo insecure; fi
    if [ -n "$ACCESS_KEY" ]; then
      printf 'user = "%s:%s"\naws-sigv4 = "aws:amz:%s:s3"\n' "$(quoted "$ACCESS_KEY")" "$(quoted "$SECRET_KEY")" "$REGION"
    fi
  } | curl --config - --silent --max-time 5 --output /dev/null --write-out '%{http_code} %{errormsg}' "$1"
}

what="$SERVICE at $URL"
look() {
  answer=$(ask "$URL/$BUCKET${BUCKET:+?list-type=2&max-keys=1}")
  # Who may only write may not list, but may know where the bucket is.
  case $answer:$BUCKET in 403*:?*) answer=$(ask "$URL/$BUCKET?location=") ;; esac
  case $answer:$ACCESS_KEY in
    2*) echo "$SERVICE answers at $URL${BUCKET:+, bucket $BUCKET}"; return ;;
    403*:) echo "$SERVICE answers at $URL"; return ;;
    403*) echo "it refuses the access key${BUCKET:+, or the bucket $BUCKET to it}" ;;
    404*) echo "it has no bucket $BUCKET yet" ;;
    000*) echo "${answer#000 }" ;;
    *) echo "it answers with status ${answer%% *}" ;;
  esac
  return 1
}

{{ include "mlflow.scripts.exact" . }}

exact "the access key for $SERVICE" "${ACCESS_KEY:-}"
exact "the secret key for $SERVICE" "${SECRET_KEY:-}"

{{ include "mlflow.scripts.wait" . }}
{{- end }}

{{- define "mlflow.scripts.exact" -}}
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

{{- define "mlflow.scripts.gc" -}}
# Removes what was deleted longer than OLDER_THAN ago: from the database itself, and its artifacts as a client of the server.
set -eu
{{ include "mlflow.scripts.exact" . }}

if [ "$AUTH" = true ]; then
  exact "the password of the administrator" "$ADMIN_PASSWORD"
  export MLFLOW_TRACKING_USERNAME="$ADMIN_USERNAME" MLFLOW_TRACKING_PASSWORD="$ADMIN_PASSWORD"
fi
exec mlflow gc --older-than "$OLDER_THAN" --backend-store-uri "$MLFLOW_BACKEND_STORE_URI"
{{- end }}

{{- define "mlflow.scripts.migrate" -}}
# Brings the database to the schema of this version; where it is there, nothing changes. An upgrade is one transaction.
set -eu

run() {
  "$@" &
  trap 'kill $!; exit 143' TERM
  wait $!
}

run mlflow db upgrade "$MLFLOW_BACKEND_STORE_URI"
if [ "$AUTH" = true ]; then
  run python3 -W ignore -m mlflow.server.auth db upgrade --url "$MLFLOW_BACKEND_STORE_URI"
fi
echo "the database is up to date"
{{- end }}

{{- define "mlflow.scripts.start" -}}
# Starts the server, and beside it the port with its metrics. With AUTH users and permissions are in the same database.
set -eu
umask 077

{{ include "mlflow.scripts.exact" . }}

# The parser of the file takes % for the beginning of a name, and cuts blanks off at both ends unless a name holds them.
plain() {
  printf '%%(nothing)s%s%%(nothing)s' "$(printf %s "$1" | sed 's/%/%%/g')"
}

if [ "$AUTH" = true ]; then
  exact "the password of the administrator" "$ADMIN_PASSWORD"
  cat > "$MLFLOW_AUTH_CONFIG_PATH" << END
[mlflow]
nothing =
database_uri = $MLFLOW_BACKEND_STORE_URI
default_permission = $DEFAULT_PERMISSION
admin_username = $ADMIN_USERNAME
admin_password = $(plain "$ADMIN_PASSWORD")
authorization_function = mlflow.server.auth:authenticate_request_basic_auth
END
  set -- --app-name basic-auth
else
  set --
fi

while IFS= read -r argument; do
  [ -z "$argument" ] || set -- "$@" "$argument"
done << END
$EXTRA_ARGS
END

# A restarted container finds what the processes before it counted.
rm -rf "$MLFLOW_EXPOSE_PROMETHEUS"
mkdir "$MLFLOW_EXPOSE_PROMETHEUS"
python3 /opt/chart/metrics.py &
exec mlflow server "$@"
{{- end }}

{{- define "mlflow.scripts.wait" -}}
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

{{- define "mlflow.scripts.wait-for-migrations" -}}
# Waits until the database has the schema of this version: it asks the database, not Kubernetes, whether the Job has had its effect.
exec python3 -W ignore - << 'END'
import os
import signal
import sys
import time
from pathlib import Path

signal.signal(signal.SIGTERM, lambda *_: os._exit(143))
end = time.monotonic() + int(os.environ["TIMEOUT"])

import mlflow
import sqlalchemy
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

home = Path(mlflow.__file__).parent
schemas = [("alembic_version", "store/db_migrations", "the tables of MLflow")]
if os.environ["AUTH"] == "true":
    schemas.append(("alembic_version_auth", "server/auth/db/migrations", "the tables of users"))


def scripts(folder):
    config = Config()
    config.set_main_option("script_location", str(home / folder).replace("%", "%%"))
    return ScriptDirectory.from_config(config)


def missing(connection):
    for table, folder, name in schemas:
        script = scripts(folder)
        head = script.get_current_head()
        found = MigrationContext.configure(connection, opts={"version_table": table}).get_current_revision()
        if found is None:
            return f"{name} are not there yet"
        if found not in [one.revision for one in script.walk_revisions()]:
            return f"{name} are at {found}, of a newer version than {mlflow.__version__}, which ends at {head}"
        if found != head:
            return f"{name} are at {found}, not yet at {head}"
    return None


engine = sqlalchemy.create_engine(os.environ["MLFLOW_BACKEND_STORE_URI"])
said = None
while True:
    try:
        with engine.connect() as connection:
            why = missing(connection)
    except sqlalchemy.exc.SQLAlchemyError as error:
        why = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
    if why is None:
        print("the database is up to date")
        sys.exit(0)
    if time.monotonic() >= end:
        print(f"gave up after {os.environ['TIMEOUT']}s waiting for the migrations: {why}")
        sys.exit(1)
    if why != said:
        print(f"waiting for the migrations: {why}")
        said = why
    time.sleep(2)
END
{{- end }}

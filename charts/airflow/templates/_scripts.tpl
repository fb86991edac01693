{{- define "airflow.scripts.check-http" -}}
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

{{ include "airflow.scripts.wait" . }}
{{- end }}

{{- define "airflow.scripts.check-postgres" -}}
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

{{ include "airflow.scripts.exact" . }}

exact "the password for $SERVICE" "${PGPASSWORD:-}"

{{ include "airflow.scripts.wait" . }}
{{- end }}

{{- define "airflow.scripts.check-redis" -}}
# Waits until the server accepts the password and answers PING; one that still loads its data does not.
say() {
  printf '*%d\r\n' $#
  for word; do printf '$%d\r\n%s\r\n' "${#word}" "$word"; done
}
request() {
  if [ -n "$PASSWORD" ]; then say AUTH ${USERNAME:+"$USERNAME"} "$PASSWORD"; fi
  say PING
  say QUIT
}
ask() {
  case $SCHEME in
    # BusyBox speaks too little TLS for many servers: there an open port has to do.
    rediss) timeout 5 nc -w 2 "$HOST" "$PORT" -e true 2>&1 && echo +PONG ;;
    *) request | timeout 5 nc -w 2 "$HOST" "$PORT" 2>&1 ;;
  esac
}

what="$SERVICE at $HOST:$PORT"
look() {
  answer=$(ask 2> /dev/null | tr -d '\r')
  case $answer in *+PONG*) echo "$SERVICE answers at $HOST:$PORT"; return ;; esac
  echo "$answer" | head -n 1
  return 1
}

{{ include "airflow.scripts.exact" . }}

exact "the password for $SERVICE" "${PASSWORD:-}"

{{ include "airflow.scripts.wait" . }}
{{- end }}

{{- define "airflow.scripts.check-s3" -}}
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

{{ include "airflow.scripts.exact" . }}

exact "the access key for $SERVICE" "${ACCESS_KEY:-}"
exact "the secret key for $SERVICE" "${SECRET_KEY:-}"

{{ include "airflow.scripts.wait" . }}
{{- end }}

{{- define "airflow.scripts.cleanup" -}}
# Deletes what is older than RETENTION_DAYS from the database.
before=$(date -u -d "$RETENTION_DAYS days ago" +%Y-%m-%dT%H:%M:%S+00:00)
airflow db clean --clean-before-timestamp "$before" --skip-archive --yes &
trap 'kill $!; exit 143' TERM
wait $! || { code=$?; echo "the cleanup failed with $code"; exit "$code"; }
echo "nothing before $before is kept"
{{- end }}

{{- define "airflow.scripts.create-user" -}}
# Creates the first user; one that is there stays as it is.
{{ include "airflow.scripts.exact" . }}

password=$(cat /run/airflow/admin-password; echo .)
exact "the password of the first user" "${password%.}"
airflow users create --username="$ADMIN_USERNAME" --email="$ADMIN_EMAIL" --firstname="$ADMIN_FIRST_NAME" \
  --lastname="$ADMIN_LAST_NAME" --role="$ADMIN_ROLE" --password="${password%.}" &
trap 'kill $!; exit 143' TERM
wait $! || { code=$?; echo "the user $ADMIN_USERNAME could not be created: $code"; exit "$code"; }
echo "the user $ADMIN_USERNAME is there"
{{- end }}

{{- define "airflow.scripts.exact" -}}
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

{{- define "airflow.scripts.migrate" -}}
# Brings the database up to date; a second run changes nothing.
airflow db migrate &
trap 'kill $!; exit 143' TERM
wait $! || { code=$?; echo "the migrations failed with $code"; exit "$code"; }
exec python /opt/airflow/checks/migrated.py 0
{{- end }}

{{- define "airflow.scripts.wait" -}}
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

{{- define "grafana.scripts.check-http" -}}
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

{{ include "grafana.scripts.wait" . }}
{{- end }}

{{- define "grafana.scripts.check-postgres" -}}
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

{{ include "grafana.scripts.exact" . }}

exact "the password for $SERVICE" "${PGPASSWORD:-}"

{{ include "grafana.scripts.wait" . }}
{{- end }}

{{- define "grafana.scripts.exact" -}}
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

{{- define "grafana.scripts.fetch-dashboards" -}}
kept=/var/lib/grafana/fetched
# 4 MiB, in blocks of 512 bytes, whatever length a server announces.
ulimit -f 8192
mkdir -p "$kept"
printf '%s\n' "$DASHBOARDS" | while read -r name datasource url folder; do
  new="$kept/$name.new"
  if ! curl -fsSL --proto =http,https --retry 2 --retry-delay 2 --connect-timeout 10 --max-time 60 -o "$new" "$url"; then
    echo "$url does not bring a dashboard of at most 4 MiB"
  elif [ "$(tr -d '[:space:]' < "$new" | head -c 1)" != '{' ]; then
    echo "$url answers with something else than a dashboard"
  else
    # Dashboards that were shared name their data source by a variable.
    sed "s/\${DS_[A-Za-z0-9_-]*}/$datasource/g" "$new" > "$kept/$name.json"
    echo "$name is there"
  fi
  rm -f "$new"
  if [ -f "$kept/$name.json" ]; then
    mkdir -p "/dashboards/$folder"
    cp "$kept/$name.json" "/dashboards/$folder/$name.json"
  else
    echo "Grafana starts without $name"
  fi
done
{{- end }}

{{- define "grafana.scripts.wait" -}}
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

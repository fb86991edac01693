{{- define "fastapi.scripts.check-http" -}}
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

{{ include "fastapi.scripts.wait" . }}
{{- end }}

{{- define "fastapi.scripts.check-postgres" -}}
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

{{ include "fastapi.scripts.exact" . }}

exact "the password for $SERVICE" "${PGPASSWORD:-}"

{{ include "fastapi.scripts.wait" . }}
{{- end }}

{{- define "fastapi.scripts.check-redis" -}}
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

{{ include "fastapi.scripts.exact" . }}

exact "the password for $SERVICE" "${PASSWORD:-}"

{{ include "fastapi.scripts.wait" . }}
{{- end }}

{{- define "fastapi.scripts.check-s3" -}}
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

{{ include "fastapi.scripts.exact" . }}

exact "the access key for $SERVICE" "${ACCESS_KEY:-}"
exact "the secret key for $SERVICE" "${SECRET_KEY:-}"

{{ include "fastapi.scripts.wait" . }}
{{- end }}

{{- define "fastapi.scripts.exact" -}}
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

{{- define "fastapi.scripts.jury" -}}
# Compares the metrics of the canary with those of the stable track.
# Ends with 0 when nothing speaks against it, 1 when it is worse, 2 when Prometheus cannot be asked.
trap 'exit 143' TERM
# BusyBox asks a proxy for every host, whatever no_proxy says.
unset http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY

calc() { awk "BEGIN { printf \"%.6g\", $1 }"; }
holds() { awk "BEGIN { exit !($1) }"; }

# ask QUERY SERVICE: prints one number, or nothing where Prometheus has none.
ask() {
  query=$(printf '%s' "$1" | sed -e "s|%selector%|namespace=\"$NAMESPACE\",service=\"$2\"|g" -e "s|%window%|$WINDOW|g")
  encoded=$(printf '%s' "$query" | od -An -v -tx1 | tr -d ' \n' | sed 's/../%&/g')
  if ! answer=$(timeout 20 wget -q -O - "${PROMETHEUS_URL%/}/api/v1/query?query=$encoded" 2>&1); then
    echo "Prometheus at $PROMETHEUS_URL does not answer: $query: $(echo "$answer" | tail -n 1)" >&2
    return 2
  fi
  case $answer in
    *'"status":"success"'*) ;;
    *) echo "Prometheus at $PROMETHEUS_URL refuses: $query: $answer" >&2; return 2 ;;
  esac
  number=$(echo "$answer" | sed -n 's/.*"value":\[[^,]*,"\([^"]*\)"\].*/\1/p')
  case $number in
    '' | NaN | *Inf) ;;
    *) calc "$number" ;;
  esac
}

echo "the canary $CANARY answers $WEIGHT percent of the requests; the last $WINDOW:"
stable=$(ask "$REQUESTS" "$STABLE") || exit 2
canary=$(ask "$REQUESTS" "$CANARY") || exit 2
stable=${stable:-0}
canary=${canary:-0}
echo "requests: stable $stable, canary $canary"
if holds "$canary < $MIN_REQUESTS"; then
  echo "no verdict: the canary answered $canary of the $MIN_REQUESTS requests it takes"
  exit 0
fi
if holds "$stable == 0"; then
  echo "no verdict: the stable track answered nothing to compare with"
  exit 0
fi

worse=
if [ -n "$ERRORS" ]; then
  failed=$(ask "$ERRORS" "$STABLE") || exit 2
  stable_errors=$(calc "${failed:-0} / $stable")
  failed=$(ask "$ERRORS" "$CANARY") || exit 2
  canary_errors=$(calc "${failed:-0} / $canary")
  echo "share of errors: stable $stable_errors, canary $canary_errors"
  if holds "$canary_errors > $stable_errors + $MAX_ERROR_INCREASE"; then
    worse="$worse; its share of errors is more than $MAX_ERROR_INCREASE above"
  fi
fi
if [ -n "$LATENCY" ]; then
  stable_latency=$(ask "$LATENCY" "$STABLE") || exit 2
  canary_latency=$(ask "$LATENCY" "$CANARY") || exit 2
  echo "seconds of a request: stable ${stable_latency:-unknown}, canary ${canary_latency:-unknown}"
  if [ -n "$stable_latency" ] && [ -n "$canary_latency" ] &&
    holds "$canary_latency > $stable_latency * $MAX_LATENCY_FACTOR"; then
    worse="$worse; it takes more than $MAX_LATENCY_FACTOR times as long"
  fi
fi
if [ -n "$worse" ]; then
  echo "the canary is worse${worse}: set rollout.canary.weight=0"
  exit 1
fi
echo "nothing speaks against the canary: rollout.canary.weight may be raised"
{{- end }}

{{- define "fastapi.scripts.migrate" -}}
# Runs MIGRATE, and says how it ended.
sh -c "$MIGRATE" &
trap 'kill $!; exit 143' TERM
if wait $!; then
  echo "migrated"
else
  code=$?
  echo "failed with $code: $MIGRATE"
  exit "$code"
fi
{{- end }}

{{- define "fastapi.scripts.wait" -}}
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

{{- define "fastapi.scripts.wait-for-migrations" -}}
# Waits until MIGRATIONS_CHECK succeeds: it asks the database, not Kubernetes, whether the Job has had its effect.
limit=$MIGRATIONS_TIMEOUT
what="the migrations"
look() {
  if answer=$(sh -c "$MIGRATIONS_CHECK" 2>&1); then
    echo "the database is up to date"
    return
  fi
  printf '%s\n' "${answer:-the check failed}" | tail -n 1
  return 1
}

{{ include "fastapi.scripts.wait" . }}
{{- end }}

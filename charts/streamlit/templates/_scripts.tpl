{{- define "streamlit.scripts.check-http" -}}
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

{{ include "streamlit.scripts.wait" . }}
{{- end }}

{{- define "streamlit.scripts.check-redis" -}}
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

{{ include "streamlit.scripts.exact" . }}

exact "the password for $SERVICE" "${PASSWORD:-}"

{{ include "streamlit.scripts.wait" . }}
{{- end }}

{{- define "streamlit.scripts.exact" -}}
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

{{- define "streamlit.scripts.jury" -}}
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

{{- define "streamlit.scripts.wait" -}}
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

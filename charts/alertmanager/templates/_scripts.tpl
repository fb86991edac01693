{{- define "alertmanager.scripts.check-http" -}}
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

{{ include "alertmanager.scripts.wait" . }}
{{- end }}

{{- define "alertmanager.scripts.wait" -}}
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

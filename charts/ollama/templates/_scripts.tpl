{{- define "ollama.scripts.check-http" -}}
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

{{ include "ollama.scripts.wait" . }}
{{- end }}

{{- define "ollama.scripts.keep" -}}
# Keeps the models of the release on the server of this pod: also after its volume was lost, or where it has none.
KEEP=true
{{ include "ollama.scripts.models" . }}

pause=30
while touch /tmp/alive; do
  sleep "$pause" & wait $!
  touch /tmp/alive
  bring_all
  # A model that cannot be had is asked for less and less often.
  if [ -z "$missing" ]; then pause=30; elif [ "$pause" -lt 240 ]; then pause=$((pause * 2)); fi
done
{{- end }}

{{- define "ollama.scripts.models" -}}
# Brings models to the server at BASE_URL: /etc/models/models names one on each line, /etc/models/create has a name and the
# request that makes it. The newest line of an answer goes to the log; when that stays the same for SILENCE seconds, the model
# is given up.
trap 'exit 143' TERM
# BusyBox asks a proxy for every host, whatever no_proxy says.
unset http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY

listed() {
  name=${1#registry.ollama.ai/}
  name=${name#library/}
  case ${name##*/} in *:*) ;; *) name=$name:latest ;; esac
  timeout 20 wget -q -O - "$BASE_URL/api/tags" 2> /tmp/error | grep -qF "\"name\":\"$name\""
}

# Arguments: what the API is asked, the request.
ask() {
  wget -q -O - --header 'Content-Type: application/json' --post-data "$2" "$BASE_URL/api/$1" > /tmp/answer 2>&1 &
  last=
  quiet=0
  while sleep 2 && kill -0 $! 2> /tmp/error; do
    touch /tmp/alive
    line=$(tail -n 1 /tmp/answer)
    if [ "$line" != "$last" ]; then
      echo "$line"
      last=$line
      quiet=0
    elif [ $((quiet += 2)) -ge "$SILENCE" ]; then
      kill $!
      echo "silent for ${SILENCE}s" >> /tmp/answer
    fi
  done
  last=$(tail -n 1 /tmp/answer)
}

# Arguments: the model, how it comes, what the API is asked, the request.
bring() {
  echo "$2 $1"
  ask "$3" "$4"
  case $last in
    *'"status":"success"'*) echo "$1 is there" ;;
    *)
      echo "could not $5 $1: ${last:-no answer from $BASE_URL}"
      missing="$missing $1"
      ;;
  esac
}

bring_all() {
  missing=
  while read -r model; do
    if listed "$model"; then
      [ -n "$KEEP" ] || echo "$model is there already"
    else
      bring "$model" fetching pull "{\"model\":\"$model\",\"insecure\":$INSECURE}" fetch
    fi
  done < /etc/models/models
  while IFS='	' read -r model request; do
    if [ -z "$KEEP" ] || ! listed "$model"; then bring "$model" creating create "$request" create; fi
  done < /etc/models/create
}
{{- end }}

{{- define "ollama.scripts.pull" -}}
# Brings the models of the release to the server, makes created ones anew, and removes others where that is wanted.
KEEP=
{{ include "ollama.scripts.models" . }}

# BusyBox has no client for DELETE.
remove() {
  body="{\"model\":\"$1\"}"
  printf 'DELETE /api/delete HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: %s\r\n\r\n%s' \
    "$HOST" "${#body}" "$body" | timeout 60 nc "$HOST" "$PORT" | grep -q '^HTTP/1.1 200'
}

wanted() {
  { cat /etc/models/models; cut -f 1 /etc/models/create; } | while read -r model; do
    name=${model#registry.ollama.ai/}
    name=${name#library/}
    case ${name##*/} in *:*) echo "$name" ;; *) echo "$name:latest" ;; esac
  done
}

bring_all
if [ -n "$missing" ]; then
  echo "missing:$missing"
  exit 1
fi
if [ "$CLEAN" = true ]; then
  wanted > /tmp/wanted
  timeout 20 wget -q -O - "$BASE_URL/api/tags" | grep -o '"name":"[^"]*"' | cut -d '"' -f 4 | grep -vxFf /tmp/wanted > /tmp/others
  while read -r model; do
    if ! remove "$model"; then
      echo "could not remove $model"
      exit 1
    fi
    echo "removed $model"
  done < /tmp/others
fi
echo "all models are there"
{{- end }}

{{- define "ollama.scripts.wait" -}}
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

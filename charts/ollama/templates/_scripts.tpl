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

{{- define "ollama.scripts.pull" -}}
# Fetches every model of MODELS that the server at BASE_URL does not list yet.
# The newest line of its answer goes to the log; when that stays the same for SILENCE seconds, the model is given up.
trap 'exit 143' TERM
# BusyBox asks a proxy for every host, whatever no_proxy says.
unset http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY

listed() {
  name=${1#registry.ollama.ai/}
  name=${name#library/}
  case ${name##*/} in *:*) ;; *) name=$name:latest ;; esac
  timeout 20 wget -q -O - "$BASE_URL/api/tags" | grep -q "\"name\":\"$name\""
}

fetch() {
  wget -q -O - --header 'Content-Type: application/json' --post-data "{\"model\":\"$1\"}" "$BASE_URL/api/pull" > /tmp/answer 2>&1 &
  last=
  quiet=0
  while sleep 2 && kill -0 $! 2> /tmp/error; do
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

missing=
for model in $MODELS; do
  if listed "$model"; then
    echo "$model is there already"
    continue
  fi
  echo "fetching $model"
  fetch "$model"
  case $last in
    *'"status":"success"'*) echo "$model is there" ;;
    *)
      echo "could not fetch $model: ${last:-no answer from $BASE_URL}"
      missing="$missing $model"
      ;;
  esac
done
if [ -n "$missing" ]; then
  echo "missing:$missing"
  exit 1
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

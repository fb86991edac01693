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

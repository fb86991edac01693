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

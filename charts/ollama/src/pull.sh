# Brings the models of the release to the server, makes created ones anew, and removes others where that is wanted.
KEEP=
. models.sh

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

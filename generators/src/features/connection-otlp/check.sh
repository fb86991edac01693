# Waits until what listens at URL takes an empty batch of traces.
# BusyBox speaks too little TLS for many servers: of https it waits for the port alone.
case $URL in
  https:*) set -- nc -w 2 "$HOST" "$PORT" -e true ;;
  *) set -- wget -q -O - --header 'Content-Type: application/json' --post-data '{}' "$URL/v1/traces" ;;
esac
trap 'exit 143' TERM
end=$(($(date +%s) + TIMEOUT))
said=
while :; do
  if answer=$(timeout 5 "$@" 2>&1); then
    echo "$SERVICE takes traces at $URL"
    exit 0
  fi
  why=$(echo "$answer" | grep -o "$1: .*" | tail -n 1)
  why=${why:-no answer}
  if [ "$(date +%s)" -ge "$end" ]; then
    echo "gave up after ${TIMEOUT}s waiting for $SERVICE at $URL: $why"
    exit 1
  fi
  if [ "$why" != "$said" ]; then
    echo "waiting for $SERVICE at $URL: $why"
    said=$why
  fi
  sleep 2
done

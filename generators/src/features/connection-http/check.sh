# Waits until URL answers with success and, where EXPECT is set, until the answer contains it.
# BusyBox speaks too little TLS for many servers: of https it waits for the port alone.
case $URL in
  https:*) EXPECT=; set -- nc -w 2 "$HOST" "$PORT" -e true ;;
  *) set -- wget -q -O - "$URL" ;;
esac
trap 'exit 143' TERM
end=$(($(date +%s) + TIMEOUT))
said=
while :; do
  if answer=$(timeout 5 "$@" 2>&1); then
    case $answer in
      *"$EXPECT"*) echo "$SERVICE answers at $URL"; exit 0 ;;
      *) why="it answers, but does not list $EXPECT yet" ;;
    esac
  else
    why=$(echo "$answer" | grep -o "$1: .*" | tail -n 1)
    why=${why:-no answer}
  fi
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

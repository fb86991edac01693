# Waits until URL answers with success and, where EXPECT is set, until the answer contains it.
end=$(($(date +%s) + TIMEOUT))
said=
while :; do
  if answer=$(timeout 5 wget -q -O - "$URL" 2>&1); then
    case $answer in
      *"$EXPECT"*) echo "$SERVICE answers at $URL"; exit 0 ;;
      *) why="it answers, but does not list $EXPECT yet" ;;
    esac
  else
    why=$(echo "${answer:-no answer}" | tail -n 1)
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

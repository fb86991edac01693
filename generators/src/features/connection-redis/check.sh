# Waits until the server accepts the password and answers PING; a loading server does not.
end=$(($(date +%s) + TIMEOUT))
said=
login=
[ -z "$PASSWORD" ] || login="AUTH $PASSWORD\r\n"
while :; do
  answer=$({ printf "${login}PING\r\nQUIT\r\n"; sleep 1; } | timeout 5 nc -w 3 "$HOST" "$PORT" 2>&1 | tr -d '\r')
  case $answer in
    *+PONG*) echo "$SERVICE answers at $HOST:$PORT"; exit 0 ;;
    '') why="no answer" ;;
    *) why=$(echo "$answer" | head -n 1) ;;
  esac
  if [ "$(date +%s)" -ge "$end" ]; then
    echo "gave up after ${TIMEOUT}s waiting for $SERVICE at $HOST:$PORT: $why"
    exit 1
  fi
  if [ "$why" != "$said" ]; then
    echo "waiting for $SERVICE at $HOST:$PORT: $why"
    said=$why
  fi
  sleep 2
done

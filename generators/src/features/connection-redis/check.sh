# Waits until the server accepts the password and answers PING; one that still loads its data does not.
end=$(($(date +%s) + TIMEOUT))
said=
request() {
  if [ -n "$PASSWORD" ]; then printf '*2\r\n$4\r\nAUTH\r\n$%d\r\n%s\r\n' "${#PASSWORD}" "$PASSWORD"; fi
  printf 'PING\r\nQUIT\r\n'
}
while :; do
  answer=$(request | timeout 5 nc -w 2 "$HOST" "$PORT" 2>&1 | tr -d '\r')
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

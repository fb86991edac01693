# Waits until HOST has an address; StatsD answers nothing.
what="$SERVICE at $HOST:$PORT"
look() {
  if echo 'wait:0|c' | timeout 5 nc -u -w 1 "$HOST" "$PORT" 2> /dev/null; then
    echo "$SERVICE is at $HOST:$PORT"
    return
  fi
  echo "no address"
  return 1
}

. wait.sh

# Waits until something listens at the port.
what="$SERVICE at $HOST:$PORT"
look() {
  if answer=$(timeout 5 nc -w 2 "$HOST" "$PORT" -e true 2>&1); then
    echo "$SERVICE listens at $HOST:$PORT"
    return
  fi
  echo "$answer" | grep -o 'nc: .*' | tail -n 1
  return 1
}

. exact.sh

exact "the password for $SERVICE" "${PASSWORD:-}"

. wait.sh

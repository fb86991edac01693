# Waits until HOST has an address; StatsD answers nothing.
trap 'exit 143' TERM
end=$(($(date +%s) + TIMEOUT))
until echo 'wait:0|c' | timeout 5 nc -u -w 1 "$HOST" "$PORT"; do
  if [ "$(date +%s)" -ge "$end" ]; then
    echo "gave up after ${TIMEOUT}s waiting for $SERVICE at $HOST:$PORT: no address"
    exit 1
  fi
  sleep 2
done
echo "$SERVICE is at $HOST:$PORT"

# Waits until the database takes the user and the password and answers a query.
export PGCONNECT_TIMEOUT=5 HOME=/tmp
trap 'exit 143' TERM
end=$(($(date +%s) + TIMEOUT))
said=
while :; do
  if why=$(psql --no-psqlrc --no-password --quiet --tuples-only --host "$HOST" --port "$PORT" --dbname "$DATABASE" \
    --command 'select 1' 2>&1 > /dev/null); then
    echo "$SERVICE answers at $HOST:$PORT, database $DATABASE"
    exit 0
  fi
  why=$(echo "$why" | sed 's/^.*FATAL: *//; s/^psql: error: //' | head -n 1)
  why=${why:-no answer}
  if [ "$(date +%s)" -ge "$end" ]; then
    echo "gave up after ${TIMEOUT}s waiting for $SERVICE at $HOST:$PORT, database $DATABASE: $why"
    exit 1
  fi
  if [ "$why" != "$said" ]; then
    echo "waiting for $SERVICE at $HOST:$PORT, database $DATABASE: $why"
    said=$why
  fi
  sleep 2
done

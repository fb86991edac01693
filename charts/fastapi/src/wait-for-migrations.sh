# Waits until MIGRATIONS_CHECK succeeds: it asks the database, not Kubernetes, whether the Job has had its effect.
trap 'exit 143' TERM
end=$(($(date +%s) + MIGRATIONS_TIMEOUT))
said=
while :; do
  if answer=$(sh -c "$MIGRATIONS_CHECK" 2>&1); then
    echo "the database is up to date"
    exit 0
  fi
  why=$(printf '%s\n' "$answer" | tail -n 1)
  if [ "$(date +%s)" -ge "$end" ]; then
    echo "gave up after ${MIGRATIONS_TIMEOUT}s waiting for the migrations: ${why:-the check failed}"
    exit 1
  fi
  if [ "$why" != "$said" ]; then
    echo "waiting for the migrations: ${why:-the check failed}"
    said=$why
  fi
  sleep 2 &
  wait $!
done

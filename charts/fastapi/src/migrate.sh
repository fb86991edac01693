# Runs MIGRATE, and says how it ended.
sh -c "$MIGRATE" &
trap 'kill $!; exit 143' TERM
if wait $!; then
  echo "migrated"
else
  code=$?
  echo "failed with $code: $MIGRATE"
  exit "$code"
fi

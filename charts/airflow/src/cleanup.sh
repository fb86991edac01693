# Deletes what is older than RETENTION_DAYS from the database.
before=$(date -u -d "$RETENTION_DAYS days ago" +%Y-%m-%dT%H:%M:%S+00:00)
airflow db clean --clean-before-timestamp "$before" --skip-archive --yes &
trap 'kill $!; exit 143' TERM
wait $! || { code=$?; echo "the cleanup failed with $code"; exit "$code"; }
echo "nothing before $before is kept"

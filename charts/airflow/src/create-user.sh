# Creates the first user; one that is there stays as it is.
airflow users create --username "$ADMIN_USERNAME" --email "$ADMIN_EMAIL" --firstname "$ADMIN_FIRST_NAME" \
  --lastname "$ADMIN_LAST_NAME" --role "$ADMIN_ROLE" --password "$(cat /run/airflow/admin-password)" &
trap 'kill $!; exit 143' TERM
wait $! || { code=$?; echo "the user $ADMIN_USERNAME could not be created: $code"; exit "$code"; }
echo "the user $ADMIN_USERNAME is there"

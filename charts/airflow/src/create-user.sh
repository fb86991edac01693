# Creates the first user; one that is there stays as it is.
. exact.sh

password=$(cat /run/airflow/admin-password; echo .)
exact "the password of the first user" "${password%.}"
airflow users create --username="$ADMIN_USERNAME" --email="$ADMIN_EMAIL" --firstname="$ADMIN_FIRST_NAME" \
  --lastname="$ADMIN_LAST_NAME" --role="$ADMIN_ROLE" --password="${password%.}" &
trap 'kill $!; exit 143' TERM
wait $! || { code=$?; echo "the user $ADMIN_USERNAME could not be created: $code"; exit "$code"; }
echo "the user $ADMIN_USERNAME is there"

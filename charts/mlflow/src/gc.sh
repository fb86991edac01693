# Removes what was deleted longer than OLDER_THAN ago: from the database itself, and its artifacts as a client of the server.
set -eu
. exact.sh

if [ "$AUTH" = true ]; then
  exact "the password of the administrator" "$ADMIN_PASSWORD"
  export MLFLOW_TRACKING_USERNAME="$ADMIN_USERNAME" MLFLOW_TRACKING_PASSWORD="$ADMIN_PASSWORD"
fi
exec mlflow gc --older-than "$OLDER_THAN" --backend-store-uri "$MLFLOW_BACKEND_STORE_URI"

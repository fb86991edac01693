# Brings the database to the schema of this version; where it is there, nothing changes. An upgrade is one transaction.
set -eu

run() {
  "$@" &
  trap 'kill $!; exit 143' TERM
  wait $!
}

run mlflow db upgrade "$MLFLOW_BACKEND_STORE_URI"
if [ "$AUTH" = true ]; then
  run python3 -W ignore -m mlflow.server.auth db upgrade --url "$MLFLOW_BACKEND_STORE_URI"
fi
echo "the database is up to date"

# Starts the server, and beside it the port with its metrics. With AUTH users and permissions are in the same database.
set -eu
umask 077

# The parser of the file takes % for the beginning of a name.
plain() {
  printf %s "$1" | sed 's/%/%%/g'
}

if [ "$AUTH" = true ]; then
  cat > "$MLFLOW_AUTH_CONFIG_PATH" << END
[mlflow]
database_uri = $MLFLOW_BACKEND_STORE_URI
default_permission = $DEFAULT_PERMISSION
admin_username = $ADMIN_USERNAME
admin_password = $(plain "$ADMIN_PASSWORD")
authorization_function = mlflow.server.auth:authenticate_request_basic_auth
END
  set -- --app-name basic-auth
else
  set --
fi

# A restarted container finds what the processes before it counted.
rm -rf "$MLFLOW_EXPOSE_PROMETHEUS"
mkdir "$MLFLOW_EXPOSE_PROMETHEUS"
python3 /opt/chart/metrics.py &
exec mlflow server "$@"

# Starts the server, and beside it the port with its metrics. With AUTH users and permissions are in the same database.
set -eu
umask 077

. exact.sh

# The parser of the file takes % for the beginning of a name, and cuts blanks off at both ends unless a name holds them.
plain() {
  printf '%%(nothing)s%s%%(nothing)s' "$(printf %s "$1" | sed 's/%/%%/g')"
}

if [ "$AUTH" = true ]; then
  exact "the password of the administrator" "$ADMIN_PASSWORD"
  cat > "$MLFLOW_AUTH_CONFIG_PATH" << END
[mlflow]
nothing =
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

while IFS= read -r argument; do
  [ -z "$argument" ] || set -- "$@" "$argument"
done << END
$EXTRA_ARGS
END

# A restarted container finds what the processes before it counted.
rm -rf "$MLFLOW_EXPOSE_PROMETHEUS"
mkdir "$MLFLOW_EXPOSE_PROMETHEUS"
python3 /opt/chart/metrics.py &
exec mlflow server "$@"

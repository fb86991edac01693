# Starts the server from the settings of the chart; the password never stands on the command line.
set -eu
conf=/tmp/redis.conf
umask 077
{
  echo "bind * -::*"
  echo "port 6379"
  echo "dir /data"
  echo "protected-mode yes"
  echo "requirepass $REDISCLI_AUTH"
  echo "appendonly $APPEND_ONLY"
  echo "appendfsync $APPEND_FSYNC"
  echo "save $SAVE"
  echo "maxmemory $MAX_MEMORY"
  echo "maxmemory-policy $MAX_MEMORY_POLICY"
  echo "databases $DATABASES"
  echo "loglevel $LOG_LEVEL"
} > "$conf"
exec redis-server "$conf"

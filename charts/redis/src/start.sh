# Starts the server from the settings of the chart; the password never stands on the command line.
set -eu
: "${REDISCLI_AUTH:?the password is empty}"
quoted=$(printf %s "$REDISCLI_AUTH" | sed 's/[\\"]/\\&/g')
umask 077
cat > /tmp/redis.conf <<END
bind * -::*
port 6379
dir /data
protected-mode yes
requirepass "$quoted"
appendonly $APPEND_ONLY
appendfsync $APPEND_FSYNC
save $SAVE
maxmemory $MAX_MEMORY
maxmemory-policy $MAX_MEMORY_POLICY
databases $DATABASES
loglevel $LOG_LEVEL
END
exec redis-server /tmp/redis.conf

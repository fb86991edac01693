{{- define "redis.scripts.check-redis" -}}
# Waits until the server accepts the password and answers PING; one that still loads its data does not.
say() {
  printf '*%d\r\n' $#
  for word; do printf '$%d\r\n%s\r\n' "${#word}" "$word"; done
}
request() {
  if [ -n "$PASSWORD" ]; then say AUTH ${USERNAME:+"$USERNAME"} "$PASSWORD"; fi
  say PING
  say QUIT
}
ask() {
  case $SCHEME in
    # BusyBox speaks too little TLS for many servers: there an open port has to do.
    rediss) timeout 5 nc -w 2 "$HOST" "$PORT" -e true 2>&1 && echo +PONG ;;
    *) request | timeout 5 nc -w 2 "$HOST" "$PORT" 2>&1 ;;
  esac
}

what="$SERVICE at $HOST:$PORT"
look() {
  answer=$(ask 2> /dev/null | tr -d '\r')
  case $answer in *+PONG*) echo "$SERVICE answers at $HOST:$PORT"; return ;; esac
  echo "$answer" | head -n 1
  return 1
}

{{ include "redis.scripts.exact" . }}

exact "the password for $SERVICE" "${PASSWORD:-}"

{{ include "redis.scripts.wait" . }}
{{- end }}

{{- define "redis.scripts.exact" -}}
# Refuses a password that some program would change on its way: one with a line break, or, where CARRIER is a text of the
# application that holds it, one with a character of REFUSED. Arguments: what it is, the password.
exact() {
  case $2 in
    *[[:cntrl:]]*) echo "$1 ends in a line break, or has another character that cannot be seen: write it anew, for example with printf instead of echo" ;;
    *[${REFUSED:-[:cntrl:]}]*) echo "$1 has a character that does not arrive in $CARRIER" ;;
    *) return ;;
  esac >&2
  exit 1
}
{{- end }}

{{- define "redis.scripts.renewed" -}}
# Takes a renewed certificate without a restart: the function `renew` tells the server, within two minutes after the kubelet
# has the new files. What the server refuses leaves the old one in place. Argument: the folder of the certificate.
watch_certificate() {
  (
    known=$(cat "$1"/* | sha256sum)
    told=
    while sleep "${RENEW_SECONDS:-30}"; do
      found=$(cat "$1"/* | sha256sum)
      [ "$found" != "$known" ] || continue
      if said=$(renew 2>&1); then
        known=$found
        echo "took the renewed certificate"
      elif [ "$found" != "$told" ]; then
        told=$found
        printf '%s\n' "the renewed certificate is refused, and the one before it stays in use: $said"
      fi
    done
  ) &
}
{{- end }}

{{- define "redis.scripts.start" -}}
# Starts the server from the settings of the chart; passwords never stand on the command line.
set -eu
: "${REDISCLI_AUTH:?the password is empty}"
umask 077

{{ include "redis.scripts.exact" . }}

exact "the password" "$REDISCLI_AUTH"

# Neither engine reads what the other writes, beyond the format that both inherited.
for file in /data/dump.rdb /data/appendonlydir/*.rdb; do
  [ -s "$file" ] || continue
  format=$(head -c 9 "$file")
  case $ENGINE:$format in
    redis:REDIS* | valkey:VALKEY* | valkey:REDIS000? | valkey:REDIS001[01]) ;;
    *)
      echo "$ENGINE cannot read $file (format $format): set the other engine again," \
        "or install a second release with engine=$ENGINE and copy the keys"
      exit 1
      ;;
  esac
done

# The server reads the kind of file that it is told to write, and begins with nothing where the other kind has the data.
carry_over() {
  folder=/data/appendonlydir
  if [ "$APPEND_ONLY" = yes ]; then
    if [ -s $folder/appendonly.aof.manifest ] || [ -s /data/appendonly.aof ] || [ ! -s /data/dump.rdb ]; then return 0; fi
    echo "the append-only file begins with what is in dump.rdb"
    rm -rf $folder.new
    mkdir $folder.new
    ln /data/dump.rdb $folder.new/appendonly.aof.1.base.rdb 2> /dev/null || cp /data/dump.rdb $folder.new/appendonly.aof.1.base.rdb
    echo "file appendonly.aof.1.base.rdb seq 1 type b" > $folder.new/appendonly.aof.manifest
    rm -rf $folder
    mv $folder.new $folder
    return
  fi
  for file in $folder/* /data/appendonly.aof; do
    if [ ! -s "$file" ] || { [ -s /data/dump.rdb ] && [ ! "$file" -nt /data/dump.rdb ]; }; then continue; fi
    echo "dump.rdb is made of what is in the append-only file"
    "$ENGINE-server" /tmp/redis.conf --appendonly yes --save "86400 1" --port 0 --tls-port 0 --unixsocket /tmp/carry.sock &
    until "$ENGINE-cli" -s /tmp/carry.sock ping 2> /dev/null | grep -q PONG; do
      kill -0 $!
      sleep 1
    done
    # It saves before it ends.
    kill $!
    wait $!
    break
  done
  rm -rf $folder /data/appendonly.aof
}

quoted() {
  printf '"%s"' "$(printf %s "$1" | sed 's/[\\"]/\\&/g')"
}

# The Secret holds passwords as they are; the server gets to know their digests only.
users() {
  printf '%s\n' "${USERS:-}" | while read -r name key rules; do
    [ -n "$name" ] || continue
    if [ ! -s "/run/users/$key" ]; then
      echo "the Secret with the passwords of auth.users has no key $key" >&2
      exit 1
    fi
    password=$(cat "/run/users/$key"; echo .)
    exact "the password of the user $name" "${password%.}"
    digest=$(sha256sum < "/run/users/$key")
    printf '%s\n' "user $name on #${digest%% *} $rules"
  done
}

encryption() {
  [ "$TLS" = true ] || return 0
  echo "tls-port 6379"
  echo "tls-cert-file /run/tls/$TLS_CERTIFICATE"
  echo "tls-key-file /run/tls/$TLS_KEY"
  echo "tls-auth-clients $TLS_CLIENTS"
  if [ -s "/run/tls/$TLS_AUTHORITY" ]; then echo "tls-ca-cert-file /run/tls/$TLS_AUTHORITY"; fi
}

replication() {
  [ -n "${PRIMARY_HOST:-}" ] || return 0
  if [ "$TLS" = true ]; then
    if [ ! -s "/run/tls/$TLS_AUTHORITY" ]; then
      echo "replicas look at the certificate of the primary: the Secret of tls.existingSecret needs $TLS_AUTHORITY" >&2
      exit 1
    fi
    echo "tls-replication yes"
  fi
  echo "replicaof $PRIMARY_HOST $PRIMARY_PORT"
  printf 'masterauth %s\n' "$(quoted "$PRIMARY_PASSWORD")"
}

port=6379
if [ "$TLS" = true ]; then port=0; fi
cat > /tmp/redis.conf << END
bind * -::*
port $port
dir /data
protected-mode yes
requirepass $(quoted "$REDISCLI_AUTH")
appendonly $APPEND_ONLY
appendfsync $APPEND_FSYNC
save $SAVE
maxmemory $MAX_MEMORY
maxmemory-policy $MAX_MEMORY_POLICY
databases $DATABASES
loglevel $LOG_LEVEL
repl-ping-replica-period 2
repl-timeout 10
END
encryption >> /tmp/redis.conf
users >> /tmp/redis.conf
replication >> /tmp/redis.conf
for command in $(printf %s "${DISABLED_COMMANDS:-}" | tr , ' '); do echo "rename-command $command \"\""; done >> /tmp/redis.conf
printf '%s\n' "$EXTRA_CONFIG" >> /tmp/redis.conf

{{ include "redis.scripts.renewed" . }}

renew() {
  set -- tls-cert-file "/run/tls/$TLS_CERTIFICATE" tls-key-file "/run/tls/$TLS_KEY"
  if [ -s "/run/tls/$TLS_AUTHORITY" ]; then set -- "$@" tls-ca-cert-file "/run/tls/$TLS_AUTHORITY"; fi
  [ "$($CLI config set "$@")" = OK ]
}

if [ "$TLS" = true ]; then watch_certificate /run/tls; fi
if [ -z "${PRIMARY_HOST:-}" ]; then carry_over; fi
exec "$ENGINE-server" /tmp/redis.conf
{{- end }}

{{- define "redis.scripts.wait" -}}
# Looks every two seconds until `look` succeeds, for TIMEOUT seconds (or `limit`) at most, and says what it found or lacks.
trap 'exit 143' TERM
# BusyBox asks a proxy for every host, whatever no_proxy says.
unset http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY
limit=${limit:-$TIMEOUT}
end=$(($(date +%s) + limit))
said=
until found=$(look); do
  found=${found:-no answer}
  if [ "$(date +%s)" -ge "$end" ]; then
    echo "gave up after ${limit}s waiting for $what: $found"
    exit 1
  fi
  if [ "$found" != "$said" ]; then
    echo "waiting for $what: $found"
    said=$found
  fi
  sleep 2
done
[ -z "$found" ] || echo "$found"
{{- end }}

# Waits until what listens at URL takes an empty batch of traces.
what="$SERVICE at $URL"
look() {
  # BusyBox speaks too little TLS for many servers: of https it looks at the port alone.
  case $URL in
    https:*) set -- nc -w 2 "$HOST" "$PORT" -e true ;;
    *) set -- wget -q -O - --header 'Content-Type: application/json' --post-data '{}' "$URL/v1/traces" ;;
  esac
  if answer=$(timeout 5 "$@" 2>&1); then
    echo "$SERVICE takes traces at $URL"
    return
  fi
  echo "$answer" | grep -o "$1: .*" | tail -n 1
  return 1
}

. wait.sh

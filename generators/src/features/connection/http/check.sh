# Waits until URL answers with success and, where EXPECT is set, until the answer contains it.
what="$SERVICE at $URL"
look() {
  # BusyBox speaks too little TLS for many servers: of https it looks at the port alone.
  case $URL in
    https:*) EXPECT=; set -- nc -w 2 "$HOST" "$PORT" -e true ;;
    *) set -- wget -q -O - "$URL" ;;
  esac
  if answer=$(timeout 5 "$@" 2>&1); then
    case $answer in *"$EXPECT"*) echo "$SERVICE answers at $URL"; return ;; esac
    echo "it answers, but does not list $EXPECT yet"
  else
    echo "$answer" | grep -o "$1: .*" | tail -n 1
  fi
  return 1
}

. wait.sh

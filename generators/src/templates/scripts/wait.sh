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

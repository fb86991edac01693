# Compares the metrics of the canary with those of the stable track.
# Ends with 0 when nothing speaks against it, 1 when it is worse, 2 when Prometheus cannot be asked.
trap 'exit 143' TERM
# BusyBox asks a proxy for every host, whatever no_proxy says.
unset http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY

calc() { awk "BEGIN { printf \"%.6g\", $1 }"; }
holds() { awk "BEGIN { exit !($1) }"; }

# ask QUERY SERVICE: prints one number, or nothing where Prometheus has none.
ask() {
  query=$(printf '%s' "$1" | sed -e "s|%selector%|namespace=\"$NAMESPACE\",service=\"$2\"|g" -e "s|%window%|$WINDOW|g")
  encoded=$(printf '%s' "$query" | od -An -v -tx1 | tr -d ' \n' | sed 's/../%&/g')
  if ! answer=$(timeout 20 wget -q -O - "${PROMETHEUS_URL%/}/api/v1/query?query=$encoded" 2>&1); then
    echo "Prometheus at $PROMETHEUS_URL does not answer: $query: $(echo "$answer" | tail -n 1)" >&2
    return 2
  fi
  case $answer in
    *'"status":"success"'*) ;;
    *) echo "Prometheus at $PROMETHEUS_URL refuses: $query: $answer" >&2; return 2 ;;
  esac
  number=$(echo "$answer" | sed -n 's/.*"value":\[[^,]*,"\([^"]*\)"\].*/\1/p')
  case $number in
    '' | NaN | *Inf) ;;
    *) calc "$number" ;;
  esac
}

echo "the canary $CANARY answers $WEIGHT percent of the requests; the last $WINDOW:"
stable=$(ask "$REQUESTS" "$STABLE") || exit 2
canary=$(ask "$REQUESTS" "$CANARY") || exit 2
stable=${stable:-0}
canary=${canary:-0}
echo "requests: stable $stable, canary $canary"
if holds "$canary < $MIN_REQUESTS"; then
  echo "no verdict: the canary answered $canary of the $MIN_REQUESTS requests it takes"
  exit 0
fi
if holds "$stable == 0"; then
  echo "no verdict: the stable track answered nothing to compare with"
  exit 0
fi

worse=
if [ -n "$ERRORS" ]; then
  failed=$(ask "$ERRORS" "$STABLE") || exit 2
  stable_errors=$(calc "${failed:-0} / $stable")
  failed=$(ask "$ERRORS" "$CANARY") || exit 2
  canary_errors=$(calc "${failed:-0} / $canary")
  echo "share of errors: stable $stable_errors, canary $canary_errors"
  if holds "$canary_errors > $stable_errors + $MAX_ERROR_INCREASE"; then
    worse="$worse; its share of errors is more than $MAX_ERROR_INCREASE above"
  fi
fi
if [ -n "$LATENCY" ]; then
  stable_latency=$(ask "$LATENCY" "$STABLE") || exit 2
  canary_latency=$(ask "$LATENCY" "$CANARY") || exit 2
  echo "seconds of a request: stable ${stable_latency:-unknown}, canary ${canary_latency:-unknown}"
  if [ -n "$stable_latency" ] && [ -n "$canary_latency" ] &&
    holds "$canary_latency > $stable_latency * $MAX_LATENCY_FACTOR"; then
    worse="$worse; it takes more than $MAX_LATENCY_FACTOR times as long"
  fi
fi
if [ -n "$worse" ]; then
  echo "the canary is worse${worse}: set rollout.canary.weight=0"
  exit 1
fi
echo "nothing speaks against the canary: rollout.canary.weight may be raised"

# Waits until the store takes the access key and has BUCKET; without BUCKET until it lists the buckets.
trap 'exit 143' TERM
quoted() {
  printf '%s' "$1" | sed 's/[\\"]/\\&/g'
}
# Without a key of its own the pod has its identity, which cannot sign here: any answer will do.
ask() {
  {
    if [ -n "$CA" ]; then echo "cacert = $CA"; else echo insecure; fi
    if [ -n "$ACCESS_KEY" ]; then
      printf 'user = "%s:%s"\naws-sigv4 = "aws:amz:%s:s3"\n' "$(quoted "$ACCESS_KEY")" "$(quoted "$SECRET_KEY")" "$REGION"
    fi
  } | curl --config - --silent --max-time 5 --output /dev/null --write-out '%{http_code} %{errormsg}' "$1"
}
end=$(($(date +%s) + TIMEOUT))
said=
while :; do
  answer=$(ask "$URL/$BUCKET${BUCKET:+?list-type=2&max-keys=1}")
  # Who may only write may not list, but may know where the bucket is.
  case $answer:$BUCKET in 403*:?*) answer=$(ask "$URL/$BUCKET?location=") ;; esac
  case $answer in
    2*) echo "$SERVICE answers at $URL${BUCKET:+, bucket $BUCKET}"; exit 0 ;;
    000*) why=${answer#000 } ;;
    403*) if [ -z "$ACCESS_KEY" ]; then echo "$SERVICE answers at $URL"; exit 0; fi
      why="it refuses the access key${BUCKET:+, or the bucket $BUCKET to it}" ;;
    404*) why="it has no bucket $BUCKET yet" ;;
    *) why="it answers with status ${answer%% *}" ;;
  esac
  if [ "$(date +%s)" -ge "$end" ]; then
    echo "gave up after ${TIMEOUT}s waiting for $SERVICE at $URL: $why"
    exit 1
  fi
  if [ "$why" != "$said" ]; then
    echo "waiting for $SERVICE at $URL: $why"
    said=$why
  fi
  sleep 2
done

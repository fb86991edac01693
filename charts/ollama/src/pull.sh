# Fetches every model of MODELS that the server at BASE_URL does not list yet; its progress is the log of this Job.
listed() {
  case $1 in *:*) name=$1 ;; *) name=$1:latest ;; esac
  timeout 20 wget -q -O - "$BASE_URL/api/tags" | grep -q "\"name\":\"$name\""
}

failed=
for model in $MODELS; do
  if listed "$model"; then
    echo "$model is there already"
    continue
  fi
  echo "fetching $model"
  last=$(wget -q -O - --header 'Content-Type: application/json' --post-data "{\"model\":\"$model\"}" "$BASE_URL/api/pull" | tee /tmp/progress >&2; tail -n 1 /tmp/progress)
  case $last in
    *'"status":"success"'*) listed "$model" && echo "$model is there" && continue ;;
  esac
  echo "could not fetch $model: ${last:-no answer from $BASE_URL}"
  failed="$failed $model"
done
if [ -n "$failed" ]; then
  echo "missing:$failed"
  exit 1
fi
echo "all models are there"

# Takes new backups to where they are kept, then removes those that are too many and too old. Of those without content the newest
# is kept beside the others: the backups of a server that came back empty must not push out the last good one.
set -eu
export HOME=/tmp
trap 'exit 143' TERM
if [ -e /tmp/backed-up ]; then
  echo "there is a backup already: $(cat /tmp/backed-up)"
  exit 0
fi

remote() {
  rclone --config /dev/null --log-level ERROR --retries 5 "$@"
}

if [ "$DESTINATION" = s3 ]; then
  store=store:$BUCKET/$PREFIX
  for folder in "$FOLDER"/*Z; do
    # The sums go last: a backup without them is not complete.
    remote copy --exclude SHA256SUMS "$folder" "$store/${folder##*/}"
    remote copy --include SHA256SUMS "$folder" "$store/${folder##*/}"
    remote check "$folder" "$store/${folder##*/}"
    rm -rf "$folder"
    echo "stored ${folder##*/} in the bucket $BUCKET, folder $PREFIX"
  done
else
  store=$FOLDER
fi

before() {
  date -u -d "@$(($(date +%s) - $1 * 86400))" +%Y%m%d%H%M%S
}

with() {
  remote lsf --recursive --files-only --include "/*/$1" "$store" | sed -n "s|^\([0-9]\{8\}T[0-9]\{6\}Z\)/$1\$|\1|p" | sort -r
}

kept=0
without=$(with EMPTY)
newest=$(echo "$without" | head -n 1)
for time in $(with SHA256SUMS); do
  if [ "$time" = "$newest" ]; then continue; fi
  if ! echo "$without" | grep -qxF "$time" &&
    { [ "$kept" -lt "$KEEP_LAST" ] || { [ "$KEEP_DAYS" -gt 0 ] && [ "$(echo "$time" | tr -d TZ)" -ge "$(before "$KEEP_DAYS")" ]; }; }; then
    kept=$((kept + 1))
  else
    remote purge "$store/$time"
    echo "removed $time"
  fi
done
# What runs that were cut off have left since yesterday.
if [ "$DESTINATION" = volume ]; then
  find "$FOLDER" -mindepth 1 -maxdepth 1 -name '.[0-9]*T[0-9]*Z' -mtime +0 -exec rm -rf {} +
else
  complete=$(with SHA256SUMS)
  for time in $(remote lsf --dirs-only "$store" | sed -n 's|^\([0-9]\{8\}T[0-9]\{6\}Z\)/$|\1|p'); do
    if echo "$complete" | grep -qxF "$time" || [ "$(echo "$time" | tr -d TZ)" -ge "$(before 1)" ]; then continue; fi
    remote purge "$store/$time"
    echo "removed $time, which is not complete"
  done
fi
echo "$kept backups are kept${newest:+, and $newest, which has no content}"

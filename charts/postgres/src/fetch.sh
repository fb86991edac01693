# Fetches the backup to restore from the bucket; without a name the newest complete one that has content.
set -eu
export HOME=/tmp
trap 'exit 143' TERM
umask 077
if [ -e /tmp/restored ]; then exit 0; fi

remote() {
  rclone --config /dev/null --log-level ERROR --retries 5 "$@"
}

store=store:$BUCKET/$PREFIX
with() {
  remote lsf --recursive --files-only --include "/*/$1" "$store" | sed -n "s|^\([0-9]\{8\}T[0-9]\{6\}Z\)/$1\$|\1|p" | sort
}

backups=$(with SHA256SUMS)
name=$BACKUP
if [ -z "$name" ]; then
  empty=$(with EMPTY)
  for each in $backups; do
    if ! echo "$empty" | grep -qxF "$each"; then name=$each; fi
  done
fi
if [ -z "$name" ] || ! echo "$backups" | grep -qxF "$name"; then
  echo "the bucket $BUCKET has no complete backup ${name:-with content} in the folder $PREFIX; there are:" $backups
  exit 1
fi
remote copy "$store/$name" "$FOLDER/$name"
echo "fetched $name"

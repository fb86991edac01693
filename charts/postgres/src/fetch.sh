# Fetches the backup to restore from the bucket; without a name the newest complete one.
set -eu
export HOME=/tmp
trap 'exit 143' TERM
umask 077

remote() {
  rclone --config /dev/null --log-level ERROR --retries 5 "$@"
}

store=store:$BUCKET/$PREFIX
backups=$(remote lsf --recursive --files-only --include '/*/SHA256SUMS' "$store" | sed -n 's|^\([0-9]\{8\}T[0-9]\{6\}Z\)/SHA256SUMS$|\1|p' | sort)
name=${BACKUP:-$(echo "$backups" | tail -n 1)}
if [ -z "$name" ] || ! echo "$backups" | grep -qxF "$name"; then
  echo "the bucket $BUCKET has no complete backup ${name:-at all} in the folder $PREFIX; there are:" $backups
  exit 1
fi
remote copy "$store/$name" "$FOLDER/$name"
echo "fetched $name"

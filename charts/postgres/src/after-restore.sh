# Whoever writes while a restore is wanted and not done would meet it half-way.
. restores.sh

while [ -n "$RESTORE_ID" ]; do
  state=$(restore_state)
  if [ "$state" = 'done' ]; then break; fi
  if [ "$state" = failed ] || { [ -z "$state" ] && [ "$(date +%s)" -ge "$end" ]; }; then
    echo "the restore $RESTORE_ID ${state:-has not begun}, and nothing else is done before it. Look at the log of its Job," \
      "then set restore.id to a new name to restore, or leave it empty to go on without"
    exit 1
  fi
  sleep 2
done

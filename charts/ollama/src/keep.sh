# Keeps the models of the release on the server of this pod: also after its volume was lost, or where it has none.
KEEP=true
. models.sh

pause=30
while touch /tmp/alive; do
  sleep "$pause" & wait $!
  touch /tmp/alive
  bring_all
  # A model that cannot be had is asked for less and less often.
  if [ -z "$missing" ]; then pause=30; elif [ "$pause" -lt 240 ]; then pause=$((pause * 2)); fi
done

# Runs nginx in front of the application and counts its requests. The keys are read from their Secret again and again:
# nginx takes a change without losing a request, and what is wrong with one leaves the old keys in place.
set -u
umask 077
trap '' PIPE
keys=/run/gateway-keys
file=/tmp/keys.conf

say() {
  echo "{\"time\":\"$(date -u +%Y-%m-%dT%H:%M:%SZ)\",\"level\":\"$1\",\"message\":\"$2\"}"
}

# A key in a line for nginx' map, which compares expressions with regard to case.
read_keys() {
  for path in "$keys"/*; do
    [ -f "$path" ] || continue
    key=
    IFS= read -r key <"$path" || [ -n "$key" ] || { echo "the key of ${path##*/} is empty"; return 1; }
    case $key in
      *[!A-Za-z0-9._~+/=-]*) echo "the key of ${path##*/} has other characters than letters, digits and . _ ~ + / = -"; return 1 ;;
    esac
    [ "${#key}" -ge 16 ] || { echo "the key of ${path##*/} has less than 16 characters"; return 1; }
    printf '"~^\\Q%s\\E$" "%s";\n' "$key" "${path##*/}"
  done
}

take_keys() {
  found=$(read_keys) || { refuse "$found"; return 1; }
  [ "$found" != "$taken" ] || return 0
  echo "$found" >$file
  if problem=$(nginx -t -q -e stderr -c /etc/gateway/nginx.conf 2>&1); then
    taken=$found
    refused=
    count=$(grep -c . $file)
    printf 'keys\ttaken\t%s\n' "$count" >&3
    say info "$count API keys"
  else
    echo "$taken" >$file
    refuse "nginx refuses the configuration: $(echo "$problem" | head -n 1 | tr -d '"\\')"
    return 1
  fi
}

refuse() {
  [ "$1" != "$refused" ] || return 0
  refused=$1
  printf 'keys\trefused\n' >&3
  say error "$1; the keys before it stay in place"
}

for port in 8900 8901; do
  if [ -e /proc/net/if_inet6 ]; then echo "listen [::]:$port;"; fi >/tmp/listen-$port.conf
done
mkdir -p /tmp/metrics
rm -f /tmp/requests /tmp/draining
mkfifo /tmp/requests
awk -v logs="$ACCESS_LOG" -f /etc/gateway/count.awk </tmp/requests &
counter=$!
exec 3>/tmp/requests

taken=none
refused=
if [ -d $keys ]; then take_keys || exit 1; fi
nginx -e stderr -c /etc/gateway/nginx.conf -g 'daemon off;' 3>&- &
nginx=$!
trap 'kill -QUIT $nginx' TERM QUIT INT

seconds=0
while kill -0 $nginx 2>/dev/null && kill -0 $counter 2>/dev/null; do
  sleep 1 3>&- &
  wait $!
  echo tick >&3
  seconds=$((seconds + 1))
  [ $((seconds % 5)) -eq 0 ] && [ -d $keys ] || continue
  before=$taken
  take_keys && [ "$taken" != "$before" ] && kill -HUP $nginx
done
kill -QUIT $nginx 2>/dev/null
wait $nginx
code=$?
exec 3>&-
wait $counter
exit $code

# Takes a renewed certificate without a restart: the function `renew` tells the server, within two minutes after the kubelet
# has the new files. What the server refuses leaves the old one in place. Argument: the folder of the certificate.
watch_certificate() {
  (
    known=$(cat "$1"/* | sha256sum)
    told=
    while sleep "${RENEW_SECONDS:-30}"; do
      found=$(cat "$1"/* | sha256sum)
      [ "$found" != "$known" ] || continue
      if said=$(renew 2>&1); then
        known=$found
        echo "took the renewed certificate"
      elif [ "$found" != "$told" ]; then
        told=$found
        printf '%s\n' "the renewed certificate is refused, and the one before it stays in use: $said"
      fi
    done
  ) &
}

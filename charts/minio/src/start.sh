# Starts the server from the settings of the chart, unless another kind of server has written the volume.
set -eu
: "${MINIO_ROOT_USER:?the name of the root user is empty}"
: "${MINIO_ROOT_PASSWORD:?the password of the root user is empty}"

. key.sh

key "the name of the root user" "$MINIO_ROOT_USER"
key "the password of the root user" "$MINIO_ROOT_PASSWORD"
case $MINIO_ROOT_PASSWORD in
  minioadmin | minio123 | rustfsadmin | password | changeme | changeit)
    echo "the password of the root user is one that everybody knows: put another into the Secret" >&2
    exit 1
    ;;
esac

wrote=
if [ -d /data/.minio.sys ]; then wrote=minio; fi
if [ -d /data/.rustfs.sys ]; then wrote=rustfs; fi
case $wrote:$ENGINE in
  :* | rustfs:rustfs | minio:silo | minio:minio) ;;
  *)
    echo "$ENGINE does not read what $wrote has written to this volume: set the engine of before, or install" \
      "a second release with engine=$ENGINE and copy the buckets, for example with rclone" >&2
    exit 1
    ;;
esac

# Links, so that a renewed certificate is seen.
mkdir -p /tmp/certs/CAs
if [ "$TLS" = true ]; then
  ln -sf "/run/tls/$TLS_CERTIFICATE" /tmp/certs/public.crt
  ln -sf "/run/tls/$TLS_KEY" /tmp/certs/private.key
  ln -sf "/run/tls/$TLS_CERTIFICATE" /tmp/certs/rustfs_cert.pem
  ln -sf "/run/tls/$TLS_KEY" /tmp/certs/rustfs_key.pem
  if [ -s "/run/tls/$TLS_AUTHORITY" ]; then ln -sf "/run/tls/$TLS_AUTHORITY" /tmp/certs/CAs/ca.crt; fi
fi

if [ "$ENGINE" != rustfs ]; then
  exec "$ENGINE" server /data --address :9000 --console-address :9001 --certs-dir /tmp/certs
fi
export RUSTFS_ACCESS_KEY="$MINIO_ROOT_USER" RUSTFS_SECRET_KEY="$MINIO_ROOT_PASSWORD" RUSTFS_VOLUMES=/data
export RUSTFS_ADDRESS=:9000 RUSTFS_CONSOLE_ADDRESS=:9001 RUSTFS_CONSOLE_ENABLE="$MINIO_BROWSER"
export RUSTFS_OBS_LOG_DIRECTORY= RUSTFS_SERVER_DOMAINS="${MINIO_DOMAIN:-}"
if [ -n "${MINIO_REGION:-}" ]; then export RUSTFS_REGION="$MINIO_REGION"; fi
if [ "$TLS" = true ]; then export RUSTFS_TLS_PATH=/tmp/certs; fi
unset MINIO_ROOT_USER MINIO_ROOT_PASSWORD
exec rustfs /data

# Copies what is new in the buckets to another store.
set -eu
export RCLONE_CONFIG=/tmp/rclone.conf HOME=/tmp
: > "$RCLONE_CONFIG"
export RCLONE_CONFIG_SOURCE_TYPE=s3 RCLONE_CONFIG_SOURCE_PROVIDER=Minio RCLONE_CONFIG_SOURCE_ENDPOINT="$STORE_URL"
export RCLONE_CONFIG_SOURCE_REGION="$REGION"
export RCLONE_CONFIG_SOURCE_ACCESS_KEY_ID="$ROOT_USER" RCLONE_CONFIG_SOURCE_SECRET_ACCESS_KEY="$ROOT_PASSWORD"
export RCLONE_CONFIG_TARGET_TYPE=s3 RCLONE_CONFIG_TARGET_PROVIDER=Other RCLONE_CONFIG_TARGET_ENDPOINT="$TARGET_URL"
export RCLONE_CONFIG_TARGET_REGION="$TARGET_REGION" RCLONE_CONFIG_TARGET_NO_CHECK_BUCKET=true
RCLONE_CONFIG_TARGET_ACCESS_KEY_ID=$(cat "/run/target/$TARGET_USERNAME_KEY"; echo .)
RCLONE_CONFIG_TARGET_SECRET_ACCESS_KEY=$(cat "/run/target/$TARGET_PASSWORD_KEY"; echo .)
RCLONE_CONFIG_TARGET_ACCESS_KEY_ID=${RCLONE_CONFIG_TARGET_ACCESS_KEY_ID%.}
RCLONE_CONFIG_TARGET_SECRET_ACCESS_KEY=${RCLONE_CONFIG_TARGET_SECRET_ACCESS_KEY%.}
export RCLONE_CONFIG_TARGET_ACCESS_KEY_ID RCLONE_CONFIG_TARGET_SECRET_ACCESS_KEY

. key.sh

key "the access key of mirror.target.existingSecret" "$RCLONE_CONFIG_TARGET_ACCESS_KEY_ID"
key "the secret key of mirror.target.existingSecret" "$RCLONE_CONFIG_TARGET_SECRET_ACCESS_KEY"

# The certificate of the server beside those that everybody trusts.
if [ "$TLS" = true ]; then export SSL_CERT_DIR=/etc/ssl/certs:/run/tls; fi

buckets=${BUCKETS:-}
if [ -z "$buckets" ]; then buckets=$(rclone lsf --dirs-only source:); fi
for bucket in $buckets; do
  bucket=${bucket%/}
  work=copy
  if [ "$DELETE" = true ]; then
    # A store that lost its volume is empty too, and its mirror is all that is left.
    if [ -n "$(rclone lsf --recursive --files-only "source:$bucket" | head -n 1)" ]; then
      work=sync
    else
      echo "$bucket is empty here: what the mirror has of it stays"
    fi
  fi
  rclone "$work" --update --use-server-modtime --fast-list --stats 1m --stats-one-line --stats-log-level NOTICE \
    "source:$bucket" "target:$TARGET_BUCKET/$bucket"
  echo "$bucket is at $TARGET_URL/$TARGET_BUCKET/$bucket"
done

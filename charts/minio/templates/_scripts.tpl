{{- define "minio.scripts.check-s3" -}}
# Waits until the store takes the access key and has BUCKET; without BUCKET until it lists the buckets.
quoted() {
  printf '%s' "$1" | sed 's/[\\"]/\\&/g'
}
# Without a key of its own the pod has its identity, which cannot sign here: any answer will do.
ask() {
  {
    if [ -n "$CA" ]; then echo "cacert = $CA"; else echo insecure; fi
    if [ -n "$ACCESS_KEY" ]; then
      printf 'user = "%s:%s"\naws-sigv4 = "aws:amz:%s:s3"\n' "$(quoted "$ACCESS_KEY")" "$(quoted "$SECRET_KEY")" "$REGION"
    fi
  } | curl --config - --silent --max-time 5 --output /dev/null --write-out '%{http_code} %{errormsg}' "$1"
}

what="$SERVICE at $URL"
look() {
  answer=$(ask "$URL/$BUCKET${BUCKET:+?list-type=2&max-keys=1}")
  # Who may only write may not list, but may know where the bucket is.
  case $answer:$BUCKET in 403*:?*) answer=$(ask "$URL/$BUCKET?location=") ;; esac
  case $answer:$ACCESS_KEY in
    2*) echo "$SERVICE answers at $URL${BUCKET:+, bucket $BUCKET}"; return ;;
    403*:) echo "$SERVICE answers at $URL"; return ;;
    403*) echo "it refuses the access key${BUCKET:+, or the bucket $BUCKET to it}" ;;
    404*) echo "it has no bucket $BUCKET yet" ;;
    000*) echo "${answer#000 }" ;;
    *) echo "it answers with status ${answer%% *}" ;;
  esac
  return 1
}

{{ include "minio.scripts.exact" . }}

exact "the access key for $SERVICE" "${ACCESS_KEY:-}"
exact "the secret key for $SERVICE" "${SECRET_KEY:-}"

{{ include "minio.scripts.wait" . }}
{{- end }}

{{- define "minio.scripts.exact" -}}
# Refuses a password that some program would change on its way: one with a line break, or, where CARRIER is a text of the
# application that holds it, one with a character of REFUSED. Arguments: what it is, the password.
exact() {
  case $2 in
    *[[:cntrl:]]*) echo "$1 ends in a line break, or has another character that cannot be seen: write it anew, for example with printf instead of echo" ;;
    *[${REFUSED:-[:cntrl:]}]*) echo "$1 has a character that does not arrive in $CARRIER" ;;
    *) return ;;
  esac >&2
  exit 1
}
{{- end }}

{{- define "minio.scripts.key" -}}
{{ include "minio.scripts.exact" . }}

# Servers and clients of S3 also cut blanks off at both ends. Arguments as of exact.
key() {
  exact "$1" "$2"
  case $2 in
    ' '* | *' ')
      echo "$1 begins or ends with a blank, which programs for S3 cut off: write it without" >&2
      exit 1
      ;;
  esac
}
{{- end }}

{{- define "minio.scripts.mirror" -}}
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

{{ include "minio.scripts.key" . }}

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
{{- end }}

{{- define "minio.scripts.provision" -}}
# Makes buckets, and for each client a user that may use no bucket but its own. Deletes none of them; running it again
# brings passwords, policies and the settings of listed buckets back to what the values say.
# The image of mc has neither grep nor sed: the shell and the smallest tools have to do.
set -eu
umask 077
CERTIFICATE=/run/tls/tls.crt
# The server is in the cluster, and a proxy is not.
unset http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY

failed() {
  cat /tmp/said >&2
  exit 1
}

# Silo and MinIO: their own client. Passwords go through pipes, for a command line can be read by others.
if [ "$ENGINE" != rustfs ]; then
  export MC_CONFIG_DIR=/tmp/mc
  mkdir -p "$MC_CONFIG_DIR/certs/CAs"
  if [ "$TLS" = true ]; then cp "$CERTIFICATE" "$MC_CONFIG_DIR/certs/CAs/server.crt"; fi

  # What is already as it should be is no failure.
  say() {
    if mc --quiet "$@" > /tmp/said 2>&1; then return; fi
    case $(cat /tmp/said) in *'already in effect'* | *'lifecycle configuration does not exist'*) ;; *) failed ;; esac
  }
  log_in() { printf '%s\n%s\n' "$ROOT_USER" "$ROOT_PASSWORD" | say alias set store "$STORE_URL"; }
  make_bucket() { say mb --ignore-existing "store/$1"; }
  make_user() {
    printf '%s\n%s\n' "$1" "$2" | say admin user add store
    say admin policy create store "$3" /tmp/policy.json
    say admin policy attach store "$3" --user "$1"
  }
  is_versioned() { case $(mc version info "store/$1") in *'is enabled'*) ;; *) return 1 ;; esac; }
  set_versioning() { case $2 in Enabled) say version enable "store/$1" ;; *) say version suspend "store/$1" ;; esac; }
  set_quota() { say quota set "store/$1" --size "$2"; }
  no_quota() { say quota clear "store/$1"; }
  set_policy() { say anonymous set-json /tmp/policy.json "store/$1"; }
  no_policy() { say anonymous set private "store/$1"; }
  set_lifecycle() {
    printf '{ "Rules": [{ "ID": "values", "Status": "Enabled", "Filter": { "Prefix": "" }' > /tmp/rules.json
    if [ "$2" != 0 ]; then printf ', "Expiration": { "Days": %s }' "$2" >> /tmp/rules.json; fi
    if [ "$3" != 0 ]; then
      printf ', "NoncurrentVersionExpiration": { "NoncurrentDays": %s }' "$3" >> /tmp/rules.json
    fi
    echo ' }] }' >> /tmp/rules.json
    say ilm rule import "store/$1" < /tmp/rules.json
  }
  no_lifecycle() { say ilm rule rm --all --force "store/$1"; }

# RustFS: S3 and its admin API with the curl of its image, which reads the password from a pipe too.
else
  quoted() { printf %s "$1" | sed 's/[\\"]/\\&/g'; }
  md5_of() {
    hex=$(md5sum < "$1")
    hex=${hex%% *}
    while [ -n "$hex" ]; do
      rest=${hex#??}
      # shellcheck disable=SC2059 # one byte in octal
      printf "\\$(printf %o "0x${hex%"$rest"}")"
      hex=$rest
    done | base64
  }
  # Arguments: method, path, file with the body or nothing, statuses that are no failure.
  ask() {
    status=$({
      printf 'user = "%s:%s"\n' "$(quoted "$ROOT_USER")" "$(quoted "$ROOT_PASSWORD")"
      if [ "$TLS" = true ]; then echo "cacert = \"$CERTIFICATE\""; fi
      if [ -n "$3" ]; then
        digest=$(sha256sum < "$3")
        printf 'header = "%s"\n' 'content-type: application/octet-stream' "x-amz-content-sha256: ${digest%% *}" \
          "content-md5: $(md5_of "$3")"
        printf 'data-binary = "@%s"\n' "$3"
      fi
    } | curl --config - --silent --show-error --max-time 60 --aws-sigv4 "aws:amz:$REGION:s3" --request "$1" \
      --output /tmp/said --write-out '%{http_code}' "$STORE_URL$2" 2> /tmp/error) || {
      cat /tmp/error >&2
      exit 1
    }
    case " 200 204 ${4:-} " in *" $status "*) ;; *) echo "$1 $2: status $status" >&2 && failed ;; esac
  }
  ADMIN=/rustfs/admin/v3
  log_in() { ask GET / ''; }
  make_bucket() { ask PUT "/$1" '' 409; }
  make_user() {
    printf '{ "secretKey": "%s", "status": "enabled" }' "$(quoted "$2")" > /tmp/user.json
    ask PUT "$ADMIN/add-user?accessKey=$1" /tmp/user.json
    ask PUT "$ADMIN/add-canned-policy?name=$3" /tmp/policy.json
    ask PUT "$ADMIN/set-user-or-group-policy?isGroup=false&policyName=$3&userOrGroup=$1" ''
  }
  is_versioned() {
    ask GET "/$1?versioning=" ''
    case $(cat /tmp/said) in *'<Status>Enabled'*) ;; *) return 1 ;; esac
  }
  set_versioning() {
    echo "<VersioningConfiguration><Status>$2</Status></VersioningConfiguration>" > /tmp/body.xml
    ask PUT "/$1?versioning=" /tmp/body.xml
  }
  set_quota() {
    number=${2%?i}
    case $2 in *Ki) power=10 ;; *Mi) power=20 ;; *Gi) power=30 ;; *) power=40 ;; esac
    printf '{ "quota": %d, "quotaType": "HARD" }' $((number << power)) > /tmp/quota.json
    ask PUT "$ADMIN/quota/$1" /tmp/quota.json
  }
  no_quota() { ask DELETE "$ADMIN/quota/$1" '' 404; }
  set_policy() { ask PUT "/$1?policy=" /tmp/policy.json; }
  no_policy() { ask DELETE "/$1?policy=" '' 404; }
  set_lifecycle() {
    {
      echo '<LifecycleConfiguration><Rule><ID>values</ID><Status>Enabled</Status><Filter><Prefix></Prefix></Filter>'
      if [ "$2" != 0 ]; then echo "<Expiration><Days>$2</Days></Expiration>"; fi
      if [ "$3" != 0 ]; then
        echo "<NoncurrentVersionExpiration><NoncurrentDays>$3</NoncurrentDays></NoncurrentVersionExpiration>"
      fi
      echo '</Rule></LifecycleConfiguration>'
    } > /tmp/body.xml
    ask PUT "/$1?lifecycle=" /tmp/body.xml
  }
  no_lifecycle() { ask DELETE "/$1?lifecycle=" '' 404; }
fi

# Arguments: who, actions on buckets, actions on their objects, buckets; any of the actions may be empty.
policy() {
  who=$1 on_bucket=$2 on_objects=$3 arns= objects=
  shift 3
  for bucket; do
    arns=$arns${arns:+, }\"arn:aws:s3:::$bucket\"
    objects=$objects${objects:+, }\"arn:aws:s3:::$bucket/*\"
  done
  cat > /tmp/policy.json << END
{ "Version": "2012-10-17", "Statement": [
  { "Effect": "Allow", $who"Action": [$on_bucket], "Resource": [$arns] },
  { "Effect": "Allow", $who"Action": [$on_objects], "Resource": [$objects] }
] }
END
}

LOOK='"s3:GetBucketLocation"'
LIST="$LOOK"', "s3:ListBucket", "s3:ListBucketVersions", "s3:GetBucketVersioning"'
READ='"s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectTagging"'
WRITE='"s3:PutObject", "s3:PutObjectTagging", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"'
PARTS='"s3:ListBucketMultipartUploads"'
EVERYBODY='"Principal": { "AWS": ["*"] }, '

{{ include "minio.scripts.key" . }}

log_in
for client in $CLIENTS; do
  variable=$(printf %s "$client" | tr 'a-z-' 'A-Z_')
  eval "username=\${${variable}_USERNAME} password=\${${variable}_PASSWORD}"
  eval "buckets=\${${variable}_BUCKETS} policy=\${${variable}_POLICY} statements=\${${variable}_STATEMENTS:-}"
  if [ -n "$statements" ]; then policy=own; fi
  key "the password in the Secret of the client $client" "$password"
  for bucket in $buckets; do make_bucket "$bucket"; done
  # shellcheck disable=SC2086 # a list of buckets
  case $policy in
    readonly) policy '' "$LIST" "$READ" $buckets ;;
    own) printf '{ "Version": "2012-10-17", "Statement": %s }' "$statements" > /tmp/policy.json ;;
    writeonly) policy '' "$LOOK, $PARTS" "$WRITE" $buckets ;;
    *) policy '' "$LIST, $PARTS" "$READ, $WRITE, \"s3:DeleteObject\"" $buckets ;;
  esac
  make_user "$username" "$password" "client-$client"
  echo "client $client: user $username, $policy in $buckets"
done

printf '%s\n' "$BUCKETS" | while read -r bucket versioning quota days noncurrent anonymous; do
  [ -n "$bucket" ] || continue
  make_bucket "$bucket"
  if [ "$versioning" = true ]; then
    set_versioning "$bucket" Enabled
  elif is_versioned "$bucket"; then
    set_versioning "$bucket" Suspended
  fi
  if [ "$quota" = - ]; then no_quota "$bucket"; else set_quota "$bucket" "$quota"; fi
  if [ "$days$noncurrent" = 00 ]; then no_lifecycle "$bucket"; else set_lifecycle "$bucket" "$days" "$noncurrent"; fi
  case $anonymous in
    download) policy "$EVERYBODY" "$LOOK" '"s3:GetObject"' "$bucket" && set_policy "$bucket" ;;
    upload) policy "$EVERYBODY" "$LOOK" '"s3:PutObject"' "$bucket" && set_policy "$bucket" ;;
    public) policy "$EVERYBODY" "$LOOK, \"s3:ListBucket\"" '"s3:GetObject", "s3:PutObject", "s3:DeleteObject"' "$bucket" && set_policy "$bucket" ;;
    *) no_policy "$bucket" ;;
  esac
  echo "bucket $bucket: versioning $versioning, quota $quota, expiry $days and $noncurrent days, anonymous $anonymous"
done
{{- end }}

{{- define "minio.scripts.start" -}}
# Starts the server from the settings of the chart, unless another kind of server has written the volume.
set -eu
: "${MINIO_ROOT_USER:?the name of the root user is empty}"
: "${MINIO_ROOT_PASSWORD:?the password of the root user is empty}"

{{ include "minio.scripts.key" . }}

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
{{- end }}

{{- define "minio.scripts.wait" -}}
# Looks every two seconds until `look` succeeds, for TIMEOUT seconds (or `limit`) at most, and says what it found or lacks.
trap 'exit 143' TERM
# BusyBox asks a proxy for every host, whatever no_proxy says.
unset http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY
limit=${limit:-$TIMEOUT}
end=$(($(date +%s) + limit))
said=
until found=$(look); do
  found=${found:-no answer}
  if [ "$(date +%s)" -ge "$end" ]; then
    echo "gave up after ${limit}s waiting for $what: $found"
    exit 1
  fi
  if [ "$found" != "$said" ]; then
    echo "waiting for $what: $found"
    said=$found
  fi
  sleep 2
done
[ -z "$found" ] || echo "$found"
{{- end }}

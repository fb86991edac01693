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

. key.sh

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

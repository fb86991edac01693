# What the server knows of restores: each leaves a role that nobody logs in as, with begun, done or failed as its comment.
restore_role="chart restore $RESTORE_ID"

# Prints begun, done or failed; nothing of a restore that never began.
restore_state() {
  echo "select coalesce(shobj_description(oid, 'pg_authid'), 'begun') from pg_roles where rolname = :'role'" |
    sql --set role="$restore_role"
}

set_restore_state() {
  echo "comment on role :\"role\" is :'state'" | sql --set role="$restore_role" --set state="$1"
}

# Waits until MIGRATIONS_CHECK succeeds: it asks the database, not Kubernetes, whether the Job has had its effect.
limit=$MIGRATIONS_TIMEOUT
what="the migrations"
look() {
  if answer=$(sh -c "$MIGRATIONS_CHECK" 2>&1); then
    echo "the database is up to date"
    return
  fi
  printf '%s\n' "${answer:-the check failed}" | tail -n 1
  return 1
}

. wait.sh

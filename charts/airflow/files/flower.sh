# User and password as Flower takes them, which parts users at commas.
password=$(cat /run/airflow/admin-password)
case $password in
  *,*)
    echo "the password of the first user has a comma, where Flower begins another user: take one without" >&2
    exit 1
    ;;
esac
printf '%s:%s' "$ADMIN_USERNAME" "$password"

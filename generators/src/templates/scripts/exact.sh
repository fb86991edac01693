# Refuses a password that would not arrive as it is: some programs cut a line break off, others do not. Where CARRIER, a
# text of the application, holds it, also one with a character of REFUSED. Arguments: what it is, the password.
exact() {
  case $2 in
    *[[:cntrl:]]*)
      echo "$1 ends in a line break, or has another character that cannot be seen: write it anew, for example with printf instead of echo" >&2
      exit 1
      ;;
  esac
  [ -n "${REFUSED:-}" ] || return 0
  case $2 in
    *[$REFUSED]*)
      echo "$1 has a character that does not arrive in $CARRIER" >&2
      exit 1
      ;;
  esac
}

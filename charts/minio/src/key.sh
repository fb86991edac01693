. exact.sh

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

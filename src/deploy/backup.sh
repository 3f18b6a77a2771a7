#!/bin/sh
# Saves a centre, while it runs:
#   backup.sh FOLDER KEYS
# FOLDER gets the database as it stands at one moment (assidu-DATE.dump, with its checksum and the number of its key);
# KEYS, elsewhere, gets the key that opens what is sealed in it (NUMBER.key), once. Settings come from the environment, as for
# Assidu: SPRING_DATASOURCE_URL, SPRING_FLYWAY_USER, SPRING_FLYWAY_PASSWORD, ASSIDU_SECRETS_KEY, ASSIDU_SECRETS_FORMERKEYS.
# Needs pg_dump of the server's version or a later one. The database alone: leave KEYS out.
set -eu
umask 077
case $# in 1 | 2) ;; *) sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 2 ;; esac
: "${SPRING_DATASOURCE_URL:?}" "${SPRING_FLYWAY_USER:?}" "${SPRING_FLYWAY_PASSWORD:?}" "${ASSIDU_SECRETS_KEY:?}"
export PGUSER="$SPRING_FLYWAY_USER" PGPASSWORD="$SPRING_FLYWAY_PASSWORD"

number=$(printf %s "$ASSIDU_SECRETS_KEY" | sha256sum | cut -c1-12)
name=assidu-$(date -u +%Y%m%dT%H%M%SZ)
mkdir -p "$1"
part=$1/$name.part
trap 'rm -f "$part"' EXIT
pg_dump --format=custom --file="$part" "${SPRING_DATASOURCE_URL#jdbc:}"
# What cannot be read is no backup.
pg_restore --list "$part" >/dev/null
mv "$part" "$1/$name.dump"
(cd "$1" && sha256sum "$name.dump" >"$name.sha256")
echo "$number" >"$1/$name.key-number"
if [ $# -eq 2 ]; then
  mkdir -p "$2"
  {
    echo "ASSIDU_SECRETS_KEY=$ASSIDU_SECRETS_KEY"
    echo "ASSIDU_SECRETS_FORMERKEYS=${ASSIDU_SECRETS_FORMERKEYS:-}"
  } >"$2/$number.key"
fi
echo "$1/$name.dump: $(($(wc -c <"$1/$name.dump") / 1000)) kB, key $number"

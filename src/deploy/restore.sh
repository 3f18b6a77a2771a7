#!/bin/sh
# Brings a centre back, into a database that is empty and with Assidu stopped:
#   restore.sh assidu-DATE.dump
# Settings come from the environment, as for Assidu, the key of that day among them (backup.sh keeps it in NUMBER.key).
# The roles of database.sh have to be there, under the names they had. Needs pg_restore and psql.
set -eu
if [ $# -ne 1 ] || [ ! -f "$1" ]; then
  sed -n '2,5s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
: "${SPRING_DATASOURCE_URL:?}" "${SPRING_FLYWAY_USER:?}" "${SPRING_FLYWAY_PASSWORD:?}" "${ASSIDU_SECRETS_KEY:?}"
export PGUSER="$SPRING_FLYWAY_USER" PGPASSWORD="$SPRING_FLYWAY_PASSWORD"
database=${SPRING_DATASOURCE_URL#jdbc:}
saved=${1%.dump}

(cd "$(dirname "$1")" && sha256sum --quiet --check "$(basename "$saved").sha256")
number=$(cat "$saved.key-number")
if [ "$(printf %s "$ASSIDU_SECRETS_KEY" | sha256sum | cut -c1-12)" != "$number" ]; then
  echo "ASSIDU_SECRETS_KEY is not the key of this backup: give that of $number.key" >&2
  exit 1
fi
tables=$(psql -X -A -t -c "select count(*) from pg_tables where schemaname = 'public'" "$database")
if [ "$tables" -ne 0 ]; then
  echo "the database has $tables tables already: restore into an empty one" >&2
  exit 1
fi
# All of it or nothing.
pg_restore --exit-on-error --single-transaction --no-owner --dbname="$database" "$1"
# It says of each of the server's own tables that it is not the application's.
PGOPTIONS="-c client_min_messages=error" psql -X -q -c analyze "$database"
echo "restored; start Assidu, then look at the screen Journal: it says whether anything is missing"

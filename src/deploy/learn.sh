#!/bin/sh
# Writes the AOT cache of what is unpacked in a folder, on a PostgreSQL of its own that is gone afterwards: learn.sh FOLDER
# Run as root, it does all of it as the user "assidu". Needs PostgreSQL's own programs (initdb, pg_ctl).
set -eu
folder=$1
if [ "$(id -u)" -eq 0 ]; then
  exec su -s /bin/sh -c "exec '$0' '$folder'" assidu
fi
bin=$(find /usr/lib/postgresql -maxdepth 2 -name bin | sort -V | tail -n 1)
work=$(mktemp -d)
trap '"$bin/pg_ctl" -D "$work/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$work"' EXIT
"$bin/initdb" -D "$work/data" -U postgres -A trust -E UTF8 --no-locale >/dev/null
port=54321
"$bin/pg_ctl" -D "$work/data" -o "-p $port -k $work -c listen_addresses=127.0.0.1" -w start >/dev/null
"$bin/psql" -q -h 127.0.0.1 -p $port -U postgres <<SQL
create role assidu_owner login password 'learnt';
create role assidu login password 'learnt';
create database assidu owner assidu_owner;
SQL
export SPRING_DATASOURCE_URL=jdbc:postgresql://127.0.0.1:$port/assidu
export SPRING_DATASOURCE_USERNAME=assidu SPRING_DATASOURCE_PASSWORD=learnt
export SPRING_FLYWAY_USER=assidu_owner SPRING_FLYWAY_PASSWORD=learnt
export SPRING_MAIL_HOST=127.0.0.1 ASSIDU_MAIL_FROM=assidu@assidu.example ASSIDU_BASEURL=https://assidu.example
export ASSIDU_SECRETS_KEY=bGVhcm50LWtleS1vZi10aGlydHktdHdvLWJ5dGVzLi4=
"$(dirname "$0")/aot.sh" learn "$folder"
# It holds nothing that is still needed, and names the first administrator of a database that is gone.
rm -f "$folder/training.log"

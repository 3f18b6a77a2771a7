#!/bin/sh
# The two roles and the database, made once by the database's container on its first start.
set -eu
psql -v ON_ERROR_STOP=1 -v owner="$SPRING_FLYWAY_PASSWORD" -v application="$SPRING_DATASOURCE_PASSWORD" \
  --username "${POSTGRES_USER:-postgres}" <<'SQL'
create role assidu_owner login password :'owner';
create role assidu login password :'application';
create database assidu owner assidu_owner encoding 'UTF8' template template0;
SQL

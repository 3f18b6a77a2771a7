#!/bin/sh
# Lays Assidu out for a quick start, and starts it so:
#   aot.sh make JAR FOLDER [arguments]   unpacks the jar, then learns
#   aot.sh learn FOLDER [arguments]      starts what was unpacked once, with these arguments, and writes an AOT cache of that start
#   aot.sh run FOLDER [arguments]        starts it, with the cache
# Settings come from the environment, as for the jar. The start that is learnt from is a real one: it reaches its database and
# migrates it. A cache goes with the JDK (25 or later) and the folder it was made with; with others the start is an ordinary one.
set -eu

usage() {
  sed -n '2,7s/^# \{0,1\}//p' "$0" >&2
  exit 2
}

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
major() {
  "$java" -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p'
}

make() {
  jar=$1
  folder=$2
  shift 2
  [ -f "$jar" ] || { echo "no such jar: $jar" >&2; exit 2; }
  needs_25
  rm -rf "$folder"
  "$java" -Djarmode=tools -jar "$jar" extract --application-filename assidu.jar --destination "$folder"
  learn "$folder" "$@"
}

needs_25() {
  [ "$(major)" -ge 25 ] || { echo "an AOT cache needs a JDK 25 or later (JAVA_HOME)" >&2; exit 2; }
}

learn() {
  needs_25
  folder=$(cd "$1" && pwd)
  shift
  "$java" -XX:AOTCacheOutput="$folder/assidu.aot" -jar "$folder/assidu.jar" --server.port=0 "$@" >"$folder/training.log" 2>&1 &
  process=$!
  trap 'kill $process 2>/dev/null || true' EXIT INT TERM
  port=
  while [ -z "$port" ]; do
    kill -0 $process 2>/dev/null || { cat "$folder/training.log" >&2; echo "Assidu did not start" >&2; exit 1; }
    sleep 1
    port=$(sed -n 's/.*Tomcat started on port \([0-9]*\).*/\1/p' "$folder/training.log")
  done
  until fetch "http://127.0.0.1:$port/actuator/health"; do
    kill -0 $process 2>/dev/null || { cat "$folder/training.log" >&2; exit 1; }
    sleep 1
  done
  # What the first person and the first program ask for.
  fetch "http://127.0.0.1:$port/login" || true
  fetch "http://127.0.0.1:$port/v3/api-docs" || true
  # It writes the cache once it has stopped.
  kill $process
  wait $process || true
  trap - EXIT INT TERM
  [ -s "$folder/assidu.aot" ] || { tail -n 20 "$folder/training.log" >&2; echo "no cache was written" >&2; exit 1; }
  echo "$folder: $(($(wc -c <"$folder/assidu.aot") / 1000000)) MB of cache"
}

fetch() {
  if command -v curl >/dev/null; then curl -fsS -o /dev/null "$1" 2>/dev/null; else wget -q -O /dev/null "$1"; fi
}

run() {
  folder=$(cd "$1" && pwd)
  shift
  set -- -jar "$folder/assidu.jar" "$@"
  if [ "$(major)" -ge 25 ] && [ -s "$folder/assidu.aot" ]; then
    set -- "-XX:AOTCache=$folder/assidu.aot" "$@"
  fi
  # A node without memory left answers nothing well: it ends, and whatever watches it starts another.
  # shellcheck disable=SC2086 # JAVA_OPTS holds separate words
  exec "$java" -XX:+ExitOnOutOfMemoryError ${JAVA_OPTS:-} "$@"
}

[ $# -ge 2 ] || usage
command=$1
shift
case $command in
  make) [ $# -ge 2 ] || usage; make "$@" ;;
  learn) learn "$@" ;;
  run) run "$@" ;;
  *) usage ;;
esac

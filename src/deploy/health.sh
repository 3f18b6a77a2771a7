#!/usr/bin/env bash
# Whether the node on this machine lives; it needs neither curl nor wget, which the image has not.
#   health.sh [liveness|readiness]
set -eu
exec 3<>"/dev/tcp/127.0.0.1/${SERVER_PORT:-8080}"
printf 'GET /actuator/health/%s HTTP/1.0\r\nHost: localhost\r\n\r\n' "${1:-liveness}" >&3
read -r -t 5 _ status _ <&3
[ "$status" = 200 ]

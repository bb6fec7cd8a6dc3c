#!/usr/bin/env bash
# Succeeds when http://127.0.0.1:<port><path> answers 200. Needs nothing but bash, because slim images have no curl.
# Usage: ready.sh <port> <path>
set -euo pipefail
exec 3<>"/dev/tcp/127.0.0.1/$1"
printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' "$2" >&3
read -r _ status _ <&3
[ "$status" = 200 ]

#!/usr/bin/env bash
# Succeeds when a Kafka broker answers at <host> <port>: it is asked which requests it knows, as every client asks first.
# By hand, because Kafka's own tool for it starts a JVM, every few seconds, beside a broker that may be busy starting.
set -euo pipefail
exec 3<> "/dev/tcp/$1/$2"
# Length 10 · request 18, version 0 · correlation 1 · no client's name.
printf '\0\0\0\12\0\22\0\0\0\0\0\1\377\377' >&3
# Length, correlation 1, no error.
[ "$(head -c 10 <&3 | od -An -tx1 | tr -d ' \n' | cut -c 9-)" = 000000010000 ]

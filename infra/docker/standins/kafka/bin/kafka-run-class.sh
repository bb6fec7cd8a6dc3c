#!/usr/bin/env bash
# Usage: kafka-run-class.sh CLASS [ARGUMENT…]. What the tools share.
set -euo pipefail
# shellcheck disable=SC2086 # several options in one variable, as everywhere in Kafka
exec java ${KAFKA_HEAP_OPTS:--Xmx256m} -XX:+UseSerialGC ${KAFKA_OPTS:-} -Dorg.slf4j.simpleLogger.defaultLogLevel=${STANDIN_LOG_LEVEL:-warn} \
  -cp '/opt/kafka/libs/*' "$@"

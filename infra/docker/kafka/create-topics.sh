#!/usr/bin/env bash
# Creates the topics of infra/event-contracts/asyncapi.yaml that are missing, each with its dead-letter topic beside it
# (as many partitions, because a dead letter keeps its partition). Harmless when repeated.
set -euo pipefail

topic() { # name, partitions, settings…
  local name=$1 partitions=$2
  shift 2
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server "$DVK_KAFKA_BOOTSTRAP" --create --if-not-exists \
    --topic "$name" --partitions "$partitions" --replication-factor 1 "${@/#/--config=}"
}

log() { # name, partitions: kept for ever, because read stores are rebuilt from it
  topic "$1" "$2" cleanup.policy=delete retention.ms=-1 retention.bytes=-1
  topic "$1.dlt" "$2" cleanup.policy=delete retention.ms=-1 retention.bytes=-1
}

compacted() { # name, partitions: the last record of each key is kept; dead letters all are
  topic "$1" "$2" cleanup.policy=compact
  topic "$1.dlt" "$2" cleanup.policy=delete retention.ms=-1 retention.bytes=-1
}

compacted dvk.directory.v1 3
log dvk.registration.v1 "$DVK_TOPIC_PARTITIONS"
log dvk.evaluation.v1 "$DVK_TOPIC_PARTITIONS"
log dvk.awards.v1 "$DVK_TOPIC_PARTITIONS"

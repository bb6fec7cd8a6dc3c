#!/usr/bin/env bash
# Creates the topics of infra/event-contracts/asyncapi.yaml that are missing, each with its dead-letter topic beside it
# (as many partitions, because a dead letter keeps its partition), and gives those that exist the same settings.
# Harmless when repeated.
set -euo pipefail

tools=${KAFKA_TOOLS:-/opt/kafka/bin}

# Kept for ever, because read stores are rebuilt from them; never compacted, because the last record of a key need not be
# its newest; stamped by the broker, because a writer's clock may be wrong.
settings=(cleanup.policy=delete retention.ms=-1 retention.bytes=-1 message.timestamp.type=LogAppendTime)

existing=$("$tools/kafka-topics.sh" --bootstrap-server "$DVK_KAFKA_BOOTSTRAP" --list)

topic() { # name, partitions
  if grep -qxF -- "$1" <<< "$existing"; then
    "$tools/kafka-configs.sh" --bootstrap-server "$DVK_KAFKA_BOOTSTRAP" --alter --entity-type topics \
      --entity-name "$1" --add-config "$(IFS=,; echo "${settings[*]}")"
  else
    "$tools/kafka-topics.sh" --bootstrap-server "$DVK_KAFKA_BOOTSTRAP" --create --if-not-exists \
      --topic "$1" --partitions "$2" --replication-factor 1 "${settings[@]/#/--config=}"
  fi
}

log() { # name, partitions
  topic "$1" "$2"
  topic "$1.dlt" "$2"
}

log dvk.directory.v1 3
log dvk.registration.v1 "$DVK_TOPIC_PARTITIONS"
log dvk.evaluation.v1 "$DVK_TOPIC_PARTITIONS"
log dvk.awards.v1 "$DVK_TOPIC_PARTITIONS"
log dvk.reporting.v1 "$DVK_TOPIC_PARTITIONS"

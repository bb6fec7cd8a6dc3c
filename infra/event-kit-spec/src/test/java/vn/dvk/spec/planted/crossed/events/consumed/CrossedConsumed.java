package vn.dvk.spec.planted.crossed.events.consumed;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Knows the broker’s client. */
public record CrossedConsumed(ConsumerRecord<String, String> record) {}

package vn.dvk.reporting.events;

import org.apache.kafka.clients.consumer.Consumer;

/** Makes consumers that read whole topics for themselves, beside the group: for following and for rebuilding. */
@FunctionalInterface
public interface GrouplessConsumers {
    Consumer<String, byte[]> create();
}

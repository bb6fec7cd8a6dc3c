package vn.dvk.kit.envelope;

/**
 * What the world is told about one private event.
 *
 * @param type the released name, for example {@code vn.dvk.registration.model-registered.v1}
 * @param key  the Kafka record key: the business object by which readers want order
 * @param body a record, written as JSON; its schema is in the event contracts
 */
public record Publication(String type, String key, Object body) {}

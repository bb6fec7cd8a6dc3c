package vn.dvk.spec.contract;

import java.util.Map;

/**
 * A record as it lies on a topic, headers read as UTF-8.
 *
 * @param topic   where it lies
 * @param key     the record's key
 * @param headers by name, {@code ce_type} and the others
 * @param body    the JSON
 */
public record PublishedRecord(String topic, String key, Map<String, String> headers, String body) {}

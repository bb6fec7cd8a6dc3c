package vn.dvk.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One event as it stands on a topic.
 *
 * @param key of its record: the model
 */
record Seen(String id, String source, String key, String subject, long position, String type) {

    /** The events among the records, in their order; what is no event is somebody else's trouble. */
    static List<Seen> of(List<ConsumerRecord<byte[], byte[]>> records) {
        var seen = new ArrayList<Seen>();
        for (var record : records) {
            var id = Kafka.header(record, "ce_id");
            var source = Kafka.header(record, "ce_source");
            var subject = Kafka.header(record, "ce_subject");
            var type = Kafka.header(record, "ce_type");
            var position = Kafka.header(record, "ce_position");
            if (id != null
                    && record.key() != null
                    && source != null
                    && subject != null
                    && type != null
                    && position != null
                    && position.matches("\\d{1,15}")) {
                seen.add(
                        new Seen(id, source, new String(record.key(), UTF_8), subject, Long.parseLong(position), type));
            }
        }
        return seen;
    }

    /**
     * The first occurrences of one stream's events.
     *
     * @param events    by position
     * @param jumps     how many came before the one that belongs before them
     * @param again     how many records were there already
     * @param forks     how many positions are taken by two different events
     */
    record Stream(Map<Long, Seen> events, long jumps, long again, long forks) {

        static final Stream NOTHING = new Stream(Map.of(), 0, 0, 0);
    }

    /** By source and subject: {@code /dvk/local/registration 3f2b…}. */
    static Map<String, Stream> streams(List<Seen> all) {
        var byStream = new LinkedHashMap<String, List<Seen>>();
        for (var one : all) {
            byStream.computeIfAbsent(one.stream(), _ -> new ArrayList<>()).add(one);
        }
        var streams = new HashMap<String, Stream>();
        byStream.forEach((name, events) -> streams.put(name, stream(events)));
        return streams;
    }

    private static Stream stream(List<Seen> inOrder) {
        var events = new LinkedHashMap<Long, Seen>();
        long last = 0;
        long jumps = 0;
        long again = 0;
        long forks = 0;
        for (var one : inOrder) {
            var before = events.putIfAbsent(one.position(), one);
            if (before != null) {
                again++;
                forks += before.id().equals(one.id()) ? 0 : 1;
            } else {
                jumps += one.position() == last + 1 ? 0 : 1;
                last = Math.max(last, one.position());
            }
        }
        return new Stream(events, jumps, again, forks);
    }

    String stream() {
        return source + " " + subject;
    }
}

package vn.dvk.reporting.counting;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A place in the log: a position per partition, and the time up to which everything that the log had lies before them.
 *
 * <p>A question with a watermark is answerable once all of it has been read, and then always has the same answer: what
 * comes later has a later time. On the wire it is one word, {@code 2025-07-06T03:00:00.123Z~dvk.awards.v1-3-0-1~…}, to be
 * handed back as it was given.
 *
 * @param at        the log's time of the last event that is in it
 * @param positions per topic those of its partitions in order: the first record of each that is not needed
 */
public record Watermark(Instant at, Map<String, List<Long>> positions) {

    private static final Pattern TOPIC = Pattern.compile("(.+?)((?:-[0-9]{1,18})+)");

    public Watermark {
        var sorted = new TreeMap<String, List<Long>>();
        positions.forEach((topic, all) -> sorted.put(topic, List.copyOf(all)));
        positions = Collections.unmodifiableMap(sorted);
    }

    /** Whether it looks like one, and not like a date or an instant. */
    public static boolean isOne(String text) {
        return text.indexOf('~') >= 0;
    }

    /** @throws Malformed if it is none */
    public static Watermark parse(String name, String text) {
        var parts = text.split("~", -1);
        var positions = new TreeMap<String, List<Long>>();
        try {
            for (var i = 1; i < parts.length; i++) {
                var topic = TOPIC.matcher(parts[i]);
                if (!topic.matches()) {
                    throw new Malformed(QueryReason.MALFORMED_WATERMARK, name);
                }
                var all = new ArrayList<Long>();
                for (var position : topic.group(2).substring(1).split("-")) {
                    all.add(Long.valueOf(position));
                }
                positions.put(topic.group(1), all);
            }
            return new Watermark(Instant.parse(parts[0]), positions);
        } catch (DateTimeException _) {
            throw new Malformed(QueryReason.MALFORMED_WATERMARK, name);
        }
    }

    /** As it is handed out and taken back. */
    @Override
    public String toString() {
        return at
                + positions.entrySet().stream()
                        .map(topic -> '~'
                                + topic.getKey()
                                + topic.getValue().stream()
                                        .map(position -> "-" + position)
                                        .collect(Collectors.joining()))
                        .collect(Collectors.joining());
    }
}

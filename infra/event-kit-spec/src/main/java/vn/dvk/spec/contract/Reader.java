package vn.dvk.spec.contract;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one consumer says it reads of one topic, kept beside the events in {@code <folder>/readers/<consumer>.json}.
 *
 * @param consumer name of the service that reads
 * @param folder   the part of the platform it listens to
 * @param reads    per wire name the fields it reads; {@code target.unit} is a field within a field, also through lists
 * @param ignores  wire names on the same topic that mean nothing to it
 */
public record Reader(String consumer, String folder, Map<String, List<String>> reads, Set<String> ignores) {

    public Reader {
        reads = new TreeMap<>(reads);
        ignores = new TreeSet<>(ignores);
    }

    /** Where this is written down. */
    public String path() {
        return folder + "/readers/" + consumer + ".json";
    }
}

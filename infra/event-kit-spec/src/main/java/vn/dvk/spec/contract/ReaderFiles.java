package vn.dvk.spec.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the files in which consumers say what they read. */
final class ReaderFiles {

    private static final Pattern PATH = Pattern.compile("([a-z]+)/readers/([a-z-]+)\\.json");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ReaderFiles() {}

    /** @throws IllegalArgumentException when a file names another consumer than its own name says */
    static List<Reader> in(ContractFiles files) {
        var readers = new ArrayList<Reader>();
        for (var path : files.paths()) {
            var parts = PATH.matcher(path);
            if (parts.matches()) {
                var content = JSON.readValue(files.text(path), Content.class);
                if (!content.consumer().equals(parts.group(2))) {
                    throw new IllegalArgumentException(path + " is about " + content.consumer());
                }
                readers.add(new Reader(content.consumer(), parts.group(1), content.reads(), content.ignores()));
            }
        }
        return List.copyOf(readers);
    }

    private record Content(String consumer, Map<String, List<String>> reads, Set<String> ignores) {}
}

package vn.dvk.spec.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The event tables in a service's README, held to the contracts so that they cannot drift.
 *
 * <p>Read are the table rows below a heading that contains “Publishes” or “Listens to”, up to the next heading of the same
 * rank; in them the wire names in backticks and, where a row names topics, the topics.
 */
public final class Canvas {

    static final String PUBLISHES = "Publishes";
    static final String LISTENS_TO = "Listens to";

    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*)");
    private static final Pattern WIRE_NAME = Pattern.compile("`(vn\\.dvk\\.[^`\\s]+)`");
    private static final Pattern TOPIC = Pattern.compile("`(dvk\\.[^`\\s]+)`");

    private final Contracts contracts;
    private final String service;

    Canvas(Contracts contracts, String service) {
        this.contracts = contracts;
        this.service = service;
    }

    /** @throws AssertionError listing every event that one side names and the other does not */
    public void agreesWith(Path readme) {
        try {
            agreesWith(Files.readString(readme));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws AssertionError listing every event that one side names and the other does not */
    public void agreesWith(String markdown) {
        var problems = new Problems();
        var read = new TreeSet<String>();
        contracts.readers(service).forEach(reader -> read.addAll(reader.reads().keySet()));
        compare(PUBLISHES, rows(markdown, PUBLISHES), contracts.types(service), problems);
        compare(LISTENS_TO, rows(markdown, LISTENS_TO), read, problems);
        problems.throwIfAny("The README of " + service + " and the contracts differ");
    }

    private void compare(String section, List<String> rows, Collection<String> expected, Problems problems) {
        var named = new TreeSet<String>();
        for (var row : rows) {
            var topics = all(TOPIC, row);
            for (var type : all(WIRE_NAME, row)) {
                if (!named.add(type)) {
                    problems.add("“%s” names %s twice".formatted(section, type));
                }
                if (!expected.contains(type)) {
                    problems.add("“%s” names %s, the contracts do not".formatted(section, type));
                } else if (!topics.isEmpty() && !topics.contains(contracts.topicOf(type))) {
                    problems.add("“%s” puts %s on %s".formatted(section, type, topics));
                }
            }
        }
        expected.stream()
                .filter(type -> !named.contains(type))
                .forEach(type -> problems.add("“%s” does not name %s".formatted(section, type)));
    }

    private static List<String> rows(String markdown, String section) {
        var rows = new ArrayList<String>();
        var rank = 0;
        for (var line : markdown.lines().map(String::strip).toList()) {
            var heading = HEADING.matcher(line);
            if (heading.matches()) {
                var level = heading.group(1).length();
                if (heading.group(2).contains(section)) {
                    rank = level;
                } else if (level <= rank) {
                    rank = 0;
                }
            } else if (rank > 0 && line.startsWith("|")) {
                rows.add(line);
            }
        }
        return rows;
    }

    private static List<String> all(Pattern pattern, String row) {
        return pattern.matcher(row)
                .results()
                .map(MatchResult::group)
                .map(quoted -> quoted.substring(1, quoted.length() - 1))
                .toList();
    }
}

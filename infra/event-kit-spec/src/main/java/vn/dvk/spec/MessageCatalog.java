package vn.dvk.spec;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import vn.dvk.kit.decide.Reason;

/**
 * A service's texts in its two languages, and what has to be in them.
 *
 * <pre>{@code
 * MessageCatalog.of("problems").reasons(AwardsReason.values()).check();
 * }</pre>
 */
public final class MessageCatalog {

    public static final List<String> LANGUAGES = List.of("vi", "en");

    /** By language, what an example or an instruction is told by. */
    private static final Map<String, Pattern> INSTRUCTION = Map.of(
            "vi",
            Pattern.compile("ví dụ|hãy ", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
            "en",
            Pattern.compile(
                    "for example|(^|[.,;:] )(add|ask|attach|check|choose|complete|confirm|correct|give|have|leave|name|place"
                            + "|record|refuse|release|revoke|say|score|see|start|stop|take|try|wait|write)\\b",
                    Pattern.CASE_INSENSITIVE));

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+");

    private final Map<String, Properties> texts = new TreeMap<>();
    private final TreeSet<String> expected = new TreeSet<>();
    private final TreeSet<String> instructing = new TreeSet<>();
    private boolean mayHoldMore;

    private MessageCatalog(String bundle) {
        LANGUAGES.forEach(language -> texts.put(bundle + "_" + language, read(bundle, language)));
    }

    /** @param bundle {@code problems} for {@code problems_vi.properties} and {@code problems_en.properties} */
    public static MessageCatalog of(String bundle) {
        return new MessageCatalog(bundle);
    }

    /** One text; empty if there is none. */
    public static String text(String bundle, String language, String key) {
        return read(bundle, language).getProperty(key, "");
    }

    /** These are explained to a caller by a title and a sentence. */
    public MessageCatalog reasons(Reason... reasons) {
        for (var reason : reasons) {
            keys(List.of(reason.code(), reason.code() + ".title"));
        }
        return this;
    }

    /** These are only ever said of a field: by a sentence, without a title. */
    public MessageCatalog faults(Reason... reasons) {
        for (var reason : reasons) {
            keys(List.of(reason.code()));
        }
        return this;
    }

    /**
     * Whoever is told these knows what to type or to do instead: each has an example, or an instruction ({@code Hãy …}; a
     * clause that begins with a verb).
     */
    public MessageCatalog saysWhatToDo(Reason... reasons) {
        for (var reason : reasons) {
            instructing.add(reason.code());
        }
        return this;
    }

    /** These texts have to be there too. */
    public MessageCatalog keys(Collection<String> keys) {
        expected.addAll(keys);
        return this;
    }

    /** Texts that nobody has named here are no mistake. */
    public MessageCatalog mayHoldMore() {
        mayHoldMore = true;
        return this;
    }

    /**
     * Both languages have what was named and, unless they may, nothing else; the same texts with the same placeholders;
     * and every text can be formatted.
     *
     * @throws AssertionError listing all that is wrong
     */
    public void check() {
        var problems = new ArrayList<String>();
        texts.forEach((file, all) -> {
            expected.stream()
                    .filter(key -> all.getProperty(key, "").isBlank())
                    .forEach(key -> problems.add(file + " has no text for " + key));
            if (!mayHoldMore) {
                all.stringPropertyNames().stream()
                        .filter(key -> !expected.contains(key))
                        .forEach(key -> problems.add(file + " has a text nobody needs: " + key));
            }
            var instruction = Objects.requireNonNull(INSTRUCTION.get(file.substring(file.lastIndexOf('_') + 1)));
            instructing.stream()
                    .filter(key ->
                            !instruction.matcher(all.getProperty(key, "")).find())
                    .forEach(key -> problems.add(file + " does not say what to do: " + key));
            all.stringPropertyNames().forEach(key -> checkFormat(file, key, all.getProperty(key), problems));
            texts.forEach((other, others) -> checkSame(file, all, other, others, problems));
        });
        if (!problems.isEmpty()) {
            throw new AssertionError("Texts:\n  - " + String.join("\n  - ", problems));
        }
    }

    private static void checkFormat(String file, String key, String text, List<String> problems) {
        // A single apostrophe hides what follows it from the formatter.
        if (text.replace("''", "").contains("'")) {
            problems.add("%s: %s holds a single apostrophe: write ’ or two of them".formatted(file, key));
        }
        try {
            new MessageFormat(text);
        } catch (IllegalArgumentException e) {
            problems.add("%s: %s cannot be formatted: %s".formatted(file, key, e.getMessage()));
        }
    }

    private static void checkSame(String file, Properties all, String other, Properties others, List<String> problems) {
        for (var key : all.stringPropertyNames()) {
            var text = others.getProperty(key);
            if (text == null) {
                problems.add("%s has %s and %s has not".formatted(file, key, other));
            } else if (!placeholders(text).equals(placeholders(all.getProperty(key)))) {
                problems.add("%s and %s differ in the placeholders of %s".formatted(file, other, key));
            }
        }
    }

    private static TreeSet<String> placeholders(String text) {
        var found = new TreeSet<String>();
        PLACEHOLDER.matcher(text).results().map(MatchResult::group).forEach(found::add);
        return found;
    }

    private static Properties read(String bundle, String language) {
        var name = "/%s_%s.properties".formatted(bundle, language);
        try (var stream = MessageCatalog.class.getResourceAsStream(name)) {
            var texts = new Properties();
            if (stream != null) {
                texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

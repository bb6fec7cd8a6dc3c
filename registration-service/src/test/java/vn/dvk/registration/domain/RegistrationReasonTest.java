package vn.dvk.registration.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is refused can read why, in Vietnamese and in English. */
class RegistrationReasonTest {

    /** Said of a single field only, inside another refusal: a sentence is enough. */
    private static final Set<RegistrationReason> OF_A_FIELD = EnumSet.of(
            RegistrationReason.UNIT_NOT_ALIVE,
            RegistrationReason.PERIOD_REVERSED,
            RegistrationReason.CUT_OFF_BEFORE_START,
            RegistrationReason.CODE_TWICE,
            RegistrationReason.FIELD_UNKNOWN,
            RegistrationReason.LEVEL_NOT_USED,
            RegistrationReason.KIND_NOT_USED,
            RegistrationReason.SUBJECT_NOT_USED,
            RegistrationReason.SITUATION_MISSING,
            RegistrationReason.PLACE_MISSING,
            RegistrationReason.GOAL_NOT_MEASURABLE,
            RegistrationReason.PERSON_MISSING,
            RegistrationReason.REPLICA_SOURCE_MISSING,
            RegistrationReason.OUTSIDE_PERIOD,
            RegistrationReason.FIELD_FIXED);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void every_reason_has_its_texts_and_every_text_a_reason(String language) {
        var expected = new TreeSet<String>();
        for (var reason : RegistrationReason.values()) {
            expected.add(reason.code());
            if (!OF_A_FIELD.contains(reason)) {
                expected.add(reason.code() + ".title");
            }
        }
        assertEquals(expected, new TreeSet<>(texts(language).stringPropertyNames()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void every_text_can_be_filled_in(String language) {
        var texts = texts(language);
        for (var key : texts.stringPropertyNames()) {
            var text = texts.getProperty(key);
            var shown = new MessageFormat(text).format(new Object[] {"A", "B", "C"});
            assertFalse(shown.isBlank(), key);
            // One apostrophe alone would swallow what stands behind it.
            assertEquals(count(text, "''"), count(shown, "'"), key + " loses an apostrophe");
            assertFalse(PLACEHOLDER.matcher(shown).find(), key + " keeps a placeholder");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void both_languages_use_what_they_are_given(String language) {
        var vietnamese = texts("vi");
        var texts = texts(language);
        for (var key : Set.of("date-before-previous", "level-not-used", "unit-not-alive", "outside-period")) {
            assertEquals(placeholders(vietnamese.getProperty(key)), placeholders(texts.getProperty(key)), key);
        }
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static long count(String text, String part) {
        return Arrays.stream(text.split(Pattern.quote(part), -1)).count() - 1;
    }

    private static Properties texts(String language) {
        var name = "/problems_%s.properties".formatted(language);
        try (var file = Objects.requireNonNull(RegistrationReasonTest.class.getResourceAsStream(name), name)) {
            var texts = new Properties();
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

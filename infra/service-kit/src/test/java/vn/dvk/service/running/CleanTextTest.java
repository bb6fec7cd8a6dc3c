package vn.dvk.service.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvk.kit.envelope.Json;
import vn.dvk.service.sample.SampleService;
import vn.dvk.spec.ApiResponse;
import vn.dvk.spec.RunningService;

/** What is stored is what is seen. */
class CleanTextTest {

    private static final RunningService SERVICE = RunningService.shared(SampleService.class);

    /** Signs of direction, joiners, zero-width blanks, soft hyphen, selectors, tags, fillers, invisible operators. */
    static Stream<String> invisible() {
        return Stream.of(
                        0x00ad, 0x034f, 0x061c, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b, 0x180e, 0x180f, 0x200b, 0x200c,
                        0x200d, 0x200e, 0x200f, 0x202a, 0x202d, 0x202e, 0x202c, 0x2060, 0x2061, 0x2064, 0x2066, 0x2069,
                        0x206a, 0x3164, 0xfe00, 0xfe0f, 0xfeff, 0xffa0, 0xfff9, 0xe0001, 0xe0041, 0xe007f, 0xe0100,
                        0xe01ef)
                .map(Character::toString);
    }

    @ParameterizedTest
    @MethodSource("invisible")
    void what_cannot_be_seen_is_gone(String character) {
        assertThat(understood("Nguyễn" + character + " Văn" + character)).isEqualTo("Nguyễn Văn");
    }

    @ParameterizedTest
    @MethodSource("invisible")
    void a_text_of_it_is_missing(String character) {
        assertMissing(character.repeat(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u00a0", "\u2003", "\u3000", "\u2800", "\u2028", "\u200b \u2060"})
    void so_is_a_blank_one(String blank) {
        assertMissing(blank);
    }

    private static void assertMissing(String text) {
        var errors = send(text).is(422, "invalid-fields").json().path("errors");

        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).path("field").asString()).isEqualTo("text");
        assertThat(errors.get(0).path("code").asString()).isEqualTo("required");
    }

    /** Control characters, halves of pairs, what is no character. */
    static Stream<String> broken() {
        return Stream.concat(
                Stream.of("\\ud800", "\\udc00", "\\udc00\\ud800", "\\ud83da"),
                Stream.of(0x00, 0x01, 0x07, 0x08, 0x1b, 0x1f, 0x7f, 0x80, 0x9b, 0xfdd0, 0xfffe, 0xffff)
                        .map("\\u%04x"::formatted));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void what_nobody_types_is_refused(String escaped) {
        var answer = SERVICE.as("OFFICER@NA")
                .post("/api/v1/forms", "{\"text\":\"Nguyễn" + escaped + " Văn\"}")
                .is(400, "malformed-field");

        assertThat(answer.json().path("errors").get(0).path("field").asString()).isEqualTo("text");
    }

    @Test
    void a_character_that_is_none_beyond_the_first_plane_is_refused_too() {
        send("a" + Character.toString(0x1ffff)).is(400, "malformed-field");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Đặng Thị Hòa",
                "Y Bhiăo Niê Kdăm",
                "H’Hen Niê, K'Sor Phước",
                "Tổ 3 – Khu phố “Văn hóa” (2024)…",
                "đường 1 km × 3 m; 50 % ≥ 1/2",
                "Dòng một\n\tDòng hai",
                "Ελληνικά 中文 ខ្មែរ ลาว",
                "🌾 👍"
            })
    void what_is_written_stays(String text) {
        assertThat(understood(text)).isEqualTo(text);
    }

    @Test
    void one_form_one_sort_of_blank_one_sort_of_line_end() {
        assertThat(understood("  Hoa\u0300 Bi\u0300nh\u00a0")).isEqualTo("Hoà Bình");
        assertThat(understood("a\u202fb\u3000c\r\nd\re\u000bf\u2028g")).isEqualTo("a b c\nd\ne\nf\ng");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u200b", " a", "a\\u0000", "a\\u0301"})
    void a_key_that_would_have_to_be_cleaned_is_refused(String key) {
        SERVICE.as("OFFICER@NA")
                .post("/api/v1/forms", "{\"text\":\"a\",\"marks\":{\"" + key + "\":1}}")
                .is(400, "malformed-field");
    }

    private static String understood(String text) {
        return send(text).is(200).text("text");
    }

    private static ApiResponse send(String text) {
        return SERVICE.as("OFFICER@NA")
                .post("/api/v1/forms", Json.MAPPER.writeValueAsString(java.util.Map.of("text", text)));
    }
}

package vn.dvk.spec.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import vn.dvk.kit.envelope.Json;

/** What an event's body may look like: what is there must be what it says. */
class JsonTest {

    enum Kind {
        MODEL,
        EXEMPLAR
    }

    record Body(
            @Nullable String text,
            @Nullable Integer whole,
            @Nullable Long large,
            @Nullable Kind kind,
            @Nullable LocalDate on) {}

    @Test
    void a_later_version_may_have_more_fields() {
        assertThat(Json.MAPPER.readValue(
                        "{\"text\":\"a\",\"whole\":1,\"kind\":\"MODEL\",\"on\":\"2024-02-29\",\"new\":{\"x\":1e400}}",
                        Body.class))
                .isEqualTo(new Body("a", 1, null, Kind.MODEL, LocalDate.of(2024, 2, 29)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":1}",
                "{\"text\":true}",
                "{\"whole\":1.5}",
                "{\"whole\":\"1\"}",
                "{\"whole\":3000000000}",
                "{\"large\":123456789012345678901234567890}",
                "{\"kind\":0}",
                "{\"kind\":\"OTHER\"}",
                "{\"on\":19783}",
                "{\"on\":\"2024-02-30\"}",
                "{\"on\":\"2024-02-29T17:00:00.000Z\"}",
                "{\"text\":\"a\",\"text\":\"b\"}",
                "[]",
                "",
            })
    void what_is_not_what_it_says_is_refused(String body) {
        assertThatThrownBy(() -> Json.MAPPER.readValue(body, Body.class)).isInstanceOf(JacksonException.class);
    }

    @Test
    void ten_thousand_levels_are_refused_and_do_not_exhaust_the_stack() {
        var deep = "{\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";

        assertThatThrownBy(() -> Json.MAPPER.readValue(deep, Body.class)).isInstanceOf(JacksonException.class);
    }
}

package vn.dvk.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Map<String, String> environment, String... arguments) {
        return Main.run(
                List.of(arguments), environment, new PrintStream(err, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"M8", "M11", "--fast", "x"})
    void a_word_that_is_not_understood_is_refused_in_one_sentence_and_nothing_is_started(String word) {
        assertThat(run(Map.of(), "--quick", word)).isEqualTo(2);
        assertThat(err.toString(UTF_8).strip().lines())
                .singleElement()
                .asString()
                .contains("Không có phép đo “" + word + "”")
                .contains("There is no “" + word + "” to measure", "M10");
    }

    @Test
    void without_the_script_there_is_nothing_to_measure() {
        assertThat(run(Map.of())).isEqualTo(1);
        assertThat(err.toString(UTF_8).strip().lines())
                .singleElement()
                .asString()
                .contains("./infra/dvk bench");
    }

    @Test
    void names_may_be_written_small_and_none_means_all() {
        assertThat(Wish.of(List.of("m4", "M1"))).isEqualTo(new Wish(false, EnumSet.of(Wish.Id.M1, Wish.Id.M4)));
        assertThat(Wish.of(List.of("--quick"))).isEqualTo(new Wish(true, EnumSet.allOf(Wish.Id.class)));
    }
}

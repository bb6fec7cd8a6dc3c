package vn.dvk.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import vn.dvk.spec.Containers.Wish;

class ContainersTest {

    private static final Supplier<String> NO_IMAGE = () -> {
        throw new IllegalStateException("no such image");
    };

    @Test
    void the_images_are_those_that_are_deployed() throws IOException {
        assertThat(Files.readString(Path.of("../../docker-compose.yml")))
                .contains("image: " + Containers.MONGO + "\n", "image: " + Containers.KAFKA + "\n");
    }

    @Test
    void nothing_is_fetched_that_the_engine_has_not() {
        var asked = new Containers(Wish.IF_POSSIBLE, _ -> false);

        assertThat(asked.started("image", () -> "somewhere")).isEmpty();
    }

    @Test
    void what_an_engine_runs_is_used() {
        var asked = new Containers(Wish.IF_POSSIBLE, _ -> true);

        assertThat(asked.started("image", () -> "somewhere")).contains("somewhere");
    }

    @Test
    void what_does_not_start_stops_nobody_who_has_not_insisted() {
        assertThat(new Containers(Wish.IF_POSSIBLE, _ -> true).started("image", NO_IMAGE))
                .isEmpty();
        var always = new Containers(Wish.ALWAYS, _ -> false);
        assertThatThrownBy(() -> always.started("image", NO_IMAGE)).hasMessage("no such image");
    }

    @Test
    void whoever_wants_none_gets_none() {
        assertThat(new Containers(Wish.NEVER, _ -> true).started("image", () -> "somewhere"))
                .isEmpty();
    }

    @Test
    void a_misspelled_wish_is_refused() {
        assertThat(Wish.of(null)).isEqualTo(Wish.IF_POSSIBLE);
        assertThat(Wish.of("always")).isEqualTo(Wish.ALWAYS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wish.of("allways"))
                .withMessageContaining("allways");
    }
}

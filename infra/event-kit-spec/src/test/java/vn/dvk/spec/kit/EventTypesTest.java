package vn.dvk.spec.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.stream.EventTypes;
import vn.dvk.spec.sample.DossierEvent;
import vn.dvk.spec.sample.DossierEvent.Closed;
import vn.dvk.spec.sample.DossierEvent.Noted;
import vn.dvk.spec.sample.DossierEvent.Opened;

class EventTypesTest {

    @Test
    void every_event_has_its_name_both_ways() {
        var names = EventTypes.of(DossierEvent.class, Map.of(Opened.class, "o", Noted.class, "n", Closed.class, "c"));

        assertThat(names.nameOf(new Noted("x"))).isEqualTo("n");
        assertThat(names.typeOf("n")).isEqualTo(Noted.class);
        assertThat(names.names()).containsExactlyInAnyOrder("o", "n", "c");
    }

    @Test
    void an_event_without_a_name_is_found() {
        assertThatThrownBy(() -> EventTypes.of(DossierEvent.class, Map.of(Opened.class, "o", Noted.class, "n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Closed");
    }

    @Test
    void two_events_cannot_share_a_name() {
        assertThatThrownBy(() -> EventTypes.of(
                        DossierEvent.class, Map.of(Opened.class, "o", Noted.class, "n", Closed.class, "n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("share a name");
    }

    @Test
    void a_stored_name_that_nobody_knows_is_not_passed_over() {
        var names = EventTypes.of(DossierEvent.class, Map.of(Opened.class, "o", Noted.class, "n", Closed.class, "c"));

        assertThatThrownBy(() -> names.typeOf("gone")).hasMessageContaining("gone");
    }
}

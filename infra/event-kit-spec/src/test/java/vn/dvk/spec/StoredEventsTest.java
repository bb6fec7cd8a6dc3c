package vn.dvk.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.stream.EventTypes;

/** The pinned samples are quiet while what was stored is read whole, and speak up when anything of it is lost. */
class StoredEventsTest {

    private static final String TYPE = "parcel.sent.v1";

    record Line(String goods, int pieces) {}

    /** As it was when the sample was written. */
    sealed interface Then {
        record Sent(
                String to,
                LocalDate on,
                List<Line> lines,
                @Nullable String note) implements Then {}
    }

    /** A component has been renamed, and what is in a nested one as well. */
    sealed interface Renamed {
        record Item(String name, int pieces) {}

        record Sent(
                String recipient,
                LocalDate on,
                List<Item> lines,
                @Nullable String note) implements Renamed {}
    }

    /** A component has another type now. */
    sealed interface Retyped {
        record Sent(
                int to,
                LocalDate on,
                List<Line> lines,
                @Nullable String note) implements Retyped {}
    }

    /** A component has been added that no sample knows. */
    sealed interface Grown {
        record Sent(
                String to,
                LocalDate on,
                List<Line> lines,
                @Nullable String note,
                @Nullable String weight) implements Grown {}
    }

    /** An event has been added, and nobody has pinned its form. */
    sealed interface Unpinned {
        record Sent(
                String to,
                LocalDate on,
                List<Line> lines,
                @Nullable String note) implements Unpinned {}

        record Lost() implements Unpinned {}
    }

    @Test
    void what_was_stored_and_is_read_whole_passes() {
        assertThatCode(() -> parcels(EventTypes.of(Then.class, Map.of(Then.Sent.class, TYPE)))
                        .check())
                .doesNotThrowAnyException();
    }

    @Test
    void a_sample_is_made_of_an_event() {
        var event = new Then.Sent("Huế", LocalDate.parse("2024-06-14"), List.of(new Line("sách", 3)), "nhẹ tay");

        assertThat(StoredEvents.sampleOf(event)).contains("\"to\" : \"Huế\"", "\"pieces\" : 3");
    }

    @Test
    void a_renamed_component_is_found_also_inside() {
        fails(
                parcels(EventTypes.of(Renamed.class, Map.of(Renamed.Sent.class, TYPE))),
                TYPE + ": /to is lost",
                TYPE + ": /lines/0/goods is lost");
    }

    @Test
    void a_component_of_another_type_is_found() {
        fails(parcels(EventTypes.of(Retyped.class, Map.of(Retyped.Sent.class, TYPE))), TYPE + " cannot be read");
    }

    @Test
    void a_component_that_is_not_pinned_is_found() {
        fails(parcels(EventTypes.of(Grown.class, Map.of(Grown.Sent.class, TYPE))), "no sample has Sent.weight");
    }

    @Test
    void a_type_without_a_sample_is_found() {
        fails(
                parcels(EventTypes.of(
                        Unpinned.class, Map.of(Unpinned.Sent.class, TYPE, Unpinned.Lost.class, "parcel.lost.v1"))),
                "parcel.lost.v1 has no sample stored-events/parcels/parcel.lost.v1.json");
    }

    @Test
    void a_type_that_is_called_otherwise_now_is_found_twice() {
        fails(
                parcels(EventTypes.of(Then.class, Map.of(Then.Sent.class, "parcel.posted.v1"))),
                "parcel.posted.v1 has no sample",
                TYPE + " is a sample of a type that is gone");
    }

    @Test
    void a_collection_without_samples_is_found() {
        fails(
                StoredEvents.in("nowhere", EventTypes.of(Then.class, Map.of(Then.Sent.class, TYPE))),
                TYPE + " has no sample");
    }

    private static StoredEvents parcels(EventTypes<?> types) {
        return StoredEvents.in("parcels", types);
    }

    private static void fails(StoredEvents check, String... words) {
        assertThatThrownBy(check::check).isInstanceOf(AssertionError.class).hasMessageContainingAll(words);
    }
}

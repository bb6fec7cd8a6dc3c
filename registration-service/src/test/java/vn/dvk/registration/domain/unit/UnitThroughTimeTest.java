package vn.dvk.registration.domain.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.registration.domain.unit.Succession.Type;
import vn.dvk.registration.domain.unit.Unit.Dated;

/** Names, superiors and the last day, as reorganizations change them. */
class UnitThroughTimeTest {

    private static final LocalDate FOUNDED = LocalDate.of(2010, 1, 1);
    private static final LocalDate JAN_2020 = LocalDate.of(2020, 1, 1);
    private static final LocalDate JULY_2025 = LocalDate.of(2025, 7, 1);

    @Test
    void a_unit_nobody_has_touched_has_one_name_one_superior_and_no_end() {
        var unit = commune(null);

        assertEquals(List.of(new Dated("Xã Đồng Hóa", FOUNDED, null)), unit.names());
        assertEquals(List.of(new Dated("HNA-KB", FOUNDED, null)), unit.parents());
        assertNull(unit.lastDay());
    }

    @Test
    void a_unit_without_superior_has_none() {
        var province = new Unit("NA", new Profile("Nghệ An", "PROVINCE", null, null, null), List.of(), 1);

        assertEquals(List.of(), province.parents());
        assertEquals(List.of(new Dated("Nghệ An", null, null)), province.names());
    }

    @Test
    void a_new_name_begins_where_the_old_one_ends() {
        var unit = commune(null, renamed(JAN_2020, "Thị trấn Ba Sao"));

        assertEquals(
                List.of(
                        new Dated("Xã Đồng Hóa", FOUNDED, JAN_2020.minusDays(1)),
                        new Dated("Thị trấn Ba Sao", JAN_2020, null)),
                unit.names());
    }

    @Test
    void names_are_in_the_order_of_their_days_whenever_they_were_recorded() {
        var unit = commune(null, renamed(JULY_2025, "Phường B"), renamed(JAN_2020, "Thị trấn A"));

        assertEquals(
                List.of("Xã Đồng Hóa", "Thị trấn A", "Phường B"),
                unit.names().stream().map(Dated::value).toList());
        assertEquals(JULY_2025.minusDays(1), unit.names().get(1).to());
    }

    @Test
    void of_two_names_for_the_same_day_only_the_later_one_counts() {
        var unit = commune(null, renamed(JAN_2020, "Thị trấn Ba Xao"), renamed(JAN_2020, "Thị trấn Ba Sao"));

        assertEquals(
                List.of(
                        new Dated("Xã Đồng Hóa", FOUNDED, JAN_2020.minusDays(1)),
                        new Dated("Thị trấn Ba Sao", JAN_2020, null)),
                unit.names());
    }

    @Test
    void a_move_changes_the_superior_and_not_the_name() {
        var unit = commune(null, moved(JULY_2025, "NB"));

        assertEquals(
                List.of(new Dated("HNA-KB", FOUNDED, JULY_2025.minusDays(1)), new Dated("NB", JULY_2025, null)),
                unit.parents());
        assertEquals(1, unit.names().size());
    }

    @Test
    void merged_split_and_dissolved_units_end_on_the_day_before() {
        for (var type : List.of(Type.MERGED, Type.SPLIT, Type.DISSOLVED)) {
            var unit = commune(null, ended(type, JULY_2025, "NB-07"));

            assertEquals(JULY_2025.minusDays(1), unit.lastDay(), type.name());
            assertTrue(unit.isAliveOn(JULY_2025.minusDays(1)), type.name());
            assertFalse(unit.isAliveOn(JULY_2025), type.name());
            assertEquals(JULY_2025.minusDays(1), unit.names().getLast().to(), type.name());
            assertEquals(JULY_2025.minusDays(1), unit.parents().getLast().to(), type.name());
        }
    }

    @Test
    void created_renamed_and_moved_units_go_on() {
        var unit = commune(
                null, ended(Type.CREATED, JAN_2020, "X"), renamed(JAN_2020, "Thị trấn Ba Sao"), moved(JAN_2020, "NB"));

        assertNull(unit.lastDay());
        assertTrue(unit.isAliveOn(JULY_2025));
    }

    @Test
    void it_is_of_another_kind_from_a_day_on_with_another_name_or_the_same() {
        var unit = commune(
                null, reclassified(JAN_2020, "Thị trấn Ba Sao", "TOWN"), reclassified(JULY_2025, null, "COMMUNE"));
        assertEquals(
                List.of(
                        new Unit.Dated("COMMUNE", FOUNDED, JAN_2020.minusDays(1)),
                        new Unit.Dated("TOWN", JAN_2020, JULY_2025.minusDays(1)),
                        new Unit.Dated("COMMUNE", JULY_2025, null)),
                unit.kinds());
        assertEquals("COMMUNE", unit.kind());
        assertEquals("TOWN", unit.kindOn(JAN_2020));
        assertNull(unit.kindOn(FOUNDED.minusDays(1)));
        assertEquals(2, unit.names().size(), "the last one left the name as it was");
        assertEquals(1, commune(null, renamed(JAN_2020, "Xã khác")).kinds().size());
    }

    private static Succession reclassified(LocalDate effective, @Nullable String name, String kind) {
        return new Succession(
                "k" + effective,
                1,
                Type.RENAMED,
                List.of("HNA-KB-14"),
                List.of(),
                effective,
                name,
                null,
                kind,
                null,
                null,
                null);
    }

    @Test
    void a_unit_that_others_are_merged_into_goes_on() {
        var merger = new Succession(
                "e",
                1,
                Type.MERGED,
                List.of("HNA-KB-14", "HNA-KB-15"),
                List.of("HNA-KB-14"),
                JULY_2025,
                null,
                null,
                null,
                null,
                null);

        assertNull(commune(null, merger).lastDay());
        assertEquals(JULY_2025.minusDays(1), new Unit("HNA-KB-15", profile(null), List.of(merger), 2).lastDay());
    }

    @Test
    void the_earliest_known_end_counts() {
        assertEquals(JAN_2020, commune(JAN_2020).lastDay());
        assertEquals(
                JAN_2020,
                commune(JAN_2020, ended(Type.MERGED, JULY_2025, "NB-07")).lastDay());
        assertEquals(
                JAN_2020.minusDays(1),
                commune(JULY_2025, ended(Type.DISSOLVED, JULY_2025, "NB"), ended(Type.MERGED, JAN_2020, "NB-07"))
                        .lastDay());
    }

    @Test
    void its_first_and_last_day_belong_to_its_life() {
        var unit = commune(JAN_2020);

        assertFalse(unit.isAliveOn(FOUNDED.minusDays(1)));
        assertTrue(unit.isAliveOn(FOUNDED));
        assertTrue(unit.isAliveOn(JAN_2020));
        assertFalse(unit.isAliveOn(JAN_2020.plusDays(1)));
    }

    private static Unit commune(@Nullable LocalDate validTo, Succession... successions) {
        return new Unit("HNA-KB-14", profile(validTo), List.of(successions), 1);
    }

    private static Profile profile(@Nullable LocalDate validTo) {
        return new Profile("Xã Đồng Hóa", "COMMUNE", "HNA-KB", FOUNDED, validTo);
    }

    private static Succession renamed(LocalDate effective, String name) {
        return new Succession(
                "r", 1, Type.RENAMED, List.of("HNA-KB-14"), List.of(), effective, name, null, null, null, null);
    }

    private static Succession moved(LocalDate effective, String parent) {
        return new Succession(
                "m", 1, Type.MOVED, List.of("HNA-KB-14"), List.of(), effective, null, parent, null, null, null);
    }

    private static Succession ended(Type type, LocalDate effective, String successor) {
        return new Succession(
                "e", 1, type, List.of("HNA-KB-14"), List.of(successor), effective, null, null, null, null, null);
    }
}

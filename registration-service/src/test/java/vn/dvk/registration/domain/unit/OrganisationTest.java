package vn.dvk.registration.domain.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.registration.domain.unit.Unit.Known;
import vn.dvk.registration.domain.unit.UnitCommand.Describe;
import vn.dvk.registration.domain.unit.UnitCommand.Reorganize;

/** Who may stand below whom. */
class OrganisationTest {

    private static final LocalDate JULY = LocalDate.of(2025, 7, 1);

    private final Known province = unit("NA", null, null, null);
    private final Known district = unit("NA-01", "NA", null, null);
    private final Known commune = unit("NA-01-01", "NA-01", null, null);

    @Test
    void a_unit_has_its_place_below_one_that_is_there() {
        assertEquals(List.of(), described(commune, province, district, commune));
        assertEquals(List.of("parent parent-unknown"), described(commune, province, commune));
        assertEquals(List.of(), described(province, province));
    }

    @Test
    void no_unit_stands_above_itself() {
        var circle = unit("NA", "NA-01-01", null, null);
        assertEquals(List.of("parent parent-below"), described(circle, circle, district, commune));
    }

    @Test
    void what_was_never_so_at_one_time_is_no_circle() {
        var before = unit("A", "B", null, JULY.minusDays(1));
        var after = unit("B", "A", JULY, null);
        assertEquals(List.of(), described(before, before, after));

        var overlapping = unit("B", "A", JULY.minusDays(1), null);
        assertEquals(List.of("parent parent-below"), described(before, before, overlapping));
    }

    @Test
    void a_move_is_looked_at_from_its_day_on() {
        var moved = moved(district, "NA-01-01", JULY);
        assertEquals(
                List.of("parent parent-below"), asked(moved.successions().getLast(), moved, province, moved, commune));

        var away = moved(commune, "NA", JULY);
        assertEquals(List.of(), asked(moved.successions().getLast(), moved, province, moved, away));
    }

    @Test
    void a_circle_elsewhere_is_not_blamed_on_who_stands_below_it() {
        var one = unit("A", "B", null, null);
        var other = unit("B", "A", null, null);
        var below = unit("C", "A", null, null);
        assertEquals(List.of(), described(below, one, other, below));
    }

    @Test
    void every_successor_is_there() {
        var split = new Succession(
                Succession.Type.SPLIT, List.of("NA-01"), List.of("NA", "NA-50"), JULY, null, null, null, null);
        assertEquals(List.of("successors[1] successor-unknown"), asked(split, district, province, district));
    }

    @Test
    void a_unit_may_be_merged_into_its_own_child() {
        var merged = new Succession(
                Succession.Type.MERGED, List.of("NA-01"), List.of("NA-01-01"), JULY, null, null, null, null);
        var over = district.with(merged);
        assertEquals(List.of(), asked(merged, over, province, over, commune));
        assertEquals(
                List.of("NA-01"),
                commune.parents().stream().map(Known.Dated::value).toList());
    }

    private static List<String> described(Known unit, Known... all) {
        return faults(new Describe(unit.code(), unit.profile(), Placement.FITS), unit, all);
    }

    private static List<String> asked(Succession succession, Known unit, Known... all) {
        return faults(new Reorganize(succession, Placement.FITS), unit, all);
    }

    private static List<String> faults(UnitCommand command, Known unit, Known... all) {
        var organisation =
                new Organisation(Arrays.stream(all).collect(Collectors.toMap(Known::code, Function.identity())));
        return organisation.place(command, unit).faults().stream()
                .map(fault -> fault.field() + " " + fault.reason().code())
                .toList();
    }

    private static Known moved(Known unit, String parent, LocalDate on) {
        return unit.with(
                new Succession(Succession.Type.MOVED, List.of(unit.code()), List.of(), on, null, parent, null, null));
    }

    private static Known unit(String code, @Nullable String parent, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new Known(code, new Profile("Đơn vị " + code, "OTHER", parent, from, to), List.of());
    }
}

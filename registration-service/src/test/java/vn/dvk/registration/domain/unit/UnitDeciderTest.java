package vn.dvk.registration.domain.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.decide.ImpossibleHistory;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.registration.domain.Paper;
import vn.dvk.registration.domain.RegistrationReason;
import vn.dvk.registration.domain.unit.UnitCommand.Describe;
import vn.dvk.registration.domain.unit.UnitCommand.Reorganize;
import vn.dvk.registration.domain.unit.UnitEvent.Corrected;
import vn.dvk.registration.domain.unit.UnitEvent.Established;
import vn.dvk.registration.domain.unit.UnitEvent.Reorganized;
import vn.dvk.spec.Specification;

class UnitDeciderTest {

    private static final LocalDate JULY_2025 = LocalDate.of(2025, 7, 1);

    private final Specification<UnitCommand, Unit, UnitEvent> unit = Specification.of(new UnitDecider());

    @Test
    void a_unit_is_established_by_describing_it() {
        unit.given().when(new Describe("NA-01", vinh(), Placement.FITS)).then(new Established("NA-01", vinh()));
    }

    @Test
    void describing_it_in_the_same_way_again_is_nothing_new() {
        unit.given(established())
                .when(new Describe("NA-01", vinh(), Placement.FITS))
                .thenNothing();
    }

    @Test
    void another_description_is_a_correction() {
        var corrected = new Profile("TP Vinh", "DISTRICT", "NA", null, null);
        unit.given(established())
                .when(new Describe("NA-01", corrected, Placement.FITS))
                .then(new Corrected(corrected));
    }

    @Test
    void it_is_not_its_own_superior() {
        var profile = new Profile("Vinh", "DISTRICT", "NA-01", null, null);
        unit.given().when(new Describe("NA-01", profile, Placement.FITS)).thenRefused("unit-own-parent");
        unit.given(established())
                .when(new Describe("NA-01", profile, Placement.FITS))
                .thenRefused("unit-own-parent");
    }

    @Test
    void its_last_day_is_not_before_its_first() {
        unit.given()
                .when(new Describe("NA-01", lived(JULY_2025, JULY_2025.minusDays(1)), Placement.FITS))
                .thenRefused("unit-period-reversed");
    }

    @Test
    void one_day_is_a_life() {
        var profile = lived(JULY_2025, JULY_2025);
        unit.given().when(new Describe("NA-01", profile, Placement.FITS)).then(new Established("NA-01", profile));
    }

    @Test
    void the_first_day_is_not_corrected_beyond_the_end_that_is_on_record() {
        unit.given(established(), new Reorganized(dissolved()))
                .when(new Describe("NA-01", lived(JULY_2025, null), Placement.FITS))
                .thenRefused("unit-period-reversed");
    }

    @Test
    void a_unit_that_nobody_knows_is_not_reorganized() {
        unit.given().when(new Reorganize(dissolved(), Placement.FITS)).thenRefused("unit-unknown");
    }

    @Test
    void every_kind_of_reorganization_is_remembered() {
        for (var succession : List.of(
                dissolved(),
                succession(Succession.Type.MERGED, List.of("NA-50"), null, null),
                succession(Succession.Type.SPLIT, List.of("NA-51", "NA-52"), null, null),
                succession(Succession.Type.RENAMED, List.of(), "Phường Vinh", null),
                succession(Succession.Type.MOVED, List.of(), null, "NA-02"),
                succession(Succession.Type.CREATED, List.of(), null, null))) {
            unit.given(established())
                    .when(new Reorganize(succession, Placement.FITS))
                    .then(new Reorganized(succession));
        }
    }

    @Test
    void the_same_reorganization_again_is_nothing_new() {
        unit.given(established(), new Reorganized(dissolved()))
                .when(new Reorganize(dissolved(), Placement.FITS))
                .thenNothing();
    }

    @Test
    void a_merger_and_a_split_name_who_goes_on() {
        for (var type : List.of(Succession.Type.MERGED, Succession.Type.SPLIT)) {
            unit.given(established())
                    .when(new Reorganize(succession(type, List.of(), null, null), Placement.FITS))
                    .thenRefused("succession-needs-successor");
        }
    }

    @Test
    void a_renaming_names_the_name_and_a_move_the_superior() {
        unit.given(established())
                .when(new Reorganize(succession(Succession.Type.RENAMED, List.of(), null, null), Placement.FITS))
                .thenRefused("succession-needs-name");
        unit.given(established())
                .when(new Reorganize(succession(Succession.Type.MOVED, List.of(), null, null), Placement.FITS))
                .thenRefused("succession-needs-parent");
    }

    @Test
    void it_does_not_move_under_itself() {
        unit.given(established())
                .when(new Reorganize(succession(Succession.Type.MOVED, List.of(), null, "NA-01"), Placement.FITS))
                .thenRefused("unit-own-parent");
    }

    @Test
    void nothing_is_reorganized_outside_its_life() {
        var ended = new Established("NA-01", lived(null, JULY_2025.minusDays(1)));
        var begins = new Established("NA-01", lived(JULY_2025, null));
        var renamed = succession(Succession.Type.RENAMED, List.of(), "Phường Vinh", null);

        unit.given(ended).when(new Reorganize(renamed, Placement.FITS)).thenRefused("succession-outside-life");
        unit.given(begins).when(new Reorganize(dissolved(), Placement.FITS)).thenRefused("succession-outside-life");
    }

    @Test
    void what_was_described_to_end_may_be_dissolved_on_the_day_after() {
        var described = new Established("NA-01", lived(null, JULY_2025.minusDays(1)));
        unit.given(described).when(new Reorganize(dissolved(), Placement.FITS)).then(new Reorganized(dissolved()));
    }

    @Test
    void a_history_that_cannot_be_is_a_fault() {
        var decider = new UnitDecider();
        var known = decider.evolve(decider.initial(), established());

        assertThrows(ImpossibleHistory.class, () -> decider.evolve(known, established()));
        assertThrows(ImpossibleHistory.class, () -> decider.evolve(decider.initial(), new Corrected(vinh())));
        assertThrows(ImpossibleHistory.class, () -> decider.evolve(decider.initial(), new Reorganized(dissolved())));
    }

    @Test
    void what_has_no_place_among_the_units_is_refused_unless_it_is_so_already() {
        var nowhere = new Placement(List.of(Fault.of("parent", RegistrationReason.PARENT_UNKNOWN, "NOBODY")));
        var moved = succession(Succession.Type.MOVED, List.of(), null, "NOBODY");

        unit.given().when(new Describe("NA-01", vinh(), nowhere)).thenRefused("unit-invalid");
        unit.given(established())
                .when(new Describe("NA-01", lived(JULY_2025, null), nowhere))
                .thenRefused("unit-invalid");
        unit.given(established()).when(new Reorganize(moved, nowhere)).thenRefused("unit-invalid");
        unit.given(established()).when(new Describe("NA-01", vinh(), nowhere)).thenNothing();
        unit.given(established(), new Reorganized(moved))
                .when(new Reorganize(moved, nowhere))
                .thenNothing();
    }

    @Test
    void a_correction_keeps_the_reorganizations() {
        var decider = new UnitDecider();
        var state = decider.evolve(decider.initial(), established());
        state = decider.evolve(state, new Reorganized(dissolved()));
        state = decider.evolve(state, new Corrected(vinh()));

        assertEquals(new Unit.Known("NA-01", vinh(), List.of(dissolved())), state);
    }

    private static Profile vinh() {
        return lived(null, null);
    }

    private static Profile lived(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new Profile("Thành phố Vinh", "DISTRICT", "NA", from, to);
    }

    private static Established established() {
        return new Established("NA-01", vinh());
    }

    private static Succession dissolved() {
        return succession(Succession.Type.DISSOLVED, List.of("NA"), null, null);
    }

    private static Succession succession(
            Succession.Type type, List<String> successors, @Nullable String name, @Nullable String parent) {
        var decision = new Paper("1678/NQ-UBTVQH15", LocalDate.of(2025, 6, 16), "Ủy ban Thường vụ Quốc hội");
        return new Succession(type, List.of("NA-01"), successors, JULY_2025, name, parent, decision, null);
    }
}

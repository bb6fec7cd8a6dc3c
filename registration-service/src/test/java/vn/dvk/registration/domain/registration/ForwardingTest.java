package vn.dvk.registration.domain.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.ACCEPTED;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.APPROVAL;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.LATER;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.REASON;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.and;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.conditions;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.registered;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.registration;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.selected;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.withdrawn;
import static vn.dvk.registration.domain.registration.ValuesFixture.values;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.decide.Decision;
import vn.dvk.registration.domain.RegistrationKind;
import vn.dvk.registration.domain.SubjectType;
import vn.dvk.registration.domain.registration.RegistrationCommand.Correct;
import vn.dvk.registration.domain.registration.RegistrationCommand.Forward;
import vn.dvk.registration.domain.registration.RegistrationCommand.UndoForward;
import vn.dvk.registration.domain.registration.RegistrationEvent.Corrected;
import vn.dvk.registration.domain.registration.RegistrationEvent.ForwardUndone;
import vn.dvk.registration.domain.registration.RegistrationEvent.Forwarded;

/** The programme above counts an entry too; it is not registered again. */
class ForwardingTest {

    private static final Map<String, String> MAPPING = Map.of("KT", "PTKT", "VHXH", "VH");
    private static final List<FieldMapping> MAPPED =
            List.of(new FieldMapping("KT", "PTKT"), new FieldMapping("VHXH", "VH"));
    private static final Forwarded ONCE = new Forwarded(LATER, "TINH", MAPPED, null);

    @Test
    void a_registered_entry_is_forwarded_to_the_programme_above() {
        registration()
                .given(registered())
                .when(new Forward(LATER, "TINH", APPROVAL, above("TINH")))
                .then(new Forwarded(LATER, "TINH", MAPPED, APPROVAL));
    }

    @Test
    void it_goes_to_the_parent_and_nowhere_else() {
        assertEquals(
                List.of("programme forward-not-to-parent"),
                faults(registered(), new Forward(LATER, "HUYEN", null, above("TINH"))));
        assertEquals(
                List.of("programme forward-not-to-parent"),
                faults(registered(), new Forward(LATER, "TINH", null, Destination.NONE)));
    }

    @Test
    void once_is_enough_and_the_same_again_is_nothing_new() {
        registration()
                .given(and(registered(), ONCE))
                .when(new Forward(LATER, "TINH", null, above("TRUNG-UONG")))
                .thenNothing();
        registration()
                .given(and(registered(), ONCE))
                .when(new Forward(LATER.plusDays(1), "TINH", null, above("TRUNG-UONG")))
                .thenRefused("already-forwarded");
    }

    @Test
    void what_was_forwarded_by_mistake_never_was_and_may_be_forwarded_again() {
        var undone = new ForwardUndone(LATER.plusDays(3), ONCE, "Chuyển nhầm");
        var undo = new UndoForward(LATER.plusDays(3), "TINH", "Chuyển nhầm");
        registration().given(and(registered(), ONCE)).when(undo).then(undone);
        registration().given(and(registered(), ONCE, undone)).when(undo).thenNothing();
        registration()
                .given(and(registered(), ONCE, undone))
                .when(new Forward(LATER, "TINH", APPROVAL, above("TINH")))
                .then(new Forwarded(LATER, "TINH", MAPPED, APPROVAL));
        registration()
                .given(and(registered(), ONCE, undone))
                .when(new UndoForward(LATER.plusDays(4), "TINH", "Chuyển nhầm"))
                .thenRefused("not-forwarded");
        registration().given(registered()).when(undo).thenRefused("not-forwarded");
        registration()
                .given(and(registered(), ONCE))
                .when(new UndoForward(LATER.minusDays(1), "TINH", "Chuyển nhầm"))
                .thenRefused("date-before-previous");
        registration().given(withdrawn()).when(undo).thenRefused("withdrawn");
    }

    @Test
    void what_was_forwarded_further_up_is_undone_from_the_top() {
        var further = new Forwarded(LATER.plusDays(1), "TRUNG-UONG", MAPPED, null);
        registration()
                .given(and(registered(), ONCE, further))
                .when(new UndoForward(LATER.plusDays(3), "TINH", "Chuyển nhầm"))
                .thenRefused("forwarded-further");
        registration()
                .given(and(registered(), ONCE, further))
                .when(new UndoForward(LATER.plusDays(3), "TRUNG-UONG", "Chuyển nhầm"))
                .then(new ForwardUndone(LATER.plusDays(3), further, "Chuyển nhầm"));
    }

    @Test
    void what_is_not_registered_is_not_forwarded() {
        var forward = new Forward(LATER, "TINH", null, above("TINH"));
        registration().given(selected()).when(forward).thenRefused("not-registered");
        registration().given(withdrawn()).when(forward).thenRefused("withdrawn");
    }

    @Test
    void not_before_it_was_registered_and_not_outside_the_time_of_the_one_above() {
        registration()
                .given(registered())
                .when(new Forward(ACCEPTED.minusDays(1), "TINH", null, above("TINH")))
                .thenRefused("date-before-previous");
        assertEquals(
                List.of("on outside-period"),
                faults(registered(), new Forward(LocalDate.of(2026, 1, 1), "TINH", null, above("TINH"))));
    }

    @Test
    void a_closed_programme_takes_nothing_new() {
        registration()
                .given(registered())
                .when(new Forward(
                        LATER,
                        "TINH",
                        null,
                        above("TINH", MAPPING, List.of(RegistrationKind.MODEL), LATER.minusDays(1))))
                .thenRefused("programme-closed");
    }

    @Test
    void the_one_above_knows_its_field_its_kind_and_its_subject() {
        assertEquals(
                List.of("field field-not-mapped", "kind kind-not-used"),
                faults(
                        registered(),
                        new Forward(
                                LATER,
                                "TINH",
                                null,
                                above("TINH", Map.of("VHXH", "VH"), List.of(RegistrationKind.EXEMPLAR), null))));
    }

    @Test
    void from_there_it_goes_on_to_the_one_above_that_by_the_fields_of_both() {
        registration()
                .given(and(registered(), ONCE))
                .when(new Forward(
                        LATER.plusDays(1),
                        "TRUNG-UONG",
                        null,
                        above("TRUNG-UONG", Map.of("PTKT", "K", "VH", "V"), List.of(RegistrationKind.MODEL), null)))
                .then(new Forwarded(
                        LATER.plusDays(1),
                        "TRUNG-UONG",
                        List.of(new FieldMapping("KT", "K"), new FieldMapping("VHXH", "V")),
                        null));
    }

    @Test
    void a_field_that_the_one_above_cannot_count_is_no_correction() {
        registration()
                .given(and(registered(), new Forwarded(LATER, "TINH", List.of(new FieldMapping("KT", "PTKT")), null)))
                .when(new Correct(LATER, values().field("VHXH").get(), REASON, null, conditions(), false, null))
                .thenRefused("registration-incomplete");
        var events = new RegistrationDecider()
                .decide(
                        new Correct(LATER, values().field("VHXH").get(), REASON, null, conditions(), false, null),
                        state(and(registered(), ONCE)));
        assertEquals(
                List.of("field"),
                events instanceof Decision.Accepted<RegistrationEvent>(var all)
                                && all.getFirst() instanceof Corrected corrected
                        ? corrected.fields()
                        : List.of());
    }

    private static Registration state(RegistrationEvent[] events) {
        var decider = new RegistrationDecider();
        var state = decider.initial();
        for (var event : events) {
            state = decider.evolve(state, event);
        }
        return state;
    }

    private static List<String> faults(RegistrationEvent[] given, RegistrationCommand command) {
        return new RegistrationDecider().decide(command, state(given))
                        instanceof Decision.Refused<RegistrationEvent>(var why)
                ? why.faults().stream()
                        .map(fault -> fault.field() + " " + fault.reason().code())
                        .toList()
                : List.of();
    }

    private static Destination above(String programme) {
        return above(programme, MAPPING, List.of(RegistrationKind.values()), null);
    }

    private static Destination above(
            String programme, Map<String, String> fields, List<RegistrationKind> kinds, @Nullable LocalDate closedOn) {
        return new Destination(
                programme,
                LocalDate.of(2021, 1, 1),
                LocalDate.of(2025, 12, 31),
                fields,
                Set.copyOf(fields.values()),
                kinds,
                List.of(SubjectType.values()),
                List.of(),
                closedOn);
    }
}

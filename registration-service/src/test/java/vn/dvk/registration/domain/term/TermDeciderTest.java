package vn.dvk.registration.domain.term;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.registration.domain.RegistrationReason;
import vn.dvk.registration.domain.term.TermCommand.Describe;
import vn.dvk.registration.domain.term.TermCommand.Ship;
import vn.dvk.registration.domain.term.TermEvent.Described;
import vn.dvk.registration.domain.term.TermEvent.Included;
import vn.dvk.registration.domain.term.TermEvent.Shipped;
import vn.dvk.spec.Specification;

class TermDeciderTest {

    private static final LocalDate JUNE = LocalDate.of(2025, 6, 30);

    private final Specification<TermCommand, Term, TermEvent> term = Specification.of(new TermDecider());

    @Test
    void a_term_is_added_by_describing_it_and_ended_by_describing_it_again() {
        term.given().when(describe(named("cấp xã"))).then(described(named("cấp xã")));
        term.given(described(named("cấp xã"))).when(describe(until(null, JUNE))).then(described(until(null, JUNE)));
    }

    @Test
    void saying_the_same_again_is_nothing_new() {
        term.given(described(named("cấp xã"))).when(describe(named("cấp xã"))).thenNothing();
        term.given(shipped(named("cấp xã"), 1)).when(describe(named("cấp xã"))).thenNothing();
    }

    @Test
    void its_last_day_is_not_before_its_first() {
        term.given().when(describe(until(JUNE.plusDays(1), JUNE))).thenRefused("term-invalid");
        term.given().when(describe(until(JUNE, JUNE))).then(described(until(JUNE, JUNE)));
    }

    @Test
    void what_the_directory_has_against_it_is_said() {
        var fault = Fault.of("province", RegistrationReason.UNIT_UNKNOWN, "NB");
        term.given()
                .when(new Describe("level", "WARD", named("cấp phường"), List.of(fault)))
                .thenRefused("term-invalid");
    }

    @Test
    void a_shipped_set_is_told_once_and_a_newer_one_changes_what_it_said() {
        term.given().when(ship(named("cấp xã"), 1)).then(shipped(named("cấp xã"), 1));
        term.given(shipped(named("cấp xã"), 1)).when(ship(named("cấp xã"), 1)).thenNothing();
        term.given(shipped(named("cấp xã"), 1)).when(ship(named("cấp xã"), 2)).thenNothing();
        term.given(shipped(named("cấp xã"), 1))
                .when(ship(named("cấp cơ sở"), 2))
                .then(shipped(named("cấp cơ sở"), 2));
    }

    @Test
    void an_older_set_takes_nothing_back() {
        term.given(shipped(named("cấp cơ sở"), 2))
                .when(ship(named("cấp xã"), 1))
                .thenNothing();
    }

    @Test
    void what_was_said_by_hand_no_shipped_set_changes() {
        term.given(shipped(named("cấp xã"), 1), described(named("cấp phường")))
                .when(ship(named("cấp cơ sở"), 2))
                .thenNothing();
        term.given(described(named("cấp phường")), included(1))
                .when(ship(named("cấp cơ sở"), 2))
                .thenNothing();
    }

    @Test
    void what_was_said_by_hand_is_of_the_shipped_set_from_there_on_and_stays_as_it_was() {
        term.given(described(named("cấp phường")))
                .when(ship(named("cấp cơ sở"), 1))
                .then(included(1));
        term.given(described(named("cấp phường")), included(1))
                .when(describe(named("cấp phường")))
                .thenNothing();
        term.given(described(named("cấp phường")), included(1))
                .when(describe(named("cấp xã")))
                .then(described(named("cấp xã")));
    }

    @Test
    void it_is_known_by_its_vocabulary_too() {
        assertEquals("level:WARD", Term.id("level", "WARD"));
    }

    private static Definition named(String vi) {
        return new Definition(vi, null, 10, null, null, null, null);
    }

    private static Definition until(@Nullable LocalDate from, LocalDate to) {
        return new Definition("cấp xã", null, 10, null, from, to, null);
    }

    private static Describe describe(Definition definition) {
        return new Describe("level", "WARD", definition, List.of());
    }

    private static Ship ship(Definition definition, int set) {
        return new Ship("level", "WARD", definition, set, 5);
    }

    private static Described described(Definition definition) {
        return new Described("level", "WARD", definition);
    }

    private static Shipped shipped(Definition definition, int set) {
        return new Shipped("level", "WARD", definition, set, 5);
    }

    private static Included included(int set) {
        return new Included("level", "WARD", set, 5);
    }
}

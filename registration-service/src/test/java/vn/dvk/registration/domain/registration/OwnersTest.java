package vn.dvk.registration.domain.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.dvk.registration.domain.registration.Owner.Role.CO_OWNER;
import static vn.dvk.registration.domain.registration.Owner.Role.LEAD;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.ACCEPTED;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.APPROVAL;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.LATER;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.REASON;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.SUBMITTED;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.complete;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.conditions;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.registration;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.submittedAs;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.written;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.decide.Decision;
import vn.dvk.registration.domain.registration.Registration.Known;
import vn.dvk.registration.domain.registration.Registration.Unknown;
import vn.dvk.registration.domain.registration.RegistrationCommand.Change;
import vn.dvk.registration.domain.registration.RegistrationCommand.Submit;
import vn.dvk.registration.domain.registration.RegistrationEvent.Changed;
import vn.dvk.registration.domain.registration.RegistrationEvent.Registered;
import vn.dvk.registration.domain.registration.RegistrationEvent.Selected;
import vn.dvk.registration.domain.registration.RegistrationEvent.TransferUndone;
import vn.dvk.registration.domain.registration.RegistrationEvent.Transferred;

/** One unit leads a model; others take part in it. */
class OwnersTest {

    private static final String UNIT = "NA-01-01";

    @Test
    void a_model_has_one_lead_and_any_number_that_take_part() {
        var form = owned(lead("60"), co("NA-02", "25"), co("NA-03", "15"));
        registration().given().when(submit(form)).then(submittedAs(form));
    }

    @Test
    void shares_need_not_be_known() {
        var form = owned(lead(null), co("NA-02", null));
        registration().given().when(submit(form)).then(submittedAs(form));
    }

    @Test
    void two_leads_are_one_too_many() {
        refused(List.of("owners[1].role two-leads"), lead(null), new Owner("NA-02", LEAD, null));
    }

    @Test
    void somebody_leads_and_it_is_the_forms_unit() {
        refused(List.of("owners lead-missing"), co("NA-02", null));
        refused(List.of("owners[0].unit lead-is-the-unit"), new Owner("NA-02", LEAD, null));
    }

    @Test
    void nobody_is_an_owner_twice() {
        refused(List.of("owners[2].unit code-twice"), lead(null), co("NA-02", null), co("NA-02", null));
    }

    @Test
    void shares_are_everybodys_and_make_a_whole() {
        refused(List.of("owners shares-incomplete"), lead("60"), co("NA-02", "30"));
        refused(List.of("owners[1].share shares-incomplete"), lead("100"), co("NA-02", null));
        refused(List.of("owners[1].share shares-incomplete"), lead("100"), co("NA-02", "0"));
    }

    @Test
    void who_takes_part_is_there_on_the_day() {
        refused(List.of("owners[1].unit unit-not-alive"), lead(null), co("NA-99", null));
    }

    @Test
    void who_takes_part_changes_from_a_day_on() {
        var others = List.of(lead(null), co("NA-03", null));
        registration()
                .given(registered(owned(lead(null), co("NA-02", null))))
                .when(new Change(LATER, saying(others), REASON, null, known(), true, null))
                .then(new Changed(LATER, List.of("owners"), REASON, null, owned(others.toArray(Owner[]::new))));
    }

    @Test
    void the_lead_is_handed_over_with_its_share() {
        assertEquals(
                List.of(new Owner("NA-09", LEAD, new BigDecimal("60")), co("NA-02", "40")),
                after(new Transferred(LATER, UNIT, "NA-09", REASON, null, null), lead("60"), co("NA-02", "40")));
    }

    @Test
    void who_took_part_and_takes_over_the_lead_has_both_shares() {
        assertEquals(
                List.of(new Owner("NA-02", LEAD, new BigDecimal("85")), co("NA-03", "15")),
                after(
                        new Transferred(LATER, UNIT, "NA-02", REASON, null, null),
                        lead("60"),
                        co("NA-02", "25"),
                        co("NA-03", "15")));
        assertEquals(
                List.of(new Owner("NA-02", LEAD, null)),
                after(new Transferred(LATER, UNIT, "NA-02", REASON, null, null), lead(null), co("NA-02", null)));
    }

    @Test
    void who_took_the_lead_by_a_merger_takes_part_again_when_that_never_was() {
        var merged = new Transferred(LATER, UNIT, "NA-02", null, null, "s-1");
        var annulled = new TransferUndone(LATER, "NA-02", UNIT, "s-1");
        assertEquals(
                List.of(lead("60"), co("NA-03", "15"), co("NA-02", "25")),
                after(List.of(merged, annulled), lead("60"), co("NA-02", "25"), co("NA-03", "15")));
        assertEquals(
                List.of(lead(null), co("NA-02", null)),
                after(List.of(merged, annulled), lead(null), co("NA-02", null)));
        assertEquals(
                List.of(lead("85"), co("NA-03", "15")),
                after(List.of(merged, annulled), lead("85"), co("NA-03", "15")),
                "who took no part before does not");
    }

    @Test
    void a_merger_that_never_was_takes_nobody_in_who_has_been_handed_the_lead_since() {
        assertEquals(
                List.of(new Owner("NA-09", LEAD, new BigDecimal("75")), co("NA-02", "25")),
                after(
                        List.of(
                                new Transferred(LATER, UNIT, "NA-02", null, null, "s-1"),
                                new Transferred(LATER.plusDays(1), "NA-02", "NA-09", REASON, null, null),
                                new TransferUndone(LATER, "NA-09", "NA-09", "s-1")),
                        lead("75"),
                        co("NA-02", "25")));
    }

    @Property(tries = 200)
    void whoever_takes_over_the_owners_stay_right(@ForAll("shares") List<Integer> shares, @ForAll int taker) {
        var owners = new java.util.ArrayList<Owner>();
        var sum = shares.stream().mapToInt(Integer::intValue).sum();
        owners.add(lead(Integer.toString(100 - sum)));
        for (var i = 0; i < shares.size(); i++) {
            owners.add(co("NA-0" + i, shares.get(i).toString()));
        }
        var to = "NA-0" + Math.floorMod(taker, 12);
        var form = NewValues.ofUnit(to).appliedTo(owned(owners.toArray(Owner[]::new)));

        assertEquals(List.of(), RelatedCheck.owners(form));
        assertEquals(to, form.unit());
    }

    @Provide
    Arbitrary<List<Integer>> shares() {
        return Arbitraries.integers().between(1, 9).list().ofMinSize(1).ofMaxSize(9);
    }

    private static List<Owner> after(List<RegistrationEvent> events, Owner... owners) {
        var decider = new RegistrationDecider();
        var state = decider.initial();
        for (var before : registered(owned(owners))) {
            state = decider.evolve(state, before);
        }
        for (var event : events) {
            state = decider.evolve(state, event);
        }
        return ((Known) state).form().owners();
    }

    private static List<Owner> after(Transferred event, Owner... owners) {
        var decider = new RegistrationDecider();
        var state = decider.initial();
        for (var before : registered(owned(owners))) {
            state = decider.evolve(state, before);
        }
        return ((Known) decider.evolve(state, event)).form().owners();
    }

    private static RegistrationEvent[] registered(Form form) {
        return new RegistrationEvent[] {
            submittedAs(form), new Selected(SUBMITTED, null), new Registered(ACCEPTED, APPROVAL)
        };
    }

    private static Form owned(Owner... owners) {
        return saying(List.of(owners)).appliedTo(complete());
    }

    private static NewValues saying(List<Owner> owners) {
        return new NewValues(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, owners, null);
    }

    private static Owner lead(@Nullable String share) {
        return new Owner(UNIT, LEAD, share == null ? null : new BigDecimal(share));
    }

    private static Owner co(String unit, @Nullable String share) {
        return new Owner(unit, CO_OWNER, share == null ? null : new BigDecimal(share));
    }

    private static Conditions known() {
        return conditions().with(new Related(Map.of(), List.of(), Set.of("NA-02", "NA-03")));
    }

    private static Submit submit(Form form) {
        return new Submit(written(form), SUBMITTED, known());
    }

    private static void refused(List<String> faults, Owner... owners) {
        var decision = new RegistrationDecider().decide(submit(owned(owners)), new Unknown());
        if (decision instanceof Decision.Refused<RegistrationEvent>(var why)) {
            assertEquals(
                    faults,
                    why.faults().stream()
                            .map(fault -> fault.field() + " " + fault.reason().code())
                            .toList());
        } else {
            throw new AssertionError("accepted: " + decision);
        }
    }
}

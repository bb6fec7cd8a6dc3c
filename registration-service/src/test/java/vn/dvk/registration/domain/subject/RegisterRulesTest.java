package vn.dvk.registration.domain.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dvk.registration.domain.SubjectType;

/** What may be done with an entry of the register. */
class RegisterRulesTest {

    private static final Description MAI = new Description(
            SubjectType.INDIVIDUAL, "Lô Thị Mai", null, "Chi hội trưởng", "NA-01", LocalDate.of(1980, 5, 19), "Nữ");
    private static final Subject KNOWN = new Subject.Known("S1", MAI);
    private static final Subject ERASED = new Subject.Erased("S1", SubjectType.INDIVIDUAL, Instant.EPOCH, "xetduyet");

    @Test
    void a_form_names_somebody_who_is_there_and_of_its_own_type() {
        assertTrue(RegisterRules.nameable("S1", KNOWN, SubjectType.INDIVIDUAL).isEmpty());
        assertTrue(RegisterRules.nameable("S1", KNOWN, null).isEmpty());
        assertEquals(
                "subject-of-another-type",
                RegisterRules.nameable("S1", KNOWN, SubjectType.HOUSEHOLD)
                        .orElseThrow()
                        .reason()
                        .code());
        assertEquals(
                "subject-unknown",
                RegisterRules.nameable("S1", null, null).orElseThrow().reason().code());
        assertEquals(
                "subject-erased",
                RegisterRules.nameable("S1", ERASED, null)
                        .orElseThrow()
                        .reason()
                        .code());
    }

    @Test
    void what_was_erased_stays_so() {
        assertTrue(RegisterRules.correctable(KNOWN).isEmpty());
        assertEquals(
                "subject-erased",
                RegisterRules.correctable(ERASED).orElseThrow().code());
    }

    @Test
    void what_is_public_is_not_erased() {
        assertTrue(RegisterRules.erasable(KNOWN, List.of()).isEmpty());
        var refused = RegisterRules.erasable(KNOWN, List.of("award", "model")).orElseThrow();
        assertEquals("subject-honored", refused.code());
        assertEquals(List.of(2), refused.arguments());
        assertTrue(RegisterRules.erasable(ERASED, List.of("award")).isEmpty(), "asked again it is nothing new");
    }

    @Test
    void birth_date_and_sex_can_be_left_out() {
        assertEquals(
                new Description(SubjectType.INDIVIDUAL, "Lô Thị Mai", null, "Chi hội trưởng", "NA-01", null, null),
                MAI.withoutPrivateParts());
    }
}

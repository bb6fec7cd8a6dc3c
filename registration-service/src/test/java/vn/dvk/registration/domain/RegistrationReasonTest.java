package vn.dvk.registration.domain;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dvk.kit.decide.Reason;
import vn.dvk.spec.MessageCatalog;

/** Whoever is refused can read why, in Vietnamese and in English. */
class RegistrationReasonTest {

    /** Said of a single field only, inside another refusal: a sentence is enough. */
    private static final EnumSet<RegistrationReason> OF_A_FIELD = EnumSet.of(
            RegistrationReason.UNIT_NOT_ALIVE,
            RegistrationReason.PERIOD_REVERSED,
            RegistrationReason.CUT_OFF_BEFORE_START,
            RegistrationReason.CODE_TWICE,
            RegistrationReason.FIELD_UNKNOWN,
            RegistrationReason.LEVEL_NOT_USED,
            RegistrationReason.UNIT_UNKNOWN,
            RegistrationReason.SUCCESSION_OUTSIDE_LIFE,
            RegistrationReason.SUCCESSION_LATER_PAPER,
            RegistrationReason.ENTRY_AFTER_END,
            RegistrationReason.PARENT_UNKNOWN,
            RegistrationReason.PARENT_BELOW,
            RegistrationReason.SUCCESSOR_UNKNOWN,
            RegistrationReason.HOST_UNKNOWN,
            RegistrationReason.ACT_TOLD,
            RegistrationReason.DISSOLVED_ABOVE,
            RegistrationReason.INTAKE_REASON,
            RegistrationReason.NATIONAL_CODE_TAKEN,
            RegistrationReason.DATE_AFTER_NEXT,
            RegistrationReason.NOT_EMPTIED,
            RegistrationReason.SAID_AND_EMPTIED,
            RegistrationReason.ACCEPTED_ONLY_CORRECTED,
            RegistrationReason.DEADLINE_REASON,
            RegistrationReason.COMBINATION_OUTSIDE,
            RegistrationReason.COMBINATION_NOT_USED,
            RegistrationReason.NOT_REQUIRABLE,
            RegistrationReason.REQUIRED_MISSING,
            RegistrationReason.TARGETS_NAMED_OR_RULE,
            RegistrationReason.TARGET_UNKNOWN,
            RegistrationReason.EXEMPT_NO_TARGET,
            RegistrationReason.OUTSIDE_INTAKE,
            RegistrationReason.TRACK_OF_FORMS_ONLY,
            RegistrationReason.KIND_NOT_USED,
            RegistrationReason.SUBJECT_NOT_USED,
            RegistrationReason.NAME_MISSING,
            RegistrationReason.SITUATION_MISSING,
            RegistrationReason.PLACE_MISSING,
            RegistrationReason.GOAL_NOT_MEASURABLE,
            RegistrationReason.GOAL_SPAN,
            RegistrationReason.PERSON_MISSING,
            RegistrationReason.SUBJECT_UNKNOWN,
            RegistrationReason.SUBJECT_TWICE,
            RegistrationReason.SUBJECT_OF_ANOTHER_TYPE,
            RegistrationReason.REPLICA_SOURCE_MISSING,
            RegistrationReason.AMOUNT_NO_NUMBER,
            RegistrationReason.DAY_MISSING,
            RegistrationReason.NUMBER_MISSING,
            RegistrationReason.REPLICA_OF_ITSELF,
            RegistrationReason.MODEL_UNKNOWN,
            RegistrationReason.MODEL_NOT_REGISTERED,
            RegistrationReason.CONTINUES_IS_NOT_NEW,
            RegistrationReason.CONTINUES_ITSELF,
            RegistrationReason.CONTINUES_SAME_PROGRAMME,
            RegistrationReason.CONTINUES_LATER,
            RegistrationReason.CONTINUES_ONLY_CORRECTED,
            RegistrationReason.CHAIN_CYCLE,
            RegistrationReason.TWO_LEADS,
            RegistrationReason.LEAD_MISSING,
            RegistrationReason.LEAD_IS_THE_UNIT,
            RegistrationReason.SHARES_INCOMPLETE,
            RegistrationReason.FORWARD_NOT_TO_PARENT,
            RegistrationReason.FIELD_NOT_MAPPED,
            RegistrationReason.PARENT_PROGRAMME_UNKNOWN,
            RegistrationReason.PROGRAMME_OWN_PARENT,
            RegistrationReason.PROGRAMME_PARENT_BELOW,
            RegistrationReason.FIELD_WITHOUT_PARENT,
            RegistrationReason.PARENT_FIELD_UNKNOWN,
            RegistrationReason.OUTSIDE_PERIOD,
            RegistrationReason.FIELD_FIXED,
            RegistrationReason.UNIT_ONLY_TRANSFERRED,
            RegistrationReason.UNIT_TRANSFERRED_SINCE);

    @Test
    void every_reason_has_its_texts_in_both_languages() {
        MessageCatalog.of("problems")
                .reasons(EnumSet.complementOf(OF_A_FIELD).toArray(RegistrationReason[]::new))
                .faults(OF_A_FIELD.toArray(RegistrationReason[]::new))
                .check();
    }

    /** What may be typed instead, or what to do next; what only gathers others refers to them. */
    @ParameterizedTest
    @EnumSource(RegistrationReason.class)
    void it_says_what_would_do_instead(RegistrationReason reason) {
        if (reason.kind() == Reason.Kind.ABSENT) {
            return;
        }
        for (var language : List.of("vi ví dụ", "en for example")) {
            var words = language.split(" ", 2);
            var text = MessageCatalog.text("problems", words[0], reason.code());
            assertTrue(
                    text.contains("“errors”") || text.toLowerCase(Locale.ROOT).contains(words[1]),
                    words[0] + " " + reason.code() + ": " + text);
        }
    }
}

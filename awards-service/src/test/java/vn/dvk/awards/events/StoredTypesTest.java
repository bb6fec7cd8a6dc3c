package vn.dvk.awards.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.dvk.awards.domain.Effect;
import vn.dvk.awards.domain.ModelKind;
import vn.dvk.awards.domain.Subject;
import vn.dvk.awards.domain.dossier.Hold;
import vn.dvk.awards.domain.submission.Answer;
import vn.dvk.awards.domain.widerhold.HoldTarget;
import vn.dvk.spec.StoredEvents;

/** Histories that lie in the store are read as they were written. */
class StoredTypesTest {

    @Test
    void dossiers_are_read_as_they_were_stored() {
        StoredEvents.in("dossiers", StoredTypes.DOSSIER).check();
    }

    @Test
    void movement_awards_are_read_as_they_were_stored() {
        StoredEvents.in("movement_awards", StoredTypes.MOVEMENT).check();
    }

    @Test
    void decisions_are_read_as_they_were_stored() {
        StoredEvents.in("decisions", StoredTypes.REGISTER).check();
    }

    @Test
    void submissions_are_read_as_they_were_stored() {
        StoredEvents.in("submissions", StoredTypes.SUBMISSION).check();
        assertThat(Answer.Verdict.values()).extracting(Enum::name).contains("RECOGNIZED", "AWARDED", "REFUSED");
    }

    @Test
    void holds_on_units_and_subjects_are_read_as_they_were_stored() {
        StoredEvents.in("wider_holds", StoredTypes.WIDER_HOLD).check();
        assertThat(HoldTarget.Type.values()).extracting(Enum::name).contains("UNIT", "SUBJECT");
    }

    @Test
    void replications_are_read_as_they_were_stored() {
        StoredEvents.in("replications", StoredTypes.REPLICATION).check();
    }

    /** A sample holds one word of a list; the others may lie in the store as well. */
    @Test
    void every_word_that_may_be_stored_is_still_known() {
        assertThat(ModelKind.values()).extracting(Enum::name).contains("MODEL", "EXEMPLAR");
        assertThat(Subject.values()).extracting(Enum::name).contains("COLLECTIVE", "INDIVIDUAL", "HOUSEHOLD");
        assertThat(Effect.values()).extracting(Enum::name).contains("ANNULLED", "ENDED");
        assertThat(Hold.Kind.values()).extracting(Enum::name).contains("DISCIPLINE", "INSPECTION", "COMPLAINT");
    }
}

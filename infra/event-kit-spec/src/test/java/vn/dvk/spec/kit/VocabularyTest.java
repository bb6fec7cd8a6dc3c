package vn.dvk.spec.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.decide.KitReason;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.kit.decide.Vocabulary;
import vn.dvk.kit.decide.Vocabulary.Term;

/** Words are used on the days on which they are in force. */
class VocabularyTest {

    private static final LocalDate JUNE = LocalDate.of(2025, 6, 30);
    private static final LocalDate JULY = LocalDate.of(2025, 7, 1);

    private final Vocabulary levels = new Vocabulary(
            "level",
            List.of(
                    new Term("PROVINCE", 30, null, null),
                    new Term("DISTRICT", 20, null, JUNE),
                    new Term("REGION", 25, JULY, null),
                    new Term("COMMUNE", 10, null, null)));

    @Test
    void both_its_first_and_its_last_day_are_days_of_a_term() {
        assertThat(levels.fault("level", "DISTRICT", JUNE)).isEmpty();
        assertThat(levels.fault("level", "REGION", JULY)).isEmpty();
        assertThat(levels.fault("level", "DISTRICT", JULY))
                .contains(Fault.of(
                        "level",
                        KitReason.TERM_NOT_IN_FORCE,
                        "DISTRICT",
                        "…",
                        "2025-06-30",
                        "2025-07-01",
                        "COMMUNE, REGION, PROVINCE",
                        "COMMUNE"));
        assertThat(levels.fault("level", "REGION", JUNE)).map(Fault::reason).contains(KitReason.TERM_NOT_IN_FORCE);
    }

    @Test
    void an_unknown_word_is_told_which_there_are_on_that_day_in_their_order() {
        assertThat(levels.fault("levels[0]", "WARD", JUNE))
                .contains(Fault.of(
                        "levels[0]",
                        KitReason.TERM_UNKNOWN,
                        "WARD",
                        "level",
                        "COMMUNE, DISTRICT, PROVINCE",
                        "COMMUNE"));
    }

    @Test
    void of_no_day_in_particular_every_term_may_be_used() {
        assertThat(levels.fault("kind", "DISTRICT", null)).isEmpty();
        assertThat(levels.fault("kind", "REGION", null)).isEmpty();
        assertThat(levels.fault("kind", "WARD", null)).isPresent();
    }

    @Test
    void what_lasts_needs_a_term_that_is_in_force_on_one_of_its_days() {
        assertThat(levels.fault("level", "DISTRICT", JUNE, JULY)).isEmpty();
        assertThat(levels.fault("level", "DISTRICT", JUNE, null)).isEmpty();
        assertThat(levels.fault("level", "DISTRICT", JULY, null)).isPresent();
        assertThat(levels.fault("level", "REGION", null, JUNE)).isPresent();
    }
}

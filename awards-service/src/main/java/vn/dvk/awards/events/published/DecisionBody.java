package vn.dvk.awards.events.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.kit.decide.Precision;

/**
 * A decision as it is published by what rests on it; a legal basis that was not quoted is left out.
 *
 * @param id     in the register; corrections of what the paper says are told under it
 * @param number    {@value #UNKNOWN} while it is not known
 * @param precision how much of its date is known; null: the day
 */
record DecisionBody(
        @Nullable String id,
        String number,
        LocalDate date,
        String issuer,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> legalBasis,
        @Nullable Precision precision) {

    static final String UNKNOWN = "?";

    static DecisionBody of(DecisionPaper paper) {
        return new DecisionBody(
                paper.id(),
                paper.number() == null ? UNKNOWN : paper.number(),
                paper.date(),
                paper.issuer(),
                paper.legalBasis(),
                paper.precision());
    }

    static @Nullable DecisionBody orNone(@Nullable DecisionPaper paper) {
        return paper == null ? null : of(paper);
    }
}

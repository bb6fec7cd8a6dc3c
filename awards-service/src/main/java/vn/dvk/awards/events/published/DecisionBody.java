package vn.dvk.awards.events.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import vn.dvk.awards.domain.DecisionPaper;

/** A decision as it is published; a legal basis that was not quoted is left out. */
record DecisionBody(
        String number,
        LocalDate date,
        String issuer,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> legalBasis) {

    static DecisionBody of(DecisionPaper paper) {
        return new DecisionBody(paper.number(), paper.date(), paper.issuer(), paper.legalBasis());
    }
}

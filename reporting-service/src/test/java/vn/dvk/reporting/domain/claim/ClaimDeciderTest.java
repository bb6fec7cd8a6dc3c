package vn.dvk.reporting.domain.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dvk.reporting.domain.claim.ClaimCommand.Enter;
import vn.dvk.reporting.domain.claim.ClaimEvent.ClaimEntered;
import vn.dvk.spec.Specification;

class ClaimDeciderTest {

    private static final Statement SAID = statement("2298");

    private final Specification<ClaimCommand, Claim, ClaimEvent> claim = Specification.of(new ClaimDecider());

    @Test
    void whatWasPrintedIsEntered() {
        claim.given().when(new Enter("c", SAID)).then(new ClaimEntered("c", SAID));
    }

    @Test
    void theSameAgainIsNothingNewAndOthersAreAnotherClaim() {
        claim.given(new ClaimEntered("c", SAID)).when(new Enter("c", SAID)).thenNothing();
        claim.given(new ClaimEntered("c", SAID))
                .when(new Enter("c", statement("2289")))
                .thenRefused("key-reused");
    }

    private static Statement statement(String value) {
        var figure =
                new Statement.Figure("N12", null, new BigDecimal(value), null, Map.of("measure", "registered"), null);
        return new Statement("NA-2024", "Sơ kết", "Báo Nghệ An", LocalDate.parse("2024-07-05"), null, List.of(figure));
    }
}

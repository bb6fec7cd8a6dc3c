package vn.dvk.reporting.claims;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.envelope.Publication;
import vn.dvk.reporting.domain.claim.Claim;
import vn.dvk.reporting.domain.claim.ClaimEvent;
import vn.dvk.reporting.domain.claim.Statement;

/** Claims, told to the world as they were printed. */
public final class ClaimPublisher {

    private ClaimPublisher() {}

    record Body(
            String claim,
            String programme,
            String title,
            String publisher,
            LocalDate on,
            @Nullable LocalDate asOf,
            List<Figure> figures) {}

    record Figure(
            String id,
            @Nullable String text,
            @Nullable BigDecimal value,
            @Nullable Boolean atLeast,
            Map<String, String> counts,
            @Nullable Map<String, String> comparedWith) {

        static Figure of(Statement.Figure figure) {
            return new Figure(
                    figure.id(),
                    figure.text(),
                    figure.value(),
                    figure.atLeast(),
                    figure.counts(),
                    figure.comparedWith());
        }
    }

    public static List<Publication> publish(Claim state, Recorded<ClaimEvent> recorded) {
        return switch (recorded.event()) {
            case ClaimEvent.ClaimEntered(var claim, var said) ->
                List.of(new Publication(
                        PublishedTypes.CLAIM_PUBLISHED,
                        claim,
                        new Body(
                                claim,
                                said.programme(),
                                said.title(),
                                said.publisher(),
                                said.on(),
                                said.asOf(),
                                said.figures().stream().map(Figure::of).toList())));
        };
    }
}

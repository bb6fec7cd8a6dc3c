package vn.dvk.awards.events.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Change;
import vn.dvk.awards.domain.Effect;
import vn.dvk.awards.domain.Evidence;
import vn.dvk.awards.domain.decision.DecisionText;
import vn.dvk.awards.domain.decision.RegisterEntry;
import vn.dvk.awards.domain.decision.RegisterEntry.Known;
import vn.dvk.awards.domain.decision.RegisterEvent;
import vn.dvk.awards.domain.decision.RegisterEvent.Corrected;
import vn.dvk.awards.domain.decision.RegisterEvent.Issued;
import vn.dvk.awards.domain.decision.RegisterEvent.Revoked;
import vn.dvk.awards.events.PublishedTypes;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.envelope.Publication;

/** Decisions, told to the world under their own id. What each decided is told by what rests on it. */
public final class RegisterPublisher {

    private RegisterPublisher() {}

    /**
     * @param number  absent while it is not known
     * @param items   how many recognitions and awards it announces
     * @param on      of an issued one its date, otherwise the day of the correction or revocation
     * @param changes of a corrected one
     * @param by      who corrected it: an id, never a name
     * @param reason  of a corrected or revoked one
     * @param effect  of a revoked one
     */
    record Body(
            String decision,
            @Nullable String number,
            LocalDate date,
            String issuer,
            @Nullable String unit,
            @Nullable String signer,
            @Nullable String capacity,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> legalBasis,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Evidence> evidence,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> answers,
            @Nullable Integer items,
            LocalDate on,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Change> changes,
            @Nullable String by,
            @Nullable String reason,
            @Nullable Effect effect) {

        static Body of(
                Known known,
                LocalDate on,
                List<Change> changes,
                @Nullable String by,
                @Nullable String reason,
                @Nullable Effect effect) {
            var text = known.text();
            return new Body(
                    known.decision(),
                    text.number(),
                    text.date(),
                    text.issuer(),
                    text.unit(),
                    text.signer(),
                    text.capacity(),
                    text.legalBasis(),
                    text.evidence(),
                    text.answers(),
                    text.items(),
                    on,
                    changes,
                    by,
                    reason,
                    effect);
        }
    }

    public static @Nullable Publication publish(RegisterEntry state, Recorded<RegisterEvent> recorded) {
        return switch (state) {
            case RegisterEntry.NotOpened() -> null;
            case Known known -> publish(known, recorded);
        };
    }

    private static Publication publish(Known known, Recorded<RegisterEvent> recorded) {
        return switch (recorded.event()) {
            case Issued(var id, var text) ->
                of(known, PublishedTypes.DECISION_ISSUED, Body.of(known, text.date(), List.of(), null, null, null));
            case Corrected(var was, var now, var reason, var on) ->
                of(
                        known,
                        PublishedTypes.DECISION_CORRECTED,
                        Body.of(known, on, DecisionText.changes(was, now), recorded.by(), reason, null));
            case Revoked(var by) ->
                of(
                        known,
                        PublishedTypes.DECISION_REVOKED,
                        Body.of(known, by.on(), List.of(), null, by.reason(), by.effect()));
        };
    }

    private static Publication of(Known known, String type, Body body) {
        return new Publication(type, known.decision(), body);
    }
}

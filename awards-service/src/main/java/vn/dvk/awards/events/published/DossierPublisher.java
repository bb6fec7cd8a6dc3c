package vn.dvk.awards.events.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Change;
import vn.dvk.awards.domain.Effect;
import vn.dvk.awards.domain.Incomplete;
import vn.dvk.awards.domain.Period;
import vn.dvk.awards.domain.Recipient;
import vn.dvk.awards.domain.dossier.Award;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.dossier.Dossier.Known;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.awards.domain.dossier.DossierEvent.Amended;
import vn.dvk.awards.domain.dossier.DossierEvent.AwardCorrected;
import vn.dvk.awards.domain.dossier.DossierEvent.AwardGranted;
import vn.dvk.awards.domain.dossier.DossierEvent.AwardRevoked;
import vn.dvk.awards.domain.dossier.DossierEvent.ConclusionVoided;
import vn.dvk.awards.domain.dossier.DossierEvent.Evaluated;
import vn.dvk.awards.domain.dossier.DossierEvent.HoldPlaced;
import vn.dvk.awards.domain.dossier.DossierEvent.HoldReleased;
import vn.dvk.awards.domain.dossier.DossierEvent.Opened;
import vn.dvk.awards.domain.dossier.DossierEvent.RecognitionRefused;
import vn.dvk.awards.domain.dossier.DossierEvent.RecognitionRevoked;
import vn.dvk.awards.domain.dossier.DossierEvent.Recognized;
import vn.dvk.awards.domain.dossier.DossierEvent.RefusalCorrected;
import vn.dvk.awards.domain.dossier.DossierEvent.Withdrawn;
import vn.dvk.awards.domain.dossier.Hold;
import vn.dvk.awards.domain.dossier.NonRecognition;
import vn.dvk.awards.domain.dossier.Recognition;
import vn.dvk.awards.events.PublishedTypes;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Precision;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.envelope.Publication;

/** What is decided about a model, told to the world. What was only noted from other services stays home. */
public final class DossierPublisher {

    private DossierPublisher() {}

    /**
     * @param recipient  of a person or household, as printed
     * @param precision  how much of the day is known; null: all of it
     * @param session    in which it was decided, where that is known
     * @param incomplete what its papers do not tell
     */
    record RecognizedBody(
            @JsonUnwrapped ModelBody about,
            String recognition,
            String level,
            DecisionBody decision,
            @Nullable Recipient recipient,
            @Nullable Period period,
            @Nullable Precision precision,
            @Nullable String session,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> incomplete) {}

    /** @param session in which it was decided; absent: the only one */
    record RefusedBody(
            @JsonUnwrapped ModelBody about,
            String refusal,
            String level,
            @Nullable String session,
            String reason,
            @Nullable Period period,
            @Nullable DecisionBody decision) {}

    /**
     * The refusal as it should have read.
     *
     * @param refusedOn day of the refusal
     * @param by        who corrected it: an id, never a name
     * @param reason    why it was corrected
     */
    record CorrectedRefusalBody(
            @JsonUnwrapped ModelBody about,
            String refusal,
            String level,
            @Nullable String session,
            LocalDate refusedOn,
            @Nullable Period period,
            @Nullable DecisionBody decision,
            List<Change> changes,
            String by,
            String reason) {}

    record RevokedBody(
            @JsonUnwrapped ModelBody about,
            String recognition,
            String level,
            String reason,
            Effect effect,
            @Nullable DecisionBody decision,
            @Nullable Precision precision) {}

    /**
     * Of which kind and since when, but not why.
     *
     * @param precision how much of its day is known, that of the placing or the release; null: all of it
     */
    record HoldBody(
            @JsonUnwrapped ModelBody about,
            String hold,
            Hold.Kind holdKind,
            LocalDate from,
            @Nullable Precision precision) {}

    public static @Nullable Publication publish(Dossier state, Recorded<DossierEvent> recorded) {
        return switch (state) {
            case Dossier.NotOpened _ -> null;
            case Known known -> publish(known, recorded.event(), recorded.by());
        };
    }

    private static @Nullable Publication publish(Known state, DossierEvent event, String who) {
        return switch (event) {
            case Opened _, Amended _, Withdrawn _, Evaluated _, ConclusionVoided _ -> null;
            case Recognized(
                    var id,
                    var level,
                    var decision,
                    var on,
                    var period,
                    var conclusion,
                    var printed,
                    var precision,
                    var session) ->
                of(
                        state,
                        PublishedTypes.RECOGNIZED,
                        new RecognizedBody(
                                about(state, on),
                                id,
                                level,
                                DecisionBody.of(decision),
                                printed == null
                                        ? null
                                        : printed.recipient(state.entry().dimensions()),
                                period,
                                precision,
                                session,
                                Incomplete.of(Day.of(on, precision), decision)));
            case RecognitionRefused(var id, var level, var session, var reason, var on, var period, var decision) ->
                of(
                        state,
                        PublishedTypes.RECOGNITION_REFUSED,
                        new RefusedBody(
                                about(state, on), id, level, session, reason, period, DecisionBody.orNone(decision)));
            case RefusalCorrected(var was, var now, var reason, var on) ->
                of(
                        state,
                        PublishedTypes.REFUSAL_CORRECTED,
                        new CorrectedRefusalBody(
                                about(state, on),
                                now.refusal(),
                                now.level(),
                                now.session(),
                                now.on(),
                                now.period(),
                                DecisionBody.orNone(now.decision()),
                                NonRecognition.changes(was, now),
                                who,
                                reason));
            case RecognitionRevoked(var id, var by) ->
                of(
                        state,
                        PublishedTypes.RECOGNITION_REVOKED,
                        new RevokedBody(
                                about(state, by.on()),
                                id,
                                recognition(state, id).level(),
                                by.reason(),
                                by.effect(),
                                DecisionBody.orNone(by.decision()),
                                by.precision()));
            case AwardGranted(var id, var content) -> of(state, PublishedTypes.AWARD_GRANTED, award(state, id));
            case AwardCorrected(var id, var was, var now, var reason, var on) ->
                of(
                        state,
                        PublishedTypes.AWARD_CORRECTED,
                        award(state, id).corrected(Award.Content.changes(was, now), reason, on));
            case AwardRevoked(var id, var by) ->
                of(state, PublishedTypes.AWARD_REVOKED, award(state, id).revoked(by));
            case HoldPlaced(var id, var kind, var reason, var on, var precision) ->
                of(state, PublishedTypes.HOLD_PLACED, hold(state, id, on, precision));
            case HoldReleased(var id, var by) ->
                of(state, PublishedTypes.HOLD_RELEASED, hold(state, id, by.on(), by.precision()));
        };
    }

    private static Publication of(Known state, String type, Object body) {
        return new Publication(type, state.model(), body);
    }

    private static ModelBody about(Known state, LocalDate on) {
        return ModelBody.of(state.toldDimensions(), on);
    }

    private static HoldBody hold(Known state, String id, LocalDate on, @Nullable Precision precision) {
        var hold = state.hold(id).orElseThrow();
        return new HoldBody(about(state, on), id, hold.kind(), hold.on(), precision);
    }

    private static Recognition recognition(Known state, String id) {
        return state.recognition(id).orElseThrow();
    }

    private static AwardBody award(Known state, String id) {
        return AwardBody.forModel(state.toldDimensions(), state.award(id).orElseThrow());
    }
}

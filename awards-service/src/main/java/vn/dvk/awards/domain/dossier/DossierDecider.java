package vn.dvk.awards.domain.dossier;

import static vn.dvk.awards.domain.AwardsReason.NOT_KNOWN_YET;
import static vn.dvk.kit.decide.Decision.accept;
import static vn.dvk.kit.decide.Decision.nothingNew;
import static vn.dvk.kit.decide.Decision.refuse;

import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.dossier.Dossier.Known;
import vn.dvk.awards.domain.dossier.Dossier.Unknown;
import vn.dvk.awards.domain.dossier.DossierCommand.Amend;
import vn.dvk.awards.domain.dossier.DossierCommand.GrantAward;
import vn.dvk.awards.domain.dossier.DossierCommand.News;
import vn.dvk.awards.domain.dossier.DossierCommand.NoteEvaluation;
import vn.dvk.awards.domain.dossier.DossierCommand.Open;
import vn.dvk.awards.domain.dossier.DossierCommand.PlaceHold;
import vn.dvk.awards.domain.dossier.DossierCommand.Recognize;
import vn.dvk.awards.domain.dossier.DossierCommand.RefuseRecognition;
import vn.dvk.awards.domain.dossier.DossierCommand.ReleaseHold;
import vn.dvk.awards.domain.dossier.DossierCommand.Request;
import vn.dvk.awards.domain.dossier.DossierCommand.RevokeAward;
import vn.dvk.awards.domain.dossier.DossierCommand.RevokeRecognition;
import vn.dvk.awards.domain.dossier.DossierCommand.Withdraw;
import vn.dvk.awards.domain.dossier.DossierEvent.Amended;
import vn.dvk.awards.domain.dossier.DossierEvent.AwardGranted;
import vn.dvk.awards.domain.dossier.DossierEvent.AwardRevoked;
import vn.dvk.awards.domain.dossier.DossierEvent.Evaluated;
import vn.dvk.awards.domain.dossier.DossierEvent.HoldPlaced;
import vn.dvk.awards.domain.dossier.DossierEvent.HoldReleased;
import vn.dvk.awards.domain.dossier.DossierEvent.Opened;
import vn.dvk.awards.domain.dossier.DossierEvent.RecognitionRefused;
import vn.dvk.awards.domain.dossier.DossierEvent.RecognitionRevoked;
import vn.dvk.awards.domain.dossier.DossierEvent.Recognized;
import vn.dvk.awards.domain.dossier.DossierEvent.Withdrawn;
import vn.dvk.kit.decide.Decider;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.ImpossibleHistory;

/**
 * What a dossier answers. The rules about recognition are in {@link Recognizing}, about awards in {@link Commending},
 * about holds in {@link Holding}.
 */
public final class DossierDecider implements Decider<DossierCommand, Dossier, DossierEvent> {

    @Override
    public Dossier initial() {
        return new Unknown(null);
    }

    @Override
    public Decision<DossierEvent> decide(DossierCommand command, Dossier state) {
        return switch (command) {
            case News news -> note(news, state);
            case Request request ->
                switch (state) {
                    case Unknown _ -> refuse(NOT_KNOWN_YET);
                    case Known known -> decide(request, known);
                };
        };
    }

    /** News is never refused: what it says has happened elsewhere. */
    private static Decision<DossierEvent> note(News news, Dossier state) {
        return switch (news) {
            case Open(var entry, var on) -> state instanceof Known ? nothingNew() : accept(new Opened(entry, on));
            case Amend(var entry, var on) -> accept(new Amended(entry, on));
            case Withdraw(var entry, var on) ->
                state instanceof Known known && known.withdrawn() ? nothingNew() : accept(new Withdrawn(entry, on));
            case NoteEvaluation(var evaluation) ->
                evaluation.equals(evaluationOf(state)) ? nothingNew() : accept(new Evaluated(evaluation));
        };
    }

    private static Decision<DossierEvent> decide(Request request, Known state) {
        return switch (request) {
            case Recognize recognize -> Recognizing.recognize(recognize, state);
            case RefuseRecognition refuse -> Recognizing.refuseRecognition(refuse, state);
            case RevokeRecognition revoke -> Recognizing.revoke(revoke, state);
            case GrantAward grant -> Commending.grant(grant, state);
            case RevokeAward revoke -> Commending.revoke(revoke, state);
            case PlaceHold place -> Holding.place(place, state);
            case ReleaseHold release -> Holding.release(release, state);
        };
    }

    @Override
    public Dossier evolve(Dossier state, DossierEvent event) {
        return switch (state) {
            case Unknown unknown -> evolve(unknown, event);
            case Known known -> evolve(known, event);
        };
    }

    private static Dossier evolve(Unknown state, DossierEvent event) {
        return switch (event) {
            case Opened(var entry, var on) -> Known.opened(entry, on, false, state.evaluation());
            // Says as much as the registration, should an operator have given that one up.
            case Amended(var entry, var on) -> Known.opened(entry, on, false, state.evaluation());
            case Withdrawn(var entry, var on) -> Known.opened(entry, on, true, state.evaluation());
            case Evaluated(var evaluation) -> new Unknown(evaluation);
            case Recognized _,
                    RecognitionRefused _,
                    RecognitionRevoked _,
                    AwardGranted _,
                    AwardRevoked _,
                    HoldPlaced _,
                    HoldReleased _ -> throw new ImpossibleHistory(state, event);
        };
    }

    private static Dossier evolve(Known state, DossierEvent event) {
        return switch (event) {
            case Opened _ -> throw new ImpossibleHistory(state, event);
            case Amended(var entry, var on) -> state.amended(entry);
            case Withdrawn _ -> state.closed();
            case Evaluated(var evaluation) -> state.evaluated(evaluation);
            case Recognized(var id, var level, var decision, var on) ->
                state.with(new Recognition(id, level, decision, on, null));
            case RecognitionRefused(var id, var level, var reason, var on, var decision) ->
                state.with(new NonRecognition(id, level, reason, on, decision));
            case RecognitionRevoked(var id, var by) -> state.withoutRecognition(id, by);
            case AwardGranted(var id, var commendation, var recipient) ->
                state.with(new Award(id, commendation, recipient, null));
            case AwardRevoked(var id, var by) -> state.withoutAward(id, by);
            case HoldPlaced(var id, var kind, var reason, var on) -> state.with(new Hold(id, kind, reason, on, null));
            case HoldReleased(var id, var by) -> state.withoutHold(id, by);
        };
    }

    private static @Nullable Evaluation evaluationOf(Dossier state) {
        return switch (state) {
            case Unknown(var evaluation) -> evaluation;
            case Known known -> known.evaluation();
        };
    }
}

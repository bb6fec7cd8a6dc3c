package vn.dvk.awards.domain.dossier;

import static vn.dvk.awards.domain.AwardsReason.NOT_KNOWN_YET;
import static vn.dvk.kit.decide.Decision.accept;
import static vn.dvk.kit.decide.Decision.nothingNew;
import static vn.dvk.kit.decide.Decision.refuse;

import java.util.function.Function;
import vn.dvk.awards.domain.dossier.Dossier.Known;
import vn.dvk.awards.domain.dossier.Dossier.NotOpened;
import vn.dvk.awards.domain.dossier.DossierCommand.Amend;
import vn.dvk.awards.domain.dossier.DossierCommand.CorrectAward;
import vn.dvk.awards.domain.dossier.DossierCommand.CorrectRefusal;
import vn.dvk.awards.domain.dossier.DossierCommand.GrantAward;
import vn.dvk.awards.domain.dossier.DossierCommand.NoteEvaluation;
import vn.dvk.awards.domain.dossier.DossierCommand.NoteVoided;
import vn.dvk.awards.domain.dossier.DossierCommand.Open;
import vn.dvk.awards.domain.dossier.DossierCommand.PlaceHold;
import vn.dvk.awards.domain.dossier.DossierCommand.Recognize;
import vn.dvk.awards.domain.dossier.DossierCommand.RefuseRecognition;
import vn.dvk.awards.domain.dossier.DossierCommand.ReleaseHold;
import vn.dvk.awards.domain.dossier.DossierCommand.RevokeAward;
import vn.dvk.awards.domain.dossier.DossierCommand.RevokeRecognition;
import vn.dvk.awards.domain.dossier.DossierCommand.Withdraw;
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
import vn.dvk.kit.decide.Day;
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
        return new NotOpened(null);
    }

    @Override
    public Decision<DossierEvent> decide(DossierCommand command, Dossier state) {
        return switch (command) {
            case Open open -> open(open, state);
            case Amend(var entry, var on, var merger) -> accept(new Amended(entry, on, merger));
            case Withdraw withdraw -> withdraw(withdraw, state);
            case NoteEvaluation(var evaluation) -> note(evaluation, state);
            case NoteVoided voided -> note(voided, state);
            case Recognize recognize -> ifOpened(state, known -> Recognizing.recognize(recognize, known));
            case RefuseRecognition refuse -> ifOpened(state, known -> Recognizing.refuseRecognition(refuse, known));
            case CorrectRefusal correct -> ifOpened(state, known -> Recognizing.correct(correct, known));
            case RevokeRecognition revoke -> ifOpened(state, known -> Recognizing.revoke(revoke, known));
            case GrantAward grant -> ifOpened(state, known -> Commending.grant(grant, known));
            case CorrectAward correct -> ifOpened(state, known -> Commending.correct(correct, known));
            case RevokeAward revoke -> ifOpened(state, known -> Commending.revoke(revoke, known));
            case PlaceHold place -> ifOpened(state, known -> Holding.place(place, known));
            case ReleaseHold release -> ifOpened(state, known -> Holding.release(release, known));
        };
    }

    private static Decision<DossierEvent> open(Open command, Dossier state) {
        return switch (state) {
            case NotOpened _ ->
                accept(new Opened(
                        command.entry(), command.on().on(), command.on().inexact()));
            case Known _ -> nothingNew();
        };
    }

    private static Decision<DossierEvent> withdraw(Withdraw command, Dossier state) {
        return switch (state) {
            case Known known when known.withdrawn() -> nothingNew();
            case NotOpened _, Known _ -> accept(new Withdrawn(command.entry(), command.on()));
        };
    }

    private static Decision<DossierEvent> note(Evaluation evaluation, Dossier state) {
        return state.conclusion() instanceof Conclusion known
                        && known.evaluation().equals(evaluation)
                ? nothingNew()
                : accept(new Evaluated(evaluation));
    }

    private static Decision<DossierEvent> note(NoteVoided command, Dossier state) {
        return state.conclusion() instanceof Conclusion known
                        && known.evaluation().conclusion().equals(command.conclusion())
                        && !known.stands()
                ? nothingNew()
                : accept(new ConclusionVoided(command.conclusion(), command.reason(), command.on()));
    }

    /** What people ask for needs the registration. */
    private static Decision<DossierEvent> ifOpened(Dossier state, Function<Known, Decision<DossierEvent>> rule) {
        return switch (state) {
            case NotOpened _ -> refuse(NOT_KNOWN_YET);
            case Known known -> rule.apply(known);
        };
    }

    @Override
    public Dossier evolve(Dossier state, DossierEvent event) {
        return switch (event) {
            case Opened(var entry, var on, var precision)
            when state instanceof NotOpened(var conclusion) ->
                Known.opened(
                        entry,
                        Stays.registered(on, entry.dimensions().unit()),
                        Day.of(on, precision).first(),
                        false,
                        conclusion);
            // Amended and withdrawn models are described too, should an operator have given the registration up.
            case Amended(var entry, var on, var merger) ->
                switch (state) {
                    case NotOpened(var conclusion) ->
                        Known.opened(
                                entry,
                                Stays.NONE.amended(null, entry.dimensions().unit(), on, merger),
                                on,
                                false,
                                conclusion);
                    case Known known -> known.amended(entry, on, merger);
                };
            case Withdrawn(var entry, var on) ->
                switch (state) {
                    case NotOpened(var conclusion) -> Known.opened(entry, Stays.NONE.ended(on), on, true, conclusion);
                    case Known known -> known.closed(on);
                };
            case Evaluated(var evaluation) ->
                switch (state) {
                    case NotOpened _ -> new NotOpened(Conclusion.of(evaluation));
                    case Known known -> known.evaluated(evaluation);
                };
            case ConclusionVoided(var id, var reason, var on) -> voided(state, id, new Conclusion.Voiding(reason, on));
            case Recognized(
                    var id,
                    var level,
                    var decision,
                    var on,
                    var period,
                    var conclusion,
                    var printed,
                    var precision,
                    var _)
            when state instanceof Known known ->
                known.with(
                        new Recognition(id, level, decision, on, period, conclusion, printed, null, null, precision));
            case RecognitionRefused(var id, var level, var session, var reason, var on, var period, var decision)
            when state instanceof Known known ->
                known.with(new NonRecognition(id, level, session, reason, on, period, decision));
            case RefusalCorrected(var was, var now, var reason, var on)
            when state instanceof Known known -> known.corrected(now);
            case RecognitionRevoked(var id, var by)
            when state instanceof Known known -> known.withoutRecognition(id, by);
            case AwardGranted(var id, var content)
            when state instanceof Known known -> known.with(new Award(id, content, null));
            case AwardCorrected(var id, var was, var now, var reason, var on)
            when state instanceof Known known -> known.corrected(id, now);
            case AwardRevoked(var id, var by) when state instanceof Known known -> known.withoutAward(id, by);
            case HoldPlaced(var id, var kind, var reason, var on, var precision)
            when state instanceof Known known -> known.with(new Hold(id, kind, reason, on, null, precision));
            case HoldReleased(var id, var by) when state instanceof Known known -> known.withoutHold(id, by);
            case Opened _,
                    Recognized _,
                    RecognitionRefused _,
                    RefusalCorrected _,
                    RecognitionRevoked _,
                    AwardGranted _,
                    AwardCorrected _,
                    AwardRevoked _,
                    HoldPlaced _,
                    HoldReleased _ -> throw new ImpossibleHistory(state, event);
        };
    }

    private static Dossier voided(Dossier state, String id, Conclusion.Voiding by) {
        return switch (state) {
            case NotOpened(var conclusion) -> new NotOpened(conclusion == null ? null : conclusion.voided(id, by));
            case Known known -> known.voided(id, by);
        };
    }
}

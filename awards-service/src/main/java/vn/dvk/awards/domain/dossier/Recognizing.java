package vn.dvk.awards.domain.dossier;

import static vn.dvk.awards.domain.AwardsReason.ALREADY_RECOGNIZED;
import static vn.dvk.awards.domain.AwardsReason.ALREADY_REFUSED;
import static vn.dvk.awards.domain.AwardsReason.ALREADY_REVOKED;
import static vn.dvk.awards.domain.AwardsReason.CONCLUSION_VOIDED;
import static vn.dvk.awards.domain.AwardsReason.EVALUATION_NOT_PASSED;
import static vn.dvk.awards.domain.AwardsReason.HELD_WITH_OTHERS;
import static vn.dvk.awards.domain.AwardsReason.NOTHING_TO_CORRECT;
import static vn.dvk.awards.domain.AwardsReason.NOT_EVALUATED;
import static vn.dvk.awards.domain.AwardsReason.ON_HOLD;
import static vn.dvk.awards.domain.AwardsReason.PROGRAMME_NOT_KNOWN_YET;
import static vn.dvk.awards.domain.AwardsReason.RECOGNITION_UNKNOWN;
import static vn.dvk.awards.domain.AwardsReason.REFUSAL_UNKNOWN;
import static vn.dvk.awards.domain.AwardsReason.WITHDRAWN;
import static vn.dvk.kit.decide.Decision.accept;
import static vn.dvk.kit.decide.Decision.nothingNew;
import static vn.dvk.kit.decide.Decision.refuse;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.CommonRules;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Period;
import vn.dvk.awards.domain.ProgrammeRules;
import vn.dvk.awards.domain.Revocation;
import vn.dvk.awards.domain.dossier.Dossier.Known;
import vn.dvk.awards.domain.dossier.DossierCommand.CorrectRefusal;
import vn.dvk.awards.domain.dossier.DossierCommand.Recognize;
import vn.dvk.awards.domain.dossier.DossierCommand.RefuseRecognition;
import vn.dvk.awards.domain.dossier.DossierCommand.RevokeRecognition;
import vn.dvk.awards.domain.dossier.DossierEvent.RecognitionRefused;
import vn.dvk.awards.domain.dossier.DossierEvent.RecognitionRevoked;
import vn.dvk.awards.domain.dossier.DossierEvent.Recognized;
import vn.dvk.awards.domain.dossier.DossierEvent.RefusalCorrected;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.Refusal;

/** Công nhận, không công nhận, thu hồi. A lower level is not a precondition of a higher one. */
final class Recognizing {

    private Recognizing() {}

    static Decision<DossierEvent> recognize(Recognize command, Known state) {
        if (state.standingRecognition(command.level(), command.period()).orElse(null) instanceof Recognition standing) {
            return standing.decision().isSamePaperAs(command.decision())
                    ? nothingNew()
                    : refuse(ALREADY_RECOGNIZED, standing.decision().asNumbered());
        }
        if (state.withdrawn()) {
            return refuse(WITHDRAWN);
        }
        if (state.isHeldOn(command.decision().date())) {
            return refuse(ON_HOLD);
        }
        if (command.heldBy() instanceof String held) {
            return refuse(HELD_WITH_OTHERS, held);
        }
        if (!(command.rules() instanceof ProgrammeRules rules)) {
            return refuse(PROGRAMME_NOT_KNOWN_YET, state.entry().dimensions().programme());
        }
        var day = CommonRules.counted(command.on(), rules.historicUntil());
        return CommonRules.levelIsOpen(rules, command.level(), day.on())
                .or(() -> CommonRules.isKnown(
                        day,
                        command.decision(),
                        rules.historicUntil(),
                        state.entry().dimensions().programme()))
                .or(() -> CommonRules.paperIsThere(command.decision(), day.on()))
                .or(() -> CommonRules.inOrder(day.on(), state.since()))
                .or(() -> Period.runsForward(command.period()))
                .or(() -> refusalStands(command, state))
                .or(() -> notGoodEnough(day, rules, state))
                .map(Decision::<DossierEvent>refuse)
                .orElseGet(() -> accept(new Recognized(
                        NumberedId.next("recognition", state, state.recognitions()),
                        command.level(),
                        command.decision(),
                        day.on(),
                        command.period(),
                        rules.requiresEvaluation() ? conclusionOf(state) : null,
                        state.entry().dimensions().concernsPeople() ? command.printed() : null,
                        day.inexact(),
                        command.session())));
    }

    private static @Nullable String conclusionOf(Known state) {
        return state.conclusion() instanceof Conclusion known
                ? known.evaluation().conclusion()
                : null;
    }

    private static Optional<Refusal> refusalStands(Recognize command, Known state) {
        return state.refusals(command.level(), command.period())
                .filter(one -> command.session() == null || one.isOf(command.session()))
                .findFirst()
                .map(_ -> Refusal.because(ALREADY_REFUSED));
    }

    private static Optional<Refusal> notGoodEnough(Day day, ProgrammeRules rules, Known state) {
        if (!rules.requiresEvaluation()) {
            return Optional.empty();
        }
        if (!(state.conclusion() instanceof Conclusion(var evaluation, var voided))) {
            return Optional.of(Refusal.because(NOT_EVALUATED));
        }
        if (voided != null) {
            return Optional.of(Refusal.because(CONCLUSION_VOIDED, voided.on()));
        }
        return evaluation.passed()
                ? CommonRules.inOrder(day.on(), evaluation.day().first())
                : Optional.of(Refusal.because(EVALUATION_NOT_PASSED));
    }

    /** Needs no evaluation and is possible during a hold: a no takes nothing from anyone. */
    static Decision<DossierEvent> refuseRecognition(RefuseRecognition command, Known state) {
        if (state.refusal(command.level(), command.session(), command.period()).orElse(null)
                instanceof NonRecognition before) {
            return before.says(command.reason(), command.on(), command.decision())
                    ? nothingNew()
                    : refuse(ALREADY_REFUSED);
        }
        if (state.withdrawn()) {
            return refuse(WITHDRAWN);
        }
        if (state.standingRecognition(command.level(), command.period()).orElse(null) instanceof Recognition standing) {
            return refuse(ALREADY_RECOGNIZED, standing.decision().asNumbered());
        }
        if (!(command.rules() instanceof ProgrammeRules rules)) {
            return refuse(PROGRAMME_NOT_KNOWN_YET, state.entry().dimensions().programme());
        }
        return isRight(command.level(), command.on(), command.period(), command.decision(), rules, state)
                .map(Decision::<DossierEvent>refuse)
                .orElseGet(() -> accept(new RecognitionRefused(
                        NumberedId.next("refusal", state, state.refusals()),
                        command.level(),
                        command.session(),
                        command.reason(),
                        command.on(),
                        command.period(),
                        command.decision())));
    }

    /** What it says now keeps the rules that a refusal keeps. */
    static Decision<DossierEvent> correct(CorrectRefusal command, Known state) {
        var by = command.correction();
        if (!(state.refusal(command.refusal()).orElse(null) instanceof NonRecognition was)) {
            return refuse(REFUSAL_UNKNOWN, command.refusal());
        }
        var now = by.of(was);
        if (NonRecognition.changes(was, now).isEmpty()) {
            return refuse(NOTHING_TO_CORRECT);
        }
        if (state.refusal(now.level(), now.session(), now.period())
                .filter(one -> !one.refusal().equals(was.refusal()))
                .isPresent()) {
            return refuse(ALREADY_REFUSED);
        }
        var elsewhere = !now.level().equals(was.level()) || !Period.isSame(now.period(), was.period());
        if (elsewhere
                && state.standingRecognition(now.level(), now.period()).orElse(null) instanceof Recognition standing) {
            return refuse(ALREADY_RECOGNIZED, standing.decision().asNumbered());
        }
        if (!(command.rules() instanceof ProgrammeRules rules)) {
            return refuse(PROGRAMME_NOT_KNOWN_YET, state.entry().dimensions().programme());
        }
        return isRight(now.level(), now.on(), now.period(), now.decision(), rules, state)
                .or(() -> CommonRules.inOrder(by.on(), now.on()))
                .map(Decision::<DossierEvent>refuse)
                .orElseGet(() -> accept(new RefusalCorrected(was, now, by.reason(), by.on())));
    }

    private static Optional<Refusal> isRight(
            String level,
            LocalDate on,
            @Nullable Period period,
            @Nullable DecisionPaper decision,
            ProgrammeRules rules,
            Known state) {
        return CommonRules.levelIsOpen(rules, level, on)
                .or(() -> CommonRules.paperIsThere(decision, on))
                .or(() -> CommonRules.inOrder(on, state.since()))
                .or(() -> Period.runsForward(period));
    }

    static Decision<DossierEvent> revoke(RevokeRecognition command, Known state) {
        var until = command.historicUntil();
        var revocation = command.revocation().counted(until);
        if (!(state.recognition(command.recognition()).orElse(null) instanceof Recognition given)) {
            return refuse(RECOGNITION_UNKNOWN, command.recognition());
        }
        if (given.revoked() instanceof Revocation before) {
            return before.isSameAs(revocation) ? nothingNew() : refuse(ALREADY_REVOKED);
        }
        return CommonRules.isKnown(
                        revocation.day(),
                        revocation.decision(),
                        until,
                        state.entry().dimensions().programme())
                .or(() -> CommonRules.inOrder(revocation.on(), given.day().first()))
                .or(() -> CommonRules.paperIsThere(revocation.decision(), revocation.on()))
                .map(Decision::<DossierEvent>refuse)
                .orElseGet(() -> accept(new RecognitionRevoked(given.recognition(), revocation)));
    }
}

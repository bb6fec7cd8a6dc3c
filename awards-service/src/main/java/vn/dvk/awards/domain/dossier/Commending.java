package vn.dvk.awards.domain.dossier;

import static vn.dvk.awards.domain.AwardsReason.ALREADY_REVOKED;
import static vn.dvk.awards.domain.AwardsReason.AWARD_UNKNOWN;
import static vn.dvk.awards.domain.AwardsReason.HELD_WITH_OTHERS;
import static vn.dvk.awards.domain.AwardsReason.NOTHING_TO_CORRECT;
import static vn.dvk.awards.domain.AwardsReason.ONE_ACHIEVEMENT_ONE_FORM;
import static vn.dvk.awards.domain.AwardsReason.ON_HOLD;
import static vn.dvk.awards.domain.AwardsReason.RECIPIENT_NEEDED;
import static vn.dvk.awards.domain.AwardsReason.WITHDRAWN;
import static vn.dvk.kit.decide.Decision.accept;
import static vn.dvk.kit.decide.Decision.nothingNew;
import static vn.dvk.kit.decide.Decision.refuse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Amounts;
import vn.dvk.awards.domain.AwardCorrection;
import vn.dvk.awards.domain.CommonRules;
import vn.dvk.awards.domain.Dimensions;
import vn.dvk.awards.domain.GivingRules;
import vn.dvk.awards.domain.Period;
import vn.dvk.awards.domain.Recipient;
import vn.dvk.awards.domain.Revocation;
import vn.dvk.awards.domain.SeveralForms;
import vn.dvk.awards.domain.dossier.Award.Content;
import vn.dvk.awards.domain.dossier.Dossier.Known;
import vn.dvk.awards.domain.dossier.DossierCommand.CorrectAward;
import vn.dvk.awards.domain.dossier.DossierCommand.GrantAward;
import vn.dvk.awards.domain.dossier.DossierCommand.RevokeAward;
import vn.dvk.awards.domain.dossier.DossierEvent.AwardCorrected;
import vn.dvk.awards.domain.dossier.DossierEvent.AwardGranted;
import vn.dvk.awards.domain.dossier.DossierEvent.AwardRevoked;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.Refusal;

/** Khen thưởng cho mô hình, đính chính, thu hồi. Needs no recognition: the two imply nothing about each other. */
final class Commending {

    private Commending() {}

    static Decision<DossierEvent> grant(GrantAward command, Known state) {
        var recipients = recipients(command, state);
        if (recipients.isEmpty()) {
            return refuse(CommonRules.fault("recipients", RECIPIENT_NEEDED));
        }
        var subject = state.entry().dimensions().subject();
        var until = command.rules().historicUntil();
        var asked = command.commendation().counted(until).priced(command.rules().amounts(), subject);
        var content = new Content(asked, recipients);
        if (state.awards().stream().anyMatch(one -> one.stands() && says(one, content))) {
            return nothingNew();
        }
        if (inTheWay(state, content, command.rules().severalForms(), null) instanceof Refusal why) {
            return refuse(why);
        }
        if (state.withdrawn()) {
            return refuse(WITHDRAWN);
        }
        if (state.isHeldOn(asked.decision().date())) {
            return refuse(ON_HOLD);
        }
        if (command.heldBy() instanceof String held) {
            return refuse(HELD_WITH_OTHERS, held);
        }
        return CommonRules.unitsExist(command.unknownUnits())
                .or(() -> CommonRules.isKnown(
                        asked.day(),
                        asked.decision(),
                        until,
                        state.entry().dimensions().programme()))
                .or(() -> isRight(asked, command.rules(), state.since()))
                .map(Decision::<DossierEvent>refuse)
                .orElseGet(() -> accept(new AwardGranted(NumberedId.next("award", state, state.awards()), content)));
    }

    private static boolean says(Award given, Content asked) {
        return given.commendation().isSameAs(asked.commendation())
                && given.recipients().equals(asked.recipients());
    }

    /** @param except the award that is being corrected */
    private static @Nullable Refusal inTheWay(
            Known state, Content content, SeveralForms several, @Nullable String except) {
        return state.awards().stream()
                .filter(one -> !one.award().equals(except) && one.isInTheWayOf(content, several))
                .findFirst()
                .map(one -> Refusal.because(
                        ONE_ACHIEVEMENT_ONE_FORM, one.commendation().decision().asNumbered()))
                .orElse(null);
    }

    private static Optional<Refusal> isRight(Commendation award, GivingRules rules, LocalDate since) {
        return rules.words()
                .fault(award.form(), award.track(), award.on())
                .or(() -> CommonRules.amountIsFounded(award.amount(), award.amountBasis()))
                .or(() -> CommonRules.paperIsThere(award.decision(), award.on()))
                .or(() -> CommonRules.inOrder(award.on(), since))
                .or(() -> CommonRules.paidInOrder(award.paidOn(), award.on()))
                .or(() -> Period.runsForward(award.period()));
    }

    /**
     * As the caller names them; otherwise the collective by the name that the unit which led it had on the decision's day, or the person or the head of the
     * household as this decision prints them, or one that recognized them. A unit not heard of yet is named as the model is.
     *
     * @return empty where nobody is known who could be named
     */
    private static List<Recipient> recipients(GrantAward command, Known state) {
        var of = state.entry().dimensions();
        if (!command.named().isEmpty()) {
            return ofItsSubject(command.named(), of);
        }
        return switch (of.subject()) {
            case COLLECTIVE -> {
                var name = command.unitName() == null ? of.name() : command.unitName();
                var unit = state.unitOn(command.commendation().decision().date());
                yield List.of(new Recipient(name == null ? of.code() : name, null, unit, of.subjectId()));
            }
            case INDIVIDUAL, HOUSEHOLD -> {
                var printed = command.printed() == null ? state.printed() : command.printed();
                yield printed == null ? List.of() : List.of(printed.recipient(of));
            }
        };
    }

    /** Who alone receives what a person's or household's example earns is that person, or the household's head. */
    private static List<Recipient> ofItsSubject(List<Recipient> named, Dimensions of) {
        return named.size() == 1 && of.concernsPeople()
                ? List.of(named.getFirst().orOf(of.subjectId()))
                : named;
    }

    static Decision<DossierEvent> correct(CorrectAward command, Known state) {
        var correction = command.correction();
        if (!(state.award(command.award()).orElse(null) instanceof Award given)) {
            return refuse(AWARD_UNKNOWN, command.award());
        }
        if (!given.stands()) {
            return refuse(ALREADY_REVOKED);
        }
        var now = corrected(
                given.content(),
                correction,
                state.entry().dimensions(),
                command.rules().amounts());
        if (Content.changes(given.content(), now).isEmpty()) {
            return refuse(NOTHING_TO_CORRECT);
        }
        if (inTheWay(state, now, command.rules().severalForms(), given.award()) instanceof Refusal why) {
            return refuse(why);
        }
        var decision = now.commendation().decision();
        if (!decision.isSamePaperAs(given.commendation().decision()) && state.isHeldOn(decision.date())) {
            return refuse(ON_HOLD);
        }
        if (command.heldBy() instanceof String held) {
            return refuse(HELD_WITH_OTHERS, held);
        }
        return CommonRules.unitsExist(command.unknownUnits())
                .or(() -> isRight(now.commendation(), command.rules(), state.since()))
                .or(() -> CommonRules.inOrder(
                        correction.on(), now.commendation().day().first()))
                .map(Decision::<DossierEvent>refuse)
                .orElseGet(() -> accept(
                        new AwardCorrected(given.award(), given.content(), now, correction.reason(), correction.on())));
    }

    private static Content corrected(Content was, AwardCorrection by, Dimensions of, Amounts tables) {
        var before = was.commendation();
        var now = new Commendation(
                AwardCorrection.or(by.form(), before.form()),
                AwardCorrection.or(by.track(), before.track()),
                AwardCorrection.or(by.decision(), before.decision()),
                AwardCorrection.or(by.awardOn(), before.on()),
                AwardCorrection.orNone(by.citation(), before.citation()),
                AwardCorrection.orNone(by.period(), before.period()),
                by.amount(before.amount(), before.amountBasis()),
                by.basis(before.amountBasis()),
                AwardCorrection.orNone(by.fund(), before.fund()),
                AwardCorrection.orNone(by.paidOn(), before.paidOn()),
                by.awardOn() == null ? before.precision() : null);
        return new Content(
                by.pricesAnew(before.amountBasis()) ? now.priced(tables, of.subject()) : now,
                ofItsSubject(by.recipientsOr(was.recipients()), of));
    }

    static Decision<DossierEvent> revoke(RevokeAward command, Known state) {
        var until = command.historicUntil();
        var revocation = command.revocation().counted(until);
        if (!(state.award(command.award()).orElse(null) instanceof Award given)) {
            return refuse(AWARD_UNKNOWN, command.award());
        }
        if (given.revoked() instanceof Revocation before) {
            return before.isSameAs(revocation) ? nothingNew() : refuse(ALREADY_REVOKED);
        }
        return CommonRules.isKnown(
                        revocation.day(),
                        revocation.decision(),
                        until,
                        state.entry().dimensions().programme())
                .or(() -> CommonRules.inOrder(
                        revocation.on(), given.commendation().day().first()))
                .or(() -> CommonRules.paperIsThere(revocation.decision(), revocation.on()))
                .map(Decision::<DossierEvent>refuse)
                .orElseGet(() -> accept(new AwardRevoked(given.award(), revocation)));
    }
}

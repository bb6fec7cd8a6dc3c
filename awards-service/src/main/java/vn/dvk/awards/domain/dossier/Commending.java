package vn.dvk.awards.domain.dossier;

import static vn.dvk.awards.domain.AwardsReason.ALREADY_REVOKED;
import static vn.dvk.awards.domain.AwardsReason.AWARD_UNKNOWN;
import static vn.dvk.awards.domain.AwardsReason.ONE_ACHIEVEMENT_ONE_FORM;
import static vn.dvk.awards.domain.AwardsReason.ON_HOLD;
import static vn.dvk.awards.domain.AwardsReason.PERIOD_REVERSED;
import static vn.dvk.awards.domain.AwardsReason.WITHDRAWN;
import static vn.dvk.kit.decide.Decision.accept;
import static vn.dvk.kit.decide.Decision.nothingNew;
import static vn.dvk.kit.decide.Decision.refuse;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.CommonRules;
import vn.dvk.awards.domain.Person;
import vn.dvk.awards.domain.Recipient;
import vn.dvk.awards.domain.dossier.Dossier.Known;
import vn.dvk.awards.domain.dossier.DossierCommand.GrantAward;
import vn.dvk.awards.domain.dossier.DossierCommand.RevokeAward;
import vn.dvk.awards.domain.dossier.DossierEvent.AwardGranted;
import vn.dvk.awards.domain.dossier.DossierEvent.AwardRevoked;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.Refusal;

/** Khen thưởng cho mô hình, thu hồi. Needs no recognition: the two imply nothing about each other. */
final class Commending {

    private Commending() {}

    static Decision<DossierEvent> grant(GrantAward command, Known state) {
        var asked = command.commendation();
        if (state.standingAward().orElse(null) instanceof Award standing) {
            return standing.commendation().equals(asked)
                    ? nothingNew()
                    : refuse(
                            ONE_ACHIEVEMENT_ONE_FORM,
                            standing.commendation().decision().number());
        }
        if (state.withdrawn()) {
            return refuse(WITHDRAWN);
        }
        if (state.onHold()) {
            return refuse(ON_HOLD);
        }
        return CommonRules.amountIsNotNegative(asked.amount())
                .or(() -> CommonRules.paperIsThere(asked.decision(), asked.on()))
                .or(() -> CommonRules.inOrder(asked.on(), state.since()))
                .or(() -> reversed(asked.period()))
                .map(Decision::<DossierEvent>refuse)
                .orElseGet(() -> accept(new AwardGranted(
                        NumberedId.next("award", state, state.awards()),
                        asked,
                        recipient(state.entry(), command.unitName()))));
    }

    private static Optional<Refusal> reversed(Commendation.@Nullable Period period) {
        return period != null && period.to().isBefore(period.from())
                ? Optional.of(CommonRules.fault("period.to", PERIOD_REVERSED, period.from(), period.to()))
                : Optional.empty();
    }

    /** The person; of a collective its unit by name; a household, or a unit not heard of yet, by the model's name. */
    private static Recipient recipient(Entry entry, @Nullable String unitName) {
        var unit = entry.dimensions().unit();
        if (entry.person() instanceof Person(var name, var post)) {
            return new Recipient(name, post, unit);
        }
        return switch (entry.dimensions().subject()) {
            case COLLECTIVE ->
                new Recipient(unitName == null ? entry.dimensions().name() : unitName, null, unit);
            case INDIVIDUAL, HOUSEHOLD -> new Recipient(entry.dimensions().name(), null, unit);
        };
    }

    static Decision<DossierEvent> revoke(RevokeAward command, Known state) {
        var revocation = command.revocation();
        if (!(state.award(command.award()).orElse(null) instanceof Award given)) {
            return refuse(AWARD_UNKNOWN, command.award());
        }
        if (!given.stands()) {
            return revocation.equals(given.revoked()) ? nothingNew() : refuse(ALREADY_REVOKED);
        }
        return CommonRules.inOrder(revocation.on(), given.commendation().on())
                .or(() -> CommonRules.paperIsThere(revocation.decision(), revocation.on()))
                .map(Decision::<DossierEvent>refuse)
                .orElseGet(() -> accept(new AwardRevoked(given.award(), revocation)));
    }
}

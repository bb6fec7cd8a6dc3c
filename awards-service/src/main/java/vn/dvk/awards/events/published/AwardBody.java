package vn.dvk.awards.events.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Category;
import vn.dvk.awards.domain.Change;
import vn.dvk.awards.domain.Dimensions;
import vn.dvk.awards.domain.Effect;
import vn.dvk.awards.domain.ModelKind;
import vn.dvk.awards.domain.Period;
import vn.dvk.awards.domain.Recipient;
import vn.dvk.awards.domain.Revocation;
import vn.dvk.awards.domain.Subject;
import vn.dvk.awards.domain.dossier.Award;
import vn.dvk.awards.domain.movementaward.MovementAward;
import vn.dvk.kit.decide.Precision;

/**
 * An award as it is published: of either category, granted, corrected or revoked. Who issued it is told as the decision
 * names it, even when that body is long dissolved.
 *
 * @param recipient  the first of the recipients
 * @param incomplete what is missing of it
 * @param changes    of a corrected one
 * @param reason     of a corrected or revoked one
 * @param effect     of a revoked one
 * @param revocation the decision that revoked it, if one did
 * @param precision  of a granted or revoked one, how much of the day is known; null: all of it
 */
record AwardBody(
        String award,
        Category category,
        String form,
        String track,
        String issuer,
        DecisionBody decision,
        @Nullable Period period,
        @Nullable Long amount,
        @Nullable String amountBasis,
        @Nullable String fund,
        @Nullable LocalDate paidOn,
        Recipient recipient,
        List<Recipient> recipients,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> incomplete,
        String programme,
        String unit,
        Subject subject,
        LocalDate on,
        @Nullable String model,
        @Nullable String code,
        @Nullable String name,
        @Nullable String field,
        @Nullable ModelKind kind,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Change> changes,
        @Nullable String reason,
        @Nullable Effect effect,
        @Nullable DecisionBody revocation,
        @Nullable Precision precision) {

    static AwardBody forModel(Dimensions of, Award award) {
        var given = award.commendation();
        return new AwardBody(
                award.award(),
                Category.MODEL,
                given.form(),
                given.track(),
                given.decision().issuer(),
                DecisionBody.of(given.decision()),
                given.period(),
                given.amount(),
                given.amountBasis(),
                given.fund(),
                given.paidOn(),
                award.recipients().getFirst(),
                award.recipients(),
                given.incomplete(),
                of.programme(),
                of.unit(),
                of.subject(),
                given.on(),
                of.model(),
                of.code(),
                of.name(),
                of.field(),
                of.kind(),
                List.of(),
                null,
                null,
                null,
                given.precision());
    }

    static AwardBody forMovement(MovementAward.Given award) {
        var merit = award.merit();
        return new AwardBody(
                award.award(),
                Category.MOVEMENT,
                merit.form(),
                merit.track(),
                merit.decision().issuer(),
                DecisionBody.of(merit.decision()),
                merit.period(),
                merit.amount(),
                merit.amountBasis(),
                merit.fund(),
                merit.paidOn(),
                merit.recipients().getFirst(),
                merit.recipients(),
                merit.incomplete(),
                merit.programme(),
                merit.unit(),
                merit.subject(),
                merit.on(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                merit.precision());
    }

    AwardBody corrected(List<Change> by, String why, LocalDate day) {
        return with(day, by, why, null, null, null);
    }

    AwardBody revoked(Revocation by) {
        return with(by.on(), List.of(), by.reason(), by.effect(), DecisionBody.orNone(by.decision()), by.precision());
    }

    private AwardBody with(
            LocalDate day,
            List<Change> by,
            String why,
            @Nullable Effect what,
            @Nullable DecisionBody paper,
            @Nullable Precision known) {
        return new AwardBody(
                award,
                category,
                form,
                track,
                issuer,
                decision,
                period,
                amount,
                amountBasis,
                fund,
                paidOn,
                recipient,
                recipients,
                incomplete,
                programme,
                unit,
                subject,
                day,
                model,
                code,
                name,
                field,
                kind,
                by,
                why,
                what,
                paper,
                known);
    }
}

package vn.dvk.awards.events.published;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.AwardForm;
import vn.dvk.awards.domain.Category;
import vn.dvk.awards.domain.Dimensions;
import vn.dvk.awards.domain.Effect;
import vn.dvk.awards.domain.ModelKind;
import vn.dvk.awards.domain.Recipient;
import vn.dvk.awards.domain.Revocation;
import vn.dvk.awards.domain.Subject;
import vn.dvk.awards.domain.Track;
import vn.dvk.awards.domain.dossier.Award;
import vn.dvk.awards.domain.movementaward.MovementAward;

/**
 * An award as it is published: of either category, granted or, with a reason, revoked. Who issued it is told as the
 * decision names it, even when that body is long dissolved.
 */
record AwardBody(
        String award,
        Category category,
        AwardForm form,
        Track track,
        String issuer,
        DecisionBody decision,
        @Nullable Long amount,
        Recipient recipient,
        String programme,
        String unit,
        Subject subject,
        LocalDate on,
        @Nullable String model,
        @Nullable String code,
        @Nullable String name,
        @Nullable String field,
        @Nullable ModelKind kind,
        @Nullable String reason,
        @Nullable Effect effect) {

    static AwardBody forModel(Dimensions of, Award award) {
        var given = award.commendation();
        var revoked = award.revoked();
        return new AwardBody(
                award.award(),
                Category.MODEL,
                given.form(),
                given.track(),
                given.decision().issuer(),
                DecisionBody.of(given.decision()),
                given.amount(),
                award.recipient(),
                of.programme(),
                of.unit(),
                of.subject(),
                dayOf(revoked, given.on()),
                of.model(),
                of.code(),
                of.name(),
                of.field(),
                of.kind(),
                reasonOf(revoked),
                effectOf(revoked));
    }

    static AwardBody forMovement(MovementAward.Given award) {
        var merit = award.merit();
        var revoked = award.revoked();
        return new AwardBody(
                award.award(),
                Category.MOVEMENT,
                merit.form(),
                merit.track(),
                merit.decision().issuer(),
                DecisionBody.of(merit.decision()),
                merit.amount(),
                merit.recipient(),
                merit.programme(),
                merit.recipient().unit(),
                merit.subject(),
                dayOf(revoked, merit.on()),
                null,
                null,
                null,
                null,
                null,
                reasonOf(revoked),
                effectOf(revoked));
    }

    private static LocalDate dayOf(@Nullable Revocation revoked, LocalDate granted) {
        return revoked == null ? granted : revoked.on();
    }

    private static @Nullable Effect effectOf(@Nullable Revocation revoked) {
        return revoked == null ? null : revoked.effect();
    }

    private static @Nullable String reasonOf(@Nullable Revocation revoked) {
        return revoked == null ? null : revoked.reason();
    }
}

package vn.dvk.awards.domain.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.AwardsReason;
import vn.dvk.awards.domain.CommonRules;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.GivingRules;
import vn.dvk.awards.domain.ProgrammeRules;
import vn.dvk.awards.domain.Recipient;
import vn.dvk.awards.domain.SeveralForms;
import vn.dvk.awards.domain.dossier.Dossier.Known;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.Refusal;

/** Whether a decision of a day could give what is asked for: by the same rules as when it is given. */
public final class Eligibility {

    private Eligibility() {}

    /**
     * In a session of its own: what another has refused can be asked for again.
     *
     * @return what is in the way of a recognition for the programme's own period; nothing if nothing is
     */
    public static Optional<Refusal> recognition(
            Known dossier, String level, LocalDate day, @Nullable ProgrammeRules rules, @Nullable String heldBy) {
        var someDecision = new DecisionPaper(null, null, day, "", List.of());
        var decided = Recognizing.recognize(
                new DossierCommand.Recognize(level, someDecision, day, null, rules, heldBy), dossier.withoutRefusals());
        return switch (decided) {
            case Decision.Refused<DossierEvent>(var why) -> Optional.of(why);
            case Decision.Accepted<DossierEvent> _ -> Optional.empty();
        };
    }

    /**
     * Who is to receive it is said by the decision only; where one form is the rule, an award that the model's own person,
     * household or unit has for the programme's period is in the way.
     *
     * @return nothing if nothing is in the way
     */
    public static Optional<Refusal> award(
            Known dossier, String form, LocalDate day, GivingRules rules, @Nullable String heldBy) {
        var unknown = rules.words().forms().fault("form", form, day);
        if (unknown.isPresent()) {
            return unknown.map(Refusal::blaming);
        }
        if (dossier.withdrawn()) {
            return Optional.of(Refusal.because(AwardsReason.WITHDRAWN));
        }
        if (dossier.isHeldOn(day)) {
            return Optional.of(Refusal.because(AwardsReason.ON_HOLD));
        }
        if (heldBy != null) {
            return Optional.of(Refusal.because(AwardsReason.HELD_WITH_OTHERS, heldBy));
        }
        return CommonRules.inOrder(day, dossier.since()).or(() -> commended(dossier, rules));
    }

    private static Optional<Refusal> commended(Known dossier, GivingRules rules) {
        return rules.severalForms() == SeveralForms.ONE_PER_TRACK
                ? Optional.empty()
                : dossier.awards().stream()
                        .filter(one -> one.stands() && one.commendation().period() == null)
                        .filter(one -> one.recipients().stream()
                                .anyMatch(to -> isOwn(
                                        dossier,
                                        to,
                                        one.commendation().decision().date())))
                        .findFirst()
                        .map(one -> Refusal.because(
                                AwardsReason.ONE_ACHIEVEMENT_ONE_FORM,
                                one.commendation().decision().asNumbered()));
    }

    private static boolean isOwn(Known dossier, Recipient to, LocalDate day) {
        return switch (dossier.entry().dimensions().subject()) {
            case COLLECTIVE -> to.unit().equals(dossier.unitOn(day));
            case INDIVIDUAL, HOUSEHOLD ->
                to.subject() instanceof String subject
                        && subject.equals(dossier.entry().dimensions().subjectId());
        };
    }
}

package vn.dvk.awards.domain.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Dimensions;
import vn.dvk.awards.domain.Period;
import vn.dvk.awards.domain.Printed;
import vn.dvk.awards.domain.Rest;
import vn.dvk.awards.domain.Revocation;

/** As much of a dossier's history as a decision, an answer or what is published about it needs. */
public sealed interface Dossier {

    /** What the council concluded; null until it has. */
    @Nullable
    Conclusion conclusion();

    /** Its registration has not arrived. Its evaluation may have: topics keep no order between them. */
    record NotOpened(@Nullable Conclusion conclusion) implements Dossier {}

    /**
     * @param stays      which unit has led it since when
     * @param since      the day of the registration; nothing is decided before it
     * @param conclusion null until the council has concluded
     */
    record Known(
            Entry entry,
            Stays stays,
            LocalDate since,
            boolean withdrawn,
            @Nullable Conclusion conclusion,
            List<Recognition> recognitions,
            List<NonRecognition> refusals,
            List<Award> awards,
            List<Hold> holds)
            implements Dossier {

        public Known {
            recognitions = List.copyOf(recognitions);
            refusals = List.copyOf(refusals);
            awards = List.copyOf(awards);
            holds = List.copyOf(holds);
        }

        static Known opened(
                Entry entry, Stays stays, LocalDate since, boolean withdrawn, @Nullable Conclusion conclusion) {
            return new Known(entry, stays, since, withdrawn, conclusion, List.of(), List.of(), List.of(), List.of());
        }

        public String model() {
            return entry.dimensions().model();
        }

        /** The unit whose affair it is on that day. */
        public String unitOn(LocalDate day) {
            return Stays.leading(stays.led(), day, entry.dimensions().unit());
        }

        public boolean onHold() {
            return holds.stream().anyMatch(Hold::stands);
        }

        /** Whether a hold is in the way of a decision of that day. */
        public boolean isHeldOn(LocalDate day) {
            return holds.stream().anyMatch(one -> one.isInForceOn(day));
        }

        /** What a recognition in force prints of the person or household; null where none does. */
        public @Nullable Printed printed() {
            return recognitions.stream()
                    .filter(one -> one.stands() && one.printed() != null)
                    .map(Recognition::printed)
                    .reduce(null, (_, last) -> last);
        }

        /** As the world may know it: with a person's or household's title as long as a recognition in force prints it. */
        public Dimensions toldDimensions() {
            var printed = printed();
            return entry.dimensions().titled(printed == null ? null : printed.title());
        }

        /** Where it stands by itself. */
        public Stage stage() {
            return stage(false);
        }

        /** Where it stands for whoever looks at it. @param held whether its unit or subject is on hold */
        public Stage stage(boolean held) {
            if (withdrawn) {
                return Stage.WITHDRAWN;
            }
            if (held || onHold()) {
                return Stage.ON_HOLD;
            }
            if (recognitions.stream().anyMatch(Recognition::stands)) {
                return Stage.RECOGNIZED;
            }
            if (!refusals.isEmpty()) {
                return Stage.REFUSED;
            }
            return conclusion != null && conclusion.stands() ? Stage.EVALUATED : Stage.REGISTERED;
        }

        /** A level recognizes once per period. */
        public Optional<Recognition> standingRecognition(String level, @Nullable Period period) {
            return recognitions.stream()
                    .filter(one -> one.level().equals(level) && one.stands() && Period.isSame(one.period(), period))
                    .findFirst();
        }

        /** A level refuses once per period and session. */
        public Optional<NonRecognition> refusal(String level, @Nullable String session, @Nullable Period period) {
            return refusals(level, period).filter(one -> one.isOf(session)).findFirst();
        }

        Stream<NonRecognition> refusals(String level, @Nullable Period period) {
            return refusals.stream().filter(one -> one.level().equals(level) && Period.isSame(one.period(), period));
        }

        public Optional<NonRecognition> refusal(String id) {
            return refusals.stream().filter(one -> one.refusal().equals(id)).findFirst();
        }

        public Optional<Award> standingAward() {
            return awards.stream().filter(Award::stands).findFirst();
        }

        public Optional<Recognition> recognition(String id) {
            return recognitions.stream()
                    .filter(one -> one.recognition().equals(id))
                    .findFirst();
        }

        public Optional<Award> award(String id) {
            return awards.stream().filter(one -> one.award().equals(id)).findFirst();
        }

        public Optional<Hold> hold(String id) {
            return holds.stream().filter(one -> one.hold().equals(id)).findFirst();
        }

        /** With all papers as they read now. */
        public Known reading(UnaryOperator<DecisionPaper> now) {
            return new Known(
                    entry,
                    stays,
                    since,
                    withdrawn,
                    conclusion,
                    recognitions.stream().map(one -> one.reading(now)).toList(),
                    refusals.stream().map(one -> one.reading(now)).toList(),
                    awards.stream().map(one -> one.reading(now)).toList(),
                    holds);
        }

        /** Everything that rests on a decision of the register, by the decision's id. */
        public List<Rest> rests() {
            var rests = new ArrayList<Rest>();
            recognitions.forEach(one -> Rest.on(one.decision(), Rest.What.RECOGNITION, rests));
            recognitions.forEach(one -> Rest.onRevocation(one.revoked(), rests));
            refusals.forEach(one -> Rest.on(one.decision(), Rest.What.REFUSAL, rests));
            awards.forEach(one -> Rest.on(one.commendation().decision(), Rest.What.AWARD, rests));
            awards.forEach(one -> Rest.onRevocation(one.revoked(), rests));
            return rests;
        }

        Known amended(Entry other, LocalDate on, @Nullable Merger merger) {
            var led =
                    stays.amended(entry.dimensions().unit(), other.dimensions().unit(), on, merger);
            return new Known(other, led, since, withdrawn, conclusion, recognitions, refusals, awards, holds);
        }

        Known closed(LocalDate on) {
            return new Known(entry, stays.ended(on), since, true, conclusion, recognitions, refusals, awards, holds);
        }

        Known evaluated(Evaluation evaluation) {
            return concluded(Conclusion.of(evaluation), recognitions);
        }

        /** What rests on it is flagged, whether or not it is the latest. */
        Known voided(String id, Conclusion.Voiding by) {
            return concluded(
                    conclusion == null ? null : conclusion.voided(id, by),
                    change(recognitions, one -> id.equals(one.conclusion()), one -> one.flagged(by)));
        }

        private Known concluded(@Nullable Conclusion now, List<Recognition> recognized) {
            return new Known(entry, stays, since, withdrawn, now, recognized, refusals, awards, holds);
        }

        Known with(Recognition one) {
            return new Known(
                    entry, stays, since, withdrawn, conclusion, plus(recognitions, one), refusals, awards, holds);
        }

        Known with(NonRecognition one) {
            return new Known(
                    entry, stays, since, withdrawn, conclusion, recognitions, plus(refusals, one), awards, holds);
        }

        Known with(Award one) {
            return new Known(
                    entry, stays, since, withdrawn, conclusion, recognitions, refusals, plus(awards, one), holds);
        }

        Known with(Hold one) {
            return new Known(
                    entry, stays, since, withdrawn, conclusion, recognitions, refusals, awards, plus(holds, one));
        }

        Known withoutRecognition(String id, Revocation by) {
            var changed = change(recognitions, one -> one.recognition().equals(id), one -> one.revoked(by));
            return new Known(entry, stays, since, withdrawn, conclusion, changed, refusals, awards, holds);
        }

        Known withoutAward(String id, Revocation by) {
            var changed = change(awards, one -> one.award().equals(id), one -> one.revoked(by));
            return new Known(entry, stays, since, withdrawn, conclusion, recognitions, refusals, changed, holds);
        }

        Known corrected(String id, Award.Content now) {
            var changed = change(awards, one -> one.award().equals(id), one -> one.corrected(now));
            return new Known(entry, stays, since, withdrawn, conclusion, recognitions, refusals, changed, holds);
        }

        Known withoutHold(String id, Hold.Release by) {
            var changed = change(holds, one -> one.hold().equals(id), one -> one.released(by));
            return new Known(entry, stays, since, withdrawn, conclusion, recognitions, refusals, awards, changed);
        }

        Known corrected(NonRecognition now) {
            var changed = change(refusals, one -> one.refusal().equals(now.refusal()), _ -> now);
            return new Known(entry, stays, since, withdrawn, conclusion, recognitions, changed, awards, holds);
        }

        /** As a session sees it that has not decided yet. */
        Known withoutRefusals() {
            return new Known(entry, stays, since, withdrawn, conclusion, recognitions, List.of(), awards, holds);
        }

        private static <T> List<T> plus(List<T> some, T one) {
            var more = new ArrayList<>(some);
            more.add(one);
            return more;
        }

        private static <T> List<T> change(List<T> all, Predicate<T> which, UnaryOperator<T> how) {
            return all.stream()
                    .map(one -> which.test(one) ? how.apply(one) : one)
                    .toList();
        }
    }

    /** The first that applies, from the bottom up. Awards are beside all of this: they imply nothing and need nothing. */
    enum Stage {
        REGISTERED,
        EVALUATED,
        REFUSED,
        RECOGNIZED,
        ON_HOLD,
        WITHDRAWN
    }
}

package vn.dvk.registration.domain.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** As much of a unit's history as anybody needs. */
public sealed interface Unit {

    record Unknown() implements Unit {}

    /** @param successions in the order in which they were recorded */
    record Known(String code, Profile profile, List<Succession> successions) implements Unit {

        public Known {
            successions = List.copyOf(successions);
        }

        Known with(Succession succession) {
            var more = new ArrayList<>(successions);
            more.add(succession);
            return new Known(code, profile, more);
        }

        /** A name or a superior with its days; null means open on that side. */
        public record Dated(
                String value,
                @Nullable LocalDate from,
                @Nullable LocalDate to) {}

        public List<Dated> names() {
            return dated(profile.name(), Succession.Type.RENAMED);
        }

        public List<Dated> parents() {
            return dated(profile.parent(), Succession.Type.MOVED);
        }

        /**
         * The last day, whether it was described or follows from a merger, split or dissolution: the earliest that is
         * known. A unit into which others are merged goes on, although it is one of those merged.
         */
        public @Nullable LocalDate lastDay() {
            return Stream.concat(
                            Stream.ofNullable(profile.validTo()),
                            successions.stream()
                                    .filter(one -> one.ends(code))
                                    .map(one -> one.effective().minusDays(1)))
                    .min(LocalDate::compareTo)
                    .orElse(null);
        }

        public boolean isAliveOn(LocalDate day) {
            var from = profile.validFrom();
            var to = lastDay();
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }

        private List<Dated> dated(@Nullable String first, Succession.Type type) {
            var dated = new ArrayList<Dated>();
            var value = first;
            var from = profile.validFrom();
            var changes = successions.stream()
                    .filter(one -> one.type() == type && one.units().contains(code))
                    .sorted((a, b) -> a.effective().compareTo(b.effective()))
                    .toList();
            for (var change : changes) {
                add(dated, value, from, change.effective().minusDays(1));
                value = type == Succession.Type.RENAMED ? change.name() : change.parent();
                from = change.effective();
            }
            add(dated, value, from, lastDay());
            return List.copyOf(dated);
        }

        /** Two changes on the same day: only the later one was ever in force. */
        private static void add(
                List<Dated> dated, @Nullable String value, @Nullable LocalDate from, @Nullable LocalDate to) {
            if (value != null && (from == null || to == null || !to.isBefore(from))) {
                dated.add(new Dated(value, from, to));
            }
        }
    }
}

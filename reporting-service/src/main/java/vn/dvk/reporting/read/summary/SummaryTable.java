package vn.dvk.reporting.read.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The table every level prints: units as a tree with subtotals.
 *
 * @param asOf         the last business date that counts
 * @param organisation then or now
 * @param levels       those of the programme and any that is counted, by name, in order; so {@code forms} and {@code tracks}
 *                     of the awards counted
 * @param watermark    place in the log; asked as known by it, the same question always has the same answer
 */
record SummaryTable(
        String programme,
        String name,
        String unit,
        LocalDate cutOff,
        LocalDate asOf,
        Instant asKnown,
        String organisation,
        List<Column> fields,
        List<Column> levels,
        List<Column> forms,
        List<Column> tracks,
        List<Row> rows,
        List<Identity> identities,
        @Nullable String watermark) {

    record Column(String code, String name) {}

    /**
     * @param depth            0 for the unit asked about
     * @param byOrigin         registered by origin: NEW, RUNNING, UPGRADED, REPLICA
     * @param recognized       per level
     * @param inProgress       on the day asOf, neither through its last step nor withdrawn
     * @param closed           through its last step
     * @param withdrawn        registered and withdrawn
     * @param unitsRegistering units at or below this one that have registered
     * @param unitsExpected    those that should, on the day asOf; only where the programme says who
     * @param expectedRegistering those of them that have; only where the programme says who should
     */
    record Row(
            String unit,
            String name,
            @Nullable String parent,
            int depth,
            Split registered,
            Map<String, Long> byOrigin,
            Map<String, Split> byField,
            Map<String, Long> recognized,
            long refused,
            long inProgress,
            long closed,
            long withdrawn,
            long replicated,
            List<Awards> awards,
            long unitsRegistering,
            @Nullable Integer unitsExpected,
            @Nullable Integer expectedRegistering) {}

    record Split(long total, long collective, long individual, long household) {

        static final Split NONE = new Split(0, 0, 0, 0);

        Split plus(String subject, long count) {
            return new Split(
                    total + count,
                    collective + (subject.equals("COLLECTIVE") ? count : 0),
                    individual + (subject.equals("INDIVIDUAL") ? count : 0),
                    household + (subject.equals("HOUSEHOLD") ? count : 0));
        }
    }

    record Awards(
            @Nullable String form,
            @Nullable String track,
            @Nullable String category,
            @Nullable String subject,
            @Nullable String issuer,
            long count) {}

    /** @param id the rule and the unit it is checked at */
    record Identity(String id, String unit, boolean holds, long left, long right, long difference) {

        static Identity of(String rule, String unit, long left, long right) {
            return new Identity(rule + ':' + unit, unit, left == right, left, right, left - right);
        }
    }
}

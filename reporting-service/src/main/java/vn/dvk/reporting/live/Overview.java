package vn.dvk.reporting.live;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The totals of the public page. Aggregates and names of programmes, units and fields only.
 *
 * @param programme  null for all programmes together
 * @param asOf       last business date that counts
 * @param inProgress models in progress now, whatever the cut-off, or on the day that was asked about
 * @param identities of the registered, checked on these very numbers
 */
public record Overview(
        @Nullable String programme,
        @Nullable String name,
        @Nullable String host,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        LocalDate asOf,
        Part registered,
        Part inProgress,
        Part evaluated,
        Part recognized,
        List<Awarded> awarded,
        Replicated replicated,
        List<Field> fields,
        List<Step> steps,
        long overdue,
        Identities identities) {

    /** The same number split by kind and by subject. */
    public record Part(long total, long models, long exemplars, long collective, long individual, long household) {}

    /**
     * Models and exemplars with an award of one track. A model may have one of each, and Party and State are never added
     * up: there is no total.
     */
    public record Awarded(String track, long total, long collective, long individual, long household) {}

    /** @param places source × place */
    public record Replicated(long sources, long places) {}

    public record Field(String code, String name, long total, long collective, long individual, long household) {}

    /**
     * @param standing models that stand at it, on the same day as inProgress
     * @param overdue  of these, those that should have done it before that day
     * @param done     models that have done it by the cut-off
     */
    public record Step(int order, String code, String label, long standing, long overdue, long done) {}

    public record Identities(int checked, int holding) {}
}

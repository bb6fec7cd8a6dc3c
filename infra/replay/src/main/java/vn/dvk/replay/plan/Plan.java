package vn.dvk.replay.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dvk.replay.cases.Case;
import vn.dvk.replay.cases.Happening;
import vn.dvk.replay.cases.Vocabulary.Subject;

/**
 * Everything that is sent for a case, in the order in which it is sent. Models are named by the keys of their entries,
 * because the platform's own ids are only known once they are registered.
 *
 * @param slug the case's name as the beginning of every idempotency key
 */
public record Plan(
        Case of,
        String slug,
        List<Batch> batches,
        CarryingOut carryingOut,
        Appraisal appraisal,
        List<Recognition> recognitions,
        List<ModelAward> modelAwards,
        List<MovementAward> movementAwards,
        List<Replication> replications,
        List<Told> story) {

    public int registrations() {
        return batches.stream().mapToInt(batch -> batch.entries().size()).sum();
    }

    /**
     * One thing of the case's story.
     *
     * @param entry  the form, where a model begins
     * @param points per criterion, where it is concluded
     */
    public record Told(Happening happening, @Nullable Entry entry, Map<String, Integer> points) {}

    public List<Entry> entries() {
        return batches.stream().flatMap(batch -> batch.entries().stream()).toList();
    }

    /** Forms that are submitted, selected by the base and accepted by the superior together. */
    public record Batch(
            int number,
            List<Entry> entries,
            LocalDate selectedOn,
            Document minutes,
            LocalDate acceptedOn,
            Document approval) {}

    /**
     * @param steps   codes of the programme's steps that a person completes before the appraisal, in order
     * @param reports what the owners report while carrying out
     */
    public record CarryingOut(
            List<String> models, List<String> steps, LocalDate on, List<Evidence> evidence, List<Report> reports) {}

    public record Evidence(String kind, String title, String reference) {}

    public record Report(String model, LocalDate from, LocalDate to, LocalDate on, String done) {}

    public record Appraisal(
            List<Appraised> models, LocalDate selfOn, LocalDate superiorOn, LocalDate concludedOn, Document minutes) {}

    /** Points per criterion, of the owner and of the superior. */
    public record Appraised(String model, Map<String, Integer> self, Map<String, Integer> superior) {}

    public record Recognition(String level, Document decision, LocalDate on, List<String> models) {}

    public record ModelAward(String form, String track, Document decision, LocalDate on, List<String> models) {}

    public record MovementAward(
            String programme, String form, String track, Document decision, LocalDate on, List<Recipient> recipients) {}

    /** @param post of a person; absent for a collective */
    public record Recipient(
            String key,
            Subject subject,
            String name,
            @Nullable String post,
            String unit) {}

    public record Replication(
            String model,
            String target,
            LocalDate on,
            @Nullable String note,
            @Nullable LocalDate confirmedOn) {}
}

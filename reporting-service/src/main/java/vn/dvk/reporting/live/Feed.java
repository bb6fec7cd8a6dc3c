package vn.dvk.reporting.live;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.domain.history.CardEvent;
import vn.dvk.reporting.domain.history.ModelEvent;

/**
 * The latest steps forward, newest first. What is only between a unit and its superior, such as a return or a hold, is
 * not for the public page.
 */
final class Feed {

    static final int SHOWN = 8;
    private static final int KEPT = 64;

    private final Deque<Item> items = new ArrayDeque<>();

    /**
     * @param kind   what happened: the key of its sentence
     * @param level  of a recognition
     * @param name   title of the model, or its code while its title is not public; absent for an award for the movement
     */
    record Item(
            String id,
            Instant at,
            String kind,
            @Nullable String level,
            @Nullable String step,
            @Nullable String name,
            String programme,
            String unit) {}

    synchronized void add(CardEvent event) {
        var kind = kind(event.what());
        if (kind != null && items.stream().noneMatch(item -> item.id().equals(event.id()))) {
            var said = event.dimensions();
            var name = said.name() == null ? said.code() : said.name();
            var level = event.what() instanceof ModelEvent.Recognized recognized ? recognized.level() : null;
            var step = event.what() instanceof ModelEvent.StepCompleted completed ? completed.step() : null;
            items.addFirst(new Item(event.id(), event.time(), kind, level, step, name, said.programme(), said.unit()));
            while (items.size() > KEPT) {
                items.removeLast();
            }
        }
    }

    private static @Nullable String kind(ModelEvent what) {
        return switch (what) {
            case ModelEvent.Registered _ -> "registered";
            case ModelEvent.StepCompleted _ -> "step-completed";
            case ModelEvent.Evaluated _ -> "evaluated";
            case ModelEvent.Recognized _ -> "recognized";
            case ModelEvent.Granted _ -> "awarded";
            case ModelEvent.ReplicationStarted _ -> "replication-started";
            case ModelEvent.Replicated _ -> "replicated";
            case ModelEvent.Submitted _,
                    ModelEvent.Returned _,
                    ModelEvent.NotApproved _,
                    ModelEvent.Corrected _,
                    ModelEvent.Changed _,
                    ModelEvent.Transferred _,
                    ModelEvent.Forwarded _,
                    ModelEvent.Voided _,
                    ModelEvent.Withdrawn _,
                    ModelEvent.Opened _,
                    ModelEvent.StepReturned _,
                    ModelEvent.Reported _,
                    ModelEvent.Inspected _,
                    ModelEvent.ConclusionVoided _,
                    ModelEvent.Reviewed _,
                    ModelEvent.RecognitionRefused _,
                    ModelEvent.RefusalCorrected _,
                    ModelEvent.RecognitionRevoked _,
                    ModelEvent.AwardCorrected _,
                    ModelEvent.AwardRevoked _,
                    ModelEvent.HoldPlaced _,
                    ModelEvent.HoldReleased _,
                    ModelEvent.ReplicationProposed _,
                    ModelEvent.ReplicationStopped _ -> null;
        };
    }

    /** Newest first, of one programme or of all. */
    synchronized List<Item> latest(@Nullable String programme) {
        return items.stream()
                .filter(item -> programme == null || programme.equals(item.programme()))
                .limit(SHOWN)
                .toList();
    }
}

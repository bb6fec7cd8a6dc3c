package vn.dvk.reporting.live;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.card.CardEvent;
import vn.dvk.reporting.card.Happening;

/**
 * The latest steps forward, newest first. What is only between a unit and its superior, such as a return or a hold, is
 * not for the public page.
 */
final class Feed {

    static final int SHOWN = 8;
    private static final int KEPT = 64;

    private final Deque<Item> items = new ArrayDeque<>();

    /**
     * @param number counts up within this instance
     * @param kind   what happened: the key of its sentence
     * @param level  of a recognition
     * @param name   title of the model; absent for an award for the movement
     */
    record Item(
            long number,
            String id,
            Instant at,
            String kind,
            @Nullable String level,
            @Nullable String step,
            @Nullable String name,
            String programme,
            String unit) {}

    private long count;

    synchronized void add(CardEvent event) {
        var kind = kind(event.what());
        if (kind != null && items.stream().noneMatch(item -> item.id().equals(event.id()))) {
            var about = event.about();
            var level = event.what() instanceof Happening.Recognized recognized ? recognized.level() : null;
            var step = event.what() instanceof Happening.StepCompleted completed ? completed.step() : null;
            items.addFirst(new Item(
                    ++count,
                    event.id(),
                    event.time(),
                    kind,
                    level,
                    step,
                    about.name(),
                    about.programme(),
                    about.unit()));
            while (items.size() > KEPT) {
                items.removeLast();
            }
        }
    }

    private static @Nullable String kind(Happening what) {
        return switch (what) {
            case Happening.Registered _ -> "registered";
            case Happening.StepCompleted _ -> "step-completed";
            case Happening.Evaluated _ -> "evaluated";
            case Happening.Recognized _ -> "recognized";
            case Happening.Granted _ -> "awarded";
            case Happening.ReplicationStarted _ -> "replication-started";
            case Happening.Replicated _ -> "replicated";
            case Happening.Submitted _,
                    Happening.Returned _,
                    Happening.Amended _,
                    Happening.Withdrawn _,
                    Happening.Opened _,
                    Happening.StepReturned _,
                    Happening.Reported _,
                    Happening.Inspected _,
                    Happening.RecognitionRefused _,
                    Happening.RecognitionRevoked _,
                    Happening.AwardRevoked _,
                    Happening.HoldPlaced _,
                    Happening.HoldReleased _,
                    Happening.ReplicationProposed _,
                    Happening.ReplicationStopped _ -> null;
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

package vn.dvk.service.operations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.Intake;
import vn.dvk.kit.intake.WaitingRoom;
import vn.dvk.kit.intake.WaitingRoom.Waiting;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Refused;
import vn.dvk.service.web.WebReason;

/** Streams that wait: why, since when, and the two things a person can do. */
@RestController
public class WaitingController {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingController.class);

    private final WaitingRoom room;
    private final Intake intake;

    WaitingController(WaitingRoom room, Intake intake) {
        this.room = room;
        this.intake = intake;
    }

    record Item(
            String id,
            String consumer,
            String source,
            String subject,
            String why,
            String reason,
            Instant since,
            int attempts,
            int records,
            String type,
            long position) {

        static Item of(Waiting waiting) {
            var first = waiting.records().getFirst();
            return new Item(
                    waiting.id(),
                    waiting.consumer(),
                    first.source(),
                    first.subject(),
                    waiting.why().name(),
                    waiting.reason(),
                    waiting.since(),
                    waiting.attempts(),
                    waiting.records().size(),
                    first.type(),
                    first.position());
        }
    }

    record Reason(@NotBlank @Size(max = 1000) String reason) {}

    @GetMapping("/api/v1/operations/waiting")
    @Allowed(roles = "'ADMINISTRATOR', 'VIEWER'")
    Map<String, List<Item>> waiting() {
        return Map.of("items", room.all().stream().map(Item::of).toList());
    }

    /** Tries the stream again from its first waiting event. */
    @PostMapping("/api/v1/operations/waiting/{id}/retry")
    @Allowed(roles = "'ADMINISTRATOR'")
    Map<String, Object> retry(@PathVariable String id, RequestContext cause) {
        intake.retry(find(id));
        var left = room.find(id);
        LOG.info("{} tried the waiting stream {} again", cause.actor(), id);
        return Map.of("id", id, "waiting", left.isPresent());
    }

    /** Gives up the first waiting event, for good and on record; the later ones go on behind it. */
    @PostMapping("/api/v1/operations/waiting/{id}/discard")
    @Allowed(roles = "'ADMINISTRATOR'")
    Map<String, Object> discard(@PathVariable String id, @Valid @RequestBody Reason reason, RequestContext cause) {
        var discarded = discard(find(id), reason.reason(), cause);
        LOG.warn("{} discarded {}: {}", cause.actor(), discarded, reason.reason());
        return Map.of("id", id, "discarded", discarded, "waiting", room.find(id).isPresent());
    }

    private String discard(Waiting waiting, String reason, RequestContext cause) {
        try {
            return intake.discard(waiting, cause.actor(), reason);
        } catch (EventHandler.NotHereYet e) {
            throw new Refused(WebReason.NOT_HERE_YET);
        }
    }

    private Waiting find(String id) {
        return room.find(id).orElseThrow(() -> Refused.notFound("waiting", id));
    }
}

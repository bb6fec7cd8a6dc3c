package vn.dvk.service.operations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.Intake;
import vn.dvk.kit.intake.WaitingRoom;
import vn.dvk.kit.intake.WaitingRoom.Head;
import vn.dvk.kit.intake.WaitingRoom.Why;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Refused;
import vn.dvk.service.web.WebReason;

/** Streams that wait: why, since when, and the two things a person can do, one by one or for all of a kind. */
@RestController
public class WaitingController {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingController.class);
    private static final int PAGE = 200;

    private final WaitingRoom room;
    private final Intake intake;

    WaitingController(WaitingRoom room, Intake intake) {
        this.room = room;
        this.intake = intake;
    }

    /** @param position of the first event that waits */
    record WaitingItem(
            String id,
            String source,
            String subject,
            Why why,
            String reason,
            Instant since,
            int attempts,
            int events,
            long position) {

        static WaitingItem of(Head head) {
            var bar = head.stream().indexOf('|');
            return new WaitingItem(
                    head.id(),
                    head.stream().substring(0, bar),
                    head.stream().substring(bar + 1),
                    head.why(),
                    head.reason(),
                    head.since(),
                    head.attempts(),
                    head.events().size(),
                    Long.parseLong(
                            head.events().getFirst(),
                            0,
                            head.events().getFirst().indexOf('|'),
                            10));
        }
    }

    record Reason(@NotBlank @Size(max = 1000) String reason) {}

    /**
     * A page of them, in no particular order.
     *
     * @param after the {@code next} of the page before
     */
    @GetMapping("/api/v1/operations/waiting")
    @Allowed(roles = "'ADMINISTRATOR', 'VIEWER'")
    Map<String, Object> waiting(
            @RequestParam(required = false) @Nullable Why why,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(defaultValue = "") String after) {
        var page = room.page(after, PAGE);
        var body = new LinkedHashMap<String, Object>();
        body.put(
                "items",
                page.stream()
                        .filter(head -> matches(head, why, source))
                        .map(WaitingItem::of)
                        .toList());
        if (page.size() == PAGE) {
            body.put("next", page.getLast().id());
        }
        return body;
    }

    private static boolean matches(Head head, @Nullable Why why, @Nullable String source) {
        return (why == null || head.why() == why)
                && (source == null || head.stream().startsWith(source + '|'));
    }

    /** Tries the stream again from its first waiting event. */
    @PostMapping("/api/v1/operations/waiting/{id}/retry")
    @Allowed(roles = "'ADMINISTRATOR'")
    Map<String, Object> retry(@PathVariable String id, RequestContext context) {
        intake.retry(List.of(find(id)));
        LOG.info("{} tried the waiting stream {} again", context.actor(), id);
        return Map.of("id", id, "waiting", room.find(id).isPresent());
    }

    /** Tries all again that wait for the same reason, of one source or of all. */
    @PostMapping("/api/v1/operations/waiting/retry")
    @Allowed(roles = "'ADMINISTRATOR'")
    Map<String, Object> retryAll(
            @RequestParam Why why, @RequestParam(required = false) @Nullable String source, RequestContext context) {
        var tried = 0;
        for (var page = room.page("", PAGE);
                !page.isEmpty();
                page = room.page(page.getLast().id(), PAGE)) {
            var some = page.stream().filter(head -> matches(head, why, source)).toList();
            intake.retry(some);
            tried += some.size();
        }
        LOG.info("{} tried {} streams again that wait for {}", context.actor(), tried, why);
        return Map.of("tried", tried);
    }

    /** Gives up the first waiting event, for good and on record; the later ones go on behind it. */
    @PostMapping("/api/v1/operations/waiting/{id}/discard")
    @Allowed(roles = "'ADMINISTRATOR'")
    Map<String, Object> discard(@PathVariable String id, @Valid @RequestBody Reason reason, RequestContext context) {
        var discarded = discard(find(id), reason.reason(), context);
        return Map.of("id", id, "discarded", discarded, "waiting", room.find(id).isPresent());
    }

    /** Gives up the first waiting event of all that are parked, of one source or of all. */
    @PostMapping("/api/v1/operations/waiting/discard")
    @Allowed(roles = "'ADMINISTRATOR'")
    Map<String, Object> discardAll(
            @RequestParam(required = false) @Nullable String source,
            @Valid @RequestBody Reason reason,
            RequestContext context) {
        var discarded = 0;
        for (var page = room.page("", PAGE);
                !page.isEmpty();
                page = room.page(page.getLast().id(), PAGE)) {
            for (var head : page) {
                if (matches(head, Why.PARKED, source)) {
                    discard(head, reason.reason(), context);
                    discarded++;
                }
            }
        }
        return Map.of("discarded", discarded);
    }

    private String discard(Head head, String reason, RequestContext context) {
        try {
            var discarded = intake.discard(head, context.actor(), reason);
            LOG.warn("{} discarded {} of {}: {}", context.actor(), discarded, head.stream(), reason);
            return discarded;
        } catch (EventHandler.NotHereYet e) {
            throw new Refused(WebReason.NOT_HERE_YET);
        }
    }

    private Head find(String id) {
        return room.find(id).orElseThrow(() -> Refused.notFound("waiting", id));
    }
}

package vn.dvk.service.operations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.relay.Relay;
import vn.dvk.kit.stream.Republishing;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Refused;

/** What this service publishes: streams that cannot be sent, and events that are put on the topic again. */
@RestController
public class RepublishController {

    private static final Logger LOG = LoggerFactory.getLogger(RepublishController.class);

    private final List<Republishing> streams;
    private final Relay relay;

    RepublishController(List<Republishing> streams, Relay relay) {
        this.relay = relay;
        this.streams = streams.stream()
                .sorted(Comparator.comparingInt(
                                (Republishing one) -> one.subjects().length())
                        .reversed())
                .toList();
    }

    /**
     * @param stream the events' subject, for example a model's id or {@code programme:NA-2024}
     * @param from   first position to publish again; absent: all
     */
    record RepublishBody(
            @NotBlank String stream, @Nullable @Min(1) Long from) {}

    record Parked(String topic, String stream, String reason, Instant since) {}

    /** Streams whose next event the broker does not take, with the reason; they are tried again every minute. */
    @GetMapping("/api/v1/operations/relay")
    @Allowed(roles = "'ADMINISTRATOR', 'VIEWER'")
    Map<String, List<Parked>> parked() {
        return Map.of(
                "items",
                relay.parked().stream()
                        .map(one -> new Parked(one.topic(), one.stream(), one.reason(), one.since()))
                        .toList());
    }

    /** For a log that has lost events: what the stream has published, again, under the same ids and positions. */
    @PostMapping("/api/v1/operations/republish")
    @Allowed(roles = "'ADMINISTRATOR'")
    Map<String, Object> republish(@Valid @RequestBody RepublishBody body, RequestContext context) {
        for (var kind : streams) {
            var prefix = kind.subjects();
            var id = body.stream().startsWith(prefix) ? body.stream().substring(prefix.length()) : "";
            if (!id.isEmpty() && kind.exists(id)) {
                var published = kind.republish(id, body.from() == null ? 1 : body.from());
                LOG.warn("{} had {} events of {} published again", context.actor(), published, body.stream());
                return Map.of("stream", body.stream(), "topic", kind.topic(), "published", published);
            }
        }
        throw Refused.notFound("stream", body.stream());
    }
}

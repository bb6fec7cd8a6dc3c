package vn.dvk.service.operations;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.service.ServiceProperties;
import vn.dvk.service.web.Allowed;

/** How far behind the service is: what a script waits for, and what an operator looks at first. */
@RestController
public class LagController {

    private final Lag lag;
    private final ServiceProperties service;

    LagController(Lag lag, ServiceProperties service) {
        this.lag = lag;
        this.service = service;
    }

    record TopicLag(String topic, long lag) {}

    record LagBody(
            String service, long outbox, List<TopicLag> consumers, long lag, long read, long waiting, long parked) {}

    /** Entries not yet published, records not yet seen through per topic, and streams that wait. */
    @GetMapping("/api/v1/operations/lag")
    @Allowed(roles = "'ADMINISTRATOR', 'VIEWER'")
    LagBody lag() {
        var now = lag.read();
        return new LagBody(
                service.service(),
                now.outbox(),
                now.topics().entrySet().stream()
                        .map(topic -> new TopicLag(topic.getKey(), topic.getValue()))
                        .toList(),
                now.lag(),
                now.read(),
                now.waiting(),
                now.parked());
    }
}

package vn.dvk.service;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import vn.dvk.kit.envelope.Installation;

/**
 * What distinguishes one service on this kit from another.
 *
 * @param service        short name: database, consumer group and source of what it does by itself
 * @param installation   the platform it is part of: it stands in the source of every event, so it never changes
 * @param reads          topics it reads, separated by commas; empty for none
 * @param publicPaths    patterns that need no token, beside health
 * @param docs           whether the API documentation is open to everybody; it holds no data
 * @param maxBody        largest request body
 * @param retry          time between two looks at what waits for something other than a person
 * @param storeTimeout   after which an operation on the store has failed, whatever it waits for
 * @param contracts      absolute address of the event schemas, as every event names it; it need not answer
 * @param bodyDeadline   time within which a request's body has to be there
 * @param maxRequests    requests carried out at once; more wait, and are then refused with 503
 * @param maxWait        how long they wait
 * @param relayBound     most events that may wait for the broker before commands are refused with 503
 * @param trustedProxies addresses (CIDR) whose {@code X-Forwarded-*} headers are believed; nobody's by default
 */
@ConfigurationProperties("dvk")
public record ServiceProperties(
        String service,
        Installation installation,
        @DefaultValue("") String reads,
        @DefaultValue List<String> publicPaths,
        @DefaultValue("true") boolean docs,
        @DefaultValue("2MB") DataSize maxBody,
        @DefaultValue("1s") Duration retry,
        @DefaultValue("10s") Duration storeTimeout,
        @DefaultValue("https://dvk.example/contracts/") String contracts,
        @DefaultValue("30s") Duration bodyDeadline,
        @DefaultValue("256") int maxRequests,
        @DefaultValue("2s") Duration maxWait,
        @DefaultValue("50000") int relayBound,
        @DefaultValue List<String> trustedProxies) {

    public List<String> topics() {
        return reads.isBlank() ? List.of() : List.of(reads.split("\\s*,\\s*"));
    }

    /** For what happens by itself and for the databases: {@code dvk_registration}. */
    public String database() {
        return "dvk_" + service;
    }
}

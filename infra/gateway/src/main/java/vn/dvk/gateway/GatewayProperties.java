package vn.dvk.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the gateway.
 *
 * @param address        what people type: where they come back to after signing in and out; https, except on the own machine
 * @param issuer         what tokens name as their issuer, and where it answers
 * @param secret         client secret of the gateway at the issuer
 * @param endpoints      the issuer's addresses below its own; given, not asked for, so that we start while it is down
 * @param services       where the services are
 * @param connectTimeout after which a service that takes no connection is away; once connected it may take its time
 * @param issuerTimeout  after which the issuer has failed to answer; the session's other requests wait meanwhile
 */
@ConfigurationProperties("dvk.gateway")
record GatewayProperties(
        URI address,
        URI issuer,
        String secret,
        Endpoints endpoints,
        Services services,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("10s") Duration issuerTimeout) {

    private static final Set<String> OWN_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    GatewayProperties {
        if (!"https".equals(address.getScheme()) && !OWN_MACHINE.contains(String.valueOf(address.getHost()))) {
            throw new IllegalArgumentException(
                    "dvk.gateway.address (DVK_GATEWAY) must begin with https: a session's cookie is not sent in the open");
        }
    }

    /** Whether the session's cookie may only travel encrypted. */
    boolean secure() {
        return "https".equals(address.getScheme());
    }

    /** @param keys the JWK set that ID tokens are checked with */
    record Endpoints(String authorization, String token, String keys, String endSession) {}

    record Services(URI registration, URI evaluation, URI awards, URI reporting) {}
}

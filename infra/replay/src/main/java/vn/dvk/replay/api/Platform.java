package vn.dvk.replay.api;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the platform listens, and how its demo people get tokens.
 *
 * @param base   port of the reporting service; the others follow it
 * @param issuer address of the issuer of tokens
 * @param secret password of every demo person
 * @param client what they sign in through; null where each is a client of their own, as at the local issuer
 */
public record Platform(
        int base, URI issuer, String secret, @Nullable String client) {

    private static final int DEFAULT_BASE = 18080;

    /** At the local issuer, which refuses a production profile. */
    private static final String LOCAL_SECRET = "demo";

    /** @throws IllegalArgumentException with one sentence when a variable does not make sense */
    public static Platform from(Map<String, String> environment) {
        var text = environment.getOrDefault("DVK_PORT_BASE", String.valueOf(DEFAULT_BASE));
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65_000) {
            throw new IllegalArgumentException(
                    "DVK_PORT_BASE phải là một cổng từ 1 đến 65000, đang là “%s”. (It must be a port from 1 to 65000.)"
                            .formatted(text));
        }
        var base = Integer.parseInt(text);
        var issuer = environment.get("DVK_ISSUER");
        return new Platform(
                base,
                issuer == null ? local(Service.IDENTITY.port(base)) : URI.create(issuer),
                environment.getOrDefault("DVK_DEMO_SECRET", LOCAL_SECRET),
                environment.get("DVK_DEMO_CLIENT"));
    }

    /** The same people and the same issuer, other instances of the services. */
    public Platform at(int otherBase) {
        return new Platform(otherBase, issuer, secret, client);
    }

    public URI address(Service service) {
        return service == Service.IDENTITY ? issuer : local(service.port(base));
    }

    private static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}

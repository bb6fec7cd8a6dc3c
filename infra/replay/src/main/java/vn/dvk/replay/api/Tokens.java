package vn.dvk.replay.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens of the demo people, asked for when needed and used until shortly before they end. */
final class Tokens {

    private static final int SECONDS_BEFORE_END = 30;

    private record Token(String value, Instant goodUntil) {}

    private final Wire wire;
    private final JsonMapper json;
    private final Platform platform;
    private final Clock clock;
    private final Map<Actor, Token> held = new ConcurrentHashMap<>();

    Tokens(Wire wire, JsonMapper json, Platform platform, Clock clock) {
        this.wire = wire;
        this.json = json;
        this.platform = platform;
        this.clock = clock;
    }

    String of(Actor actor) {
        return held.compute(actor, (_, token) -> good(token) ? token : ask(actor))
                .value();
    }

    /** The platform did not accept this one, whatever its time says. */
    void discard(Actor actor, String refused) {
        held.computeIfPresent(actor, (_, token) -> token.value().equals(refused) ? null : token);
    }

    private boolean good(@Nullable Token token) {
        return token != null && clock.instant().isBefore(token.goodUntil());
    }

    private Token ask(Actor actor) {
        var request = platform.client() == null ? asClient(actor.user()) : through(platform.client(), actor.user());
        var answer = wire.answered(Service.IDENTITY, request);
        if (answer.statusCode() != 200) {
            throw new PlatformFailure("Máy chủ danh tính không cấp thẻ cho %s: %d. (The issuer gives %s no token.)"
                    .formatted(actor.user(), answer.statusCode(), actor.user()));
        }
        var body = json.readTree(answer.body());
        var seconds = Math.max(1, body.path("expires_in").asInt(300) - SECONDS_BEFORE_END);
        return new Token(body.path("access_token").asString(), clock.instant().plusSeconds(seconds));
    }

    /** The local issuer: everybody is a client. */
    private HttpRequest asClient(String user) {
        var credentials = Base64.getEncoder().encodeToString((user + ":" + platform.secret()).getBytes(UTF_8));
        return request("/oauth2/token", Map.of("grant_type", "client_credentials"))
                .header("Authorization", "Basic " + credentials)
                .build();
    }

    /** Keycloak: a person signs in with their password through a client that is there for it. */
    private HttpRequest through(String client, String user) {
        return request(
                        "/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                client,
                                "username",
                                user,
                                "password",
                                platform.secret()))
                .build();
    }

    private HttpRequest.Builder request(String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(platform.address(Service.IDENTITY) + path))
                .timeout(Wire.LONGEST)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }
}

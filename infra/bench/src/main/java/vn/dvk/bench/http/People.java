package vn.dvk.bench.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.dvk.bench.CannotMeasure;

/** The demo people, signed in. Their tokens last longer than a leg and are asked for anew before each. */
public final class People {

    private static final JsonMapper JSON = new JsonMapper();

    private final URI issuer;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    public People(URI issuer) {
        this.issuer = issuer;
    }

    /** From here on everybody gets a new token. */
    public void signInAgain() {
        tokens.clear();
    }

    public String token(String person) {
        return tokens.computeIfAbsent(person, this::ask);
    }

    private String ask(String person) {
        var credentials = Base64.getEncoder().encodeToString((person + ":demo").getBytes(StandardCharsets.UTF_8));
        try (var http = new Http(issuer)) {
            var answer = http.send(
                    "POST",
                    "/oauth2/token",
                    Map.of(
                            "Authorization",
                            "Basic " + credentials,
                            "Content-Type",
                            "application/x-www-form-urlencoded"),
                    "grant_type=client_credentials");
            return read("/oauth2/token", answer).path("access_token").asString();
        } catch (IOException e) {
            throw new CannotMeasure("The issuer does not answer", e);
        }
    }

    public JsonNode get(URI server, String person, String path) {
        return send(server, "GET", path, Map.of("Authorization", "Bearer " + token(person)), "");
    }

    public JsonNode put(URI server, String person, String path, Object body) {
        return send(server, "PUT", path, headers(person, null), JSON.writeValueAsString(body));
    }

    public JsonNode post(URI server, String person, String path, String key, Object body) {
        return send(server, "POST", path, headers(person, key), JSON.writeValueAsString(body));
    }

    public Map<String, String> headers(String person, @org.jspecify.annotations.Nullable String key) {
        var bearer = "Bearer " + token(person);
        return key == null
                ? Map.of("Authorization", bearer, "Content-Type", "application/json")
                : Map.of("Authorization", bearer, "Content-Type", "application/json", "Idempotency-Key", key);
    }

    private static JsonNode send(URI server, String method, String path, Map<String, String> headers, String body) {
        try (var http = new Http(server)) {
            return read(path, http.send(method, path, headers, body));
        } catch (IOException e) {
            throw new CannotMeasure(server + path + " does not answer: " + e, e);
        }
    }

    private static JsonNode read(String path, Http.Answer answer) {
        if (!answer.isOk()) {
            throw new CannotMeasure("HTTP %d at %s: %s".formatted(answer.status(), path, answer.body()));
        }
        return JSON.readTree(answer.body());
    }
}

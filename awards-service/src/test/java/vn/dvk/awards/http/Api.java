package vn.dvk.awards.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.dvk.spec.Tokens;

/** The service as a caller sees it. */
final class Api {

    static final JsonMapper JSON = new JsonMapper();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String base;

    Api(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    record Answer(int status, HttpHeaders headers, JsonNode body) {

        String code() {
            return text("code");
        }

        String text(String field) {
            return body.path(field).asString("");
        }

        String eTag() {
            return headers.firstValue("ETag").orElse("");
        }
    }

    Answer get(String role, String path) {
        return send("GET", path, null, Map.of("Authorization", "Bearer " + token(role)));
    }

    /** Somebody with one role for the whole country. */
    static String token(String role) {
        return Tokens.of("person-" + role.toLowerCase(Locale.ROOT), role + "@VN");
    }

    /** With a key of its own. */
    Answer post(String role, String path, Object body) {
        return post(role, path, body, UUID.randomUUID().toString());
    }

    Answer post(String role, String path, Object body, String key) {
        return post(role, path, body, Map.of("Idempotency-Key", key));
    }

    Answer post(String role, String path, Object body, Map<String, String> headers) {
        var all = new HashMap<>(headers);
        all.putIfAbsent("Authorization", "Bearer " + token(role));
        return send("POST", path, body instanceof String text ? text : JSON.writeValueAsString(body), all);
    }

    Answer send(String method, String path, @Nullable String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        headers.forEach(request::header);
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        request.method(
                method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        try {
            var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), json(response.body()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String text) {
        return text.startsWith("{") ? JSON.readTree(text) : JsonNodeFactory.instance.stringNode(text);
    }
}

package vn.dvk.registration.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.dvk.spec.Tokens;

/** A caller of the service, with the token of a role. */
public final class Api {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;

    public Api(int port) {
        this.port = port;
    }

    /** What came back. */
    public record Response(int status, String text, HttpHeaders headers) {

        public Response is(int expected) {
            assertEquals(expected, status, text);
            return this;
        }

        /** A problem with this stable code, in the form of RFC 9457. */
        public Response is(int expected, String code) {
            is(expected);
            assertEquals(code, json().path("code").asString(""), text);
            assertEquals("/problems/" + code, json().path("type").asString(""), text);
            assertTrue(header("content-type").startsWith("application/problem+json"), text);
            return this;
        }

        public JsonNode json() {
            return JSON.readTree(text);
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    public Response get(String path) {
        return get(path, "VIEWER");
    }

    public Response get(String path, String role) {
        return send(request(path).header("Authorization", bearer(role)).GET());
    }

    /** With a key of its own each time. */
    public Response post(String path, String role, Object body) {
        return post(path, role, body, "Idempotency-Key", UUID.randomUUID().toString());
    }

    public Response post(String path, String role, Object body, String... headers) {
        return send("POST", path, role, body, headers);
    }

    public Response put(String path, String role, Object body, String... headers) {
        return send("PUT", path, role, body, headers);
    }

    private Response send(String method, String path, String role, Object body, String... headers) {
        var request = request(path)
                .header("Authorization", bearer(role))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.toString()));
        for (var i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    /** The person is called after the role. */
    public static String bearer(String role) {
        return "Bearer " + Tokens.of(role.toLowerCase(java.util.Locale.ROOT), role + "@NA");
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    public Response send(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Response(answer.statusCode(), answer.body(), answer.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package vn.dvk.evaluation.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
            Assertions.assertThat(status).as(text).isEqualTo(expected);
            return this;
        }

        /** The status and the problem's stable code. */
        public Response is(int expected, String code) {
            is(expected);
            Assertions.assertThat(json().path("code").asString()).as(text).isEqualTo(code);
            Assertions.assertThat(header("content-type")).startsWith("application/problem+json");
            return this;
        }

        public JsonNode json() {
            return JSON.readTree(text);
        }

        public @Nullable String header(String name) {
            return headers.firstValue(name).orElse(null);
        }
    }

    public Response get(String path, String role) {
        return send(request(path)
                .header("Authorization", "Bearer " + Tokens.of(role))
                .GET());
    }

    /** With a key of its own each time. */
    public Response post(String path, String role, String body) {
        return post(path, role, body, "Idempotency-Key", UUID.randomUUID().toString());
    }

    public Response post(String path, String role, String body, String... headers) {
        return send("POST", path, role, body, headers);
    }

    public Response put(String path, String role, String body, String... headers) {
        return send("PUT", path, role, body, headers);
    }

    public Response send(String method, String path, String role, String body, String... headers) {
        var request = request(path)
                .header("Authorization", "Bearer " + Tokens.of(role))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        for (var i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request);
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

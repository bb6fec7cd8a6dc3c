package vn.dvk.service.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import tools.jackson.databind.JsonNode;
import vn.dvk.kit.envelope.Json;
import vn.dvk.spec.Tokens;

/** A request as it is put together, and its answer. */
final class Request {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String method;
    private final HttpRequest.Builder builder;
    private BodyPublisher body = BodyPublishers.noBody();

    Request(String method, String address) {
        this.method = method;
        this.builder = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(40));
    }

    /** As a person with these roles at these units. */
    Request as(String... assignments) {
        return token(Tokens.of("canbo", assignments));
    }

    Request token(String token) {
        return header("Authorization", "Bearer " + token);
    }

    Request header(String name, String value) {
        builder.setHeader(name, value);
        return this;
    }

    /** Beside those of the same name that are there already. */
    Request another(String name, String value) {
        builder.header(name, value);
        return this;
    }

    Request json(String text) {
        return body(BodyPublishers.ofString(text)).header("Content-Type", "application/json");
    }

    Request body(BodyPublisher publisher) {
        body = publisher;
        return this;
    }

    Answer send() {
        try {
            var answer = HTTP.send(builder.method(method, body).build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    record Answer(int status, java.net.http.HttpHeaders headers, String text) {

        Answer is(int expected) {
            Assertions.assertThat(status).as(text).isEqualTo(expected);
            return this;
        }

        /** An RFC 9457 problem with this status and code. */
        Answer is(int expected, String code) {
            is(expected);
            Assertions.assertThat(header("Content-Type")).startsWith("application/problem+json");
            Assertions.assertThat(json().path("code").asString()).isEqualTo(code);
            return this;
        }

        JsonNode json() {
            return Json.MAPPER.readTree(text);
        }

        String text(String field) {
            return json().path(field).asString();
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }
}

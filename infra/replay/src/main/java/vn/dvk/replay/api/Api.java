package vn.dvk.replay.api;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The public HTTP APIs of the platform, as one of its people uses them. Safe for several threads. */
public final class Api {

    private static final int UNAUTHORIZED = 401;
    private static final int MOST_FRESH_TOKENS = 3;
    private static final int SHOWN_ROWS = 3;

    private final Platform platform;
    private final Patience patience;
    private final Pause pause;
    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultPropertyInclusion(_ -> JsonInclude.Value.construct(NON_NULL, NON_NULL))
            .build();
    private final Wire wire;
    private final Tokens tokens;

    public Api(Platform platform, Patience patience, Pause pause) {
        this.platform = platform;
        this.patience = patience;
        this.pause = pause;
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        this.wire = new Wire(client, patience, pause);
        this.tokens = new Tokens(wire, json, platform, Clock.systemUTC());
    }

    /** Requests sent so far, those sent again included. */
    public long requests() {
        return wire.sent();
    }

    /**
     * Answers that the service cannot now (503).
     *
     * @param all         of them
     * @param withoutTime those that did not say when to come again
     */
    public record Postponed(long all, long withoutTime) {}

    public Postponed postponed() {
        return wire.postponed();
    }

    public JsonNode get(Service service, Actor actor, String path) {
        var answer = send(service, actor, "GET", path, null, null);
        return accepted(service, path, answer);
    }

    /** Whether the service knows what stands at this address. */
    public boolean knows(Service service, Actor actor, String path) {
        var answer = send(service, actor, "GET", path, null, null);
        if (answer.statusCode() == 404) {
            return false;
        }
        accepted(service, path, answer);
        return true;
    }

    /** A question with a body: changes nothing, so it has no key. */
    public JsonNode ask(Service service, Actor actor, String path, Object body) {
        return accepted(service, path, send(service, actor, "POST", path, null, json.writeValueAsString(body)));
    }

    /** Says the whole of something, so that saying it again needs no key. */
    public JsonNode put(Service service, Actor actor, String path, Object body) {
        return change(service, actor, "PUT", path, null, body, Attempt.Done::new);
    }

    public JsonNode post(Service service, Actor actor, String path, Key key, Object body) {
        return change(service, actor, "POST", path, key, body, Attempt.Done::new);
    }

    /**
     * Many commands in one request, all of which must be taken. When some rows are refused because the service does not
     * know their subjects yet, the whole request is sent again with the same key: rows already taken stay as they are.
     */
    public List<Row> bulk(Service service, Actor actor, String path, Key key, Object body) {
        return change(service, actor, "POST", path, key, body, answered -> rows(service, path, answered.path("rows")));
    }

    /** What the service does not know yet is sent again, the same under the same key, within the client's patience. */
    private <T> T change(
            Service service,
            Actor actor,
            String method,
            String path,
            @Nullable Key key,
            Object body,
            Function<JsonNode, Attempt<T>> read) {
        var content = json.writeValueAsString(body);
        var idempotencyKey = key == null ? null : key.of(path, content);
        return waiting(() -> {
            var answer = send(service, actor, method, path, idempotencyKey, content);
            if (answer.statusCode() < 400) {
                return read.apply(tree(answer));
            }
            var problem = Problem.of(answer.statusCode(), tree(answer));
            var failure = refused(service, path, problem.shown(), problem.codes());
            return problem.notYet() ? new Attempt.NotYet<>(failure) : new Attempt.Refused<>(failure);
        });
    }

    private static Attempt<List<Row>> rows(Service service, String path, JsonNode answered) {
        var rows = new ArrayList<Row>();
        var refusals = new ArrayList<String>();
        var codes = new HashSet<String>();
        var allNotYet = true;
        for (var row : answered) {
            var key = row.path("key").asString(row.path("id").asString(""));
            if (row.path("outcome").asString("").equals("REFUSED")) {
                var problem = Problem.of(0, row.path("problem"));
                allNotYet &= problem.notYet();
                refusals.add(key + " → " + problem.shown());
                codes.addAll(problem.codes());
            } else {
                rows.add(new Row(
                        key,
                        row.path("id").asString(key),
                        row.path("outcome").asString("").equals("DONE")));
            }
        }
        if (refusals.isEmpty()) {
            return new Attempt.Done<>(List.copyOf(rows));
        }
        var first = String.join("; ", refusals.subList(0, Math.min(SHOWN_ROWS, refusals.size())));
        var failure = refused(service, path, "%d dòng bị từ chối: %s".formatted(refusals.size(), first), codes);
        return allNotYet ? new Attempt.NotYet<>(failure) : new Attempt.Refused<>(failure);
    }

    /** What one try may end in. */
    private sealed interface Attempt<T> {
        record Done<T>(T result) implements Attempt<T> {}

        record NotYet<T>(PlatformFailure otherwise) implements Attempt<T> {}

        record Refused<T>(PlatformFailure why) implements Attempt<T> {}
    }

    private <T> T waiting(Supplier<Attempt<T>> attempt) {
        var deadline = System.nanoTime() + patience.unknown().toNanos();
        while (true) {
            switch (attempt.get()) {
                case Attempt.Done<T> done -> {
                    return done.result();
                }
                case Attempt.Refused<T> refused -> throw refused.why();
                case Attempt.NotYet<T> notYet -> {
                    if (System.nanoTime() - deadline >= 0) {
                        throw notYet.otherwise();
                    }
                    pause.take(patience.poll());
                }
            }
        }
    }

    private HttpResponse<String> send(
            Service service,
            Actor actor,
            String method,
            String path,
            @Nullable String idempotencyKey,
            @Nullable String content) {
        for (var tries = 1; ; tries++) {
            var token = tokens.of(actor);
            var request = HttpRequest.newBuilder(URI.create(platform.address(service) + path))
                    .timeout(Wire.LONGEST)
                    .header("Authorization", "Bearer " + token)
                    .header("Accept", "application/json, application/problem+json")
                    .header("Accept-Language", "vi");
            if (content == null) {
                request.method(method, BodyPublishers.noBody());
            } else {
                request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(content));
            }
            if (idempotencyKey != null) {
                request.header("Idempotency-Key", idempotencyKey);
            }
            var answer = wire.answered(service, request.build());
            if (answer.statusCode() != UNAUTHORIZED || tries == MOST_FRESH_TOKENS) {
                return answer;
            }
            tokens.discard(actor, token);
        }
    }

    private JsonNode accepted(Service service, String path, HttpResponse<String> answer) {
        var body = tree(answer);
        if (answer.statusCode() >= 400) {
            var problem = Problem.of(answer.statusCode(), body);
            throw refused(service, path, problem.shown(), problem.codes());
        }
        return body;
    }

    private JsonNode tree(HttpResponse<String> answer) {
        try {
            return answer.body().isBlank() ? MissingNode.getInstance() : json.readTree(answer.body());
        } catch (JacksonException _) {
            // Something between us and the service answered in its own words; the status says enough.
            return MissingNode.getInstance();
        }
    }

    private static PlatformFailure refused(Service service, String path, String said, Set<String> codes) {
        return new PlatformFailure(
                "%s từ chối %s – %s (%s refused this request.)".formatted(service.shown(), path, said, service.shown()),
                codes);
    }
}

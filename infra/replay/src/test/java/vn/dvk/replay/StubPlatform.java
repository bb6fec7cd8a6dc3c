package vn.dvk.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.dvk.replay.api.Platform;

/**
 * Five ports that take requests and remember them. It decides nothing: it says yes to every row unless the test gave it
 * other words. What the platform really answers is the end-to-end test's business.
 */
public final class StubPlatform implements AutoCloseable {

    private static final List<String> NAMES = List.of("reporting", "registration", "evaluation", "awards", "identity");

    /** A request as it came in; {@code actor} is who the token names. */
    public record Request(
            String service,
            String actor,
            String method,
            String path,
            @Nullable String key,
            JsonNode body) {}

    public record Answer(int status, String body, Map<String, String> headers) {
        public static Answer ok(String body) {
            return new Answer(200, body, Map.of());
        }

        /** None at all: the connection ends once the request was taken, as when a process is killed. */
        public static Answer silence() {
            return new Answer(0, "", Map.of());
        }

        public static Answer problem(int status, String code) {
            return new Answer(
                    status,
                    "{\"status\":%d,\"code\":\"%s\",\"detail\":\"vì %s\"}".formatted(status, code, code),
                    Map.of());
        }
    }

    private final JsonMapper json = new JsonMapper();
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, HttpServer> servers = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final int base;
    private volatile Function<Request, @Nullable Answer> answers = _ -> null;
    private int tokens;

    public StubPlatform() {
        base = freeBase();
        NAMES.forEach(this::start);
    }

    public Platform platform() {
        return Platform.from(Map.of("DVK_PORT_BASE", String.valueOf(base)));
    }

    public int base() {
        return base;
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** What comes before the usual yes; null leaves a request to it. */
    public void answering(Function<Request, @Nullable Answer> first) {
        answers = first;
    }

    /** From now on nobody listens where the service did. */
    public void stop(String service) {
        Objects.requireNonNull(servers.remove(service), service).stop(0);
    }

    public final void start(String service) {
        servers.put(service, serve(base + NAMES.indexOf(service), service));
    }

    private HttpServer serve(int port, String service) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.setExecutor(workers);
            server.createContext("/", exchange -> handle(service, exchange));
            server.start();
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void handle(String service, HttpExchange exchange) throws IOException {
        try (exchange) {
            var text = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var headers = exchange.getRequestHeaders();
            var path = exchange.getRequestURI().toString();
            Answer answer;
            if (service.equals("identity")) {
                answer = token(headers.getFirst("Authorization"));
            } else {
                var body = json.readTree(text.isEmpty() ? "{}" : text);
                var actor = headers.getFirst("Authorization").replaceFirst("Bearer (.*)-\\d+", "$1");
                var request = new Request(
                        service, actor, exchange.getRequestMethod(), path, headers.getFirst("Idempotency-Key"), body);
                requests.add(request);
                var own = answers.apply(request);
                answer = own == null ? yes(request) : own;
            }
            if (answer.status() == 0) {
                return;
            }
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            var bytes = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private synchronized Answer token(String basic) {
        var user = new String(Base64.getDecoder().decode(basic.replace("Basic ", "")), UTF_8).split(":")[0];
        return Answer.ok("{\"access_token\":\"%s-%d\",\"expires_in\":1800}".formatted(user, ++tokens));
    }

    /** Every row is done and its id follows from its key, as a platform without a past would answer. */
    private Answer yes(Request request) {
        if (request.path().endsWith("/operations/lag")) {
            return Answer.ok("{\"outbox\":0,\"lag\":0,\"waiting\":0,\"parked\":0,\"read\":7}");
        }
        var rows = new ArrayList<String>();
        for (var row : request.body().path("rows")) {
            var key = row.path("key")
                    .asString(row.path("model").asString(row.path("code").asString("")));
            rows.add("{\"key\":\"%s\",\"id\":\"id-%s\",\"outcome\":\"DONE\"}".formatted(key, key));
        }
        for (var list : List.of("ids", "models", "units")) {
            for (var id : request.body().path(list)) {
                rows.add("{\"id\":\"%s\",\"outcome\":\"DONE\"}".formatted(id.asString()));
            }
        }
        return Answer.ok("{\"id\":\"one\",\"rows\":[%s]}".formatted(String.join(",", rows)));
    }

    /** A base whose five ports are free now. */
    private static int freeBase() {
        for (var base = 24_200; base < 32_000; base += 10) {
            if (free(base) && free(base + 1) && free(base + 2) && free(base + 3) && free(base + 4)) {
                return base;
            }
        }
        throw new IllegalStateException("No five free ports");
    }

    private static boolean free(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() {
        servers.values().forEach(server -> server.stop(0));
        workers.shutdownNow();
    }
}

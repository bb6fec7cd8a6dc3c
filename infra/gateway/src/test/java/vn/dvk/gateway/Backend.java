package vn.dvk.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A service in small: says what it was sent, creates things, and has a live stream that never ends by itself. */
final class Backend implements AutoCloseable {

    static final String FRAME = "event: change\ndata: {\"models\": 7}\n\n";

    private final String name;
    private final HttpServer server;
    private volatile CountDownLatch readerLeft = new CountDownLatch(1);

    private Backend(String name, HttpServer server) {
        this.name = name;
        this.server = server;
    }

    static Backend named(String name) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var backend = new Backend(name, server);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", backend::echo);
            server.createContext("/live", backend::live);
            server.start();
            return backend;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Whether the last live stream's reader is gone, as this side sees it. */
    boolean readerLeftWithin(long seconds) throws InterruptedException {
        return readerLeft.await(seconds, TimeUnit.SECONDS);
    }

    private void echo(HttpExchange exchange) throws IOException {
        var seen = new LinkedHashMap<String, @Nullable Object>();
        seen.put("service", name);
        seen.put("method", exchange.getRequestMethod());
        seen.put("path", exchange.getRequestURI().toString());
        seen.put("authorization", exchange.getRequestHeaders().getFirst("Authorization"));
        seen.put("cookie", exchange.getRequestHeaders().getFirst("Cookie"));
        seen.put("forwarded", exchange.getRequestHeaders().getFirst("X-Forwarded-For"));
        seen.put("body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Cache-Control", "public, max-age=60");
        headers.set("Content-Security-Policy", "default-src 'self'");
        headers.set("Set-Cookie", "DVK_GATEWAY=stolen");
        var created = exchange.getRequestMethod().equals("POST");
        if (created) {
            headers.set("Location", exchange.getRequestURI().getPath() + "/17");
        }
        var body = JsonMapper.shared().writeValueAsBytes(seen);
        exchange.sendResponseHeaders(created ? 201 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** One frame, then a heartbeat now and then until nobody takes it. */
    private void live(HttpExchange exchange) throws IOException {
        var left = new CountDownLatch(1);
        readerLeft = left;
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (var body = exchange.getResponseBody()) {
            body.write(FRAME.getBytes(StandardCharsets.UTF_8));
            body.flush();
            while (!left.await(50, TimeUnit.MILLISECONDS)) {
                body.write(":\n\n".getBytes(StandardCharsets.UTF_8));
                body.flush();
            }
        } catch (IOException gone) {
            left.countDown();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

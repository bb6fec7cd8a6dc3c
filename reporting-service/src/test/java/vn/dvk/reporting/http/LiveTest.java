package vn.dvk.reporting.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dvk.kit.envelope.Json;
import vn.dvk.reporting.running.Reporting;

/** The public page and what moves it; no token anywhere. */
class LiveTest {

    private static final int READERS = 20;
    private static final int CHANGES = 12;

    private final Reporting reporting = Reporting.shared();

    /** An open page: its events as they arrive. */
    private record Event(String id, String name, JsonNode data) {}

    private final class Page implements AutoCloseable {

        private final HttpClient http = HttpClient.newHttpClient();
        private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

        Page(String query, String lastEventId) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create(reporting.service().uri() + "/live?" + query));
            if (!lastEventId.isEmpty()) {
                request.header("Last-Event-ID", lastEventId);
            }
            var answer = http.send(request.build(), BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/event-stream");
            Thread.ofVirtual()
                    .start(() ->
                            read(new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))));
        }

        private void read(BufferedReader lines) {
            try (lines) {
                var id = "";
                var name = "";
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("id: ")) {
                        id = line.substring(4);
                    } else if (line.startsWith("event: ")) {
                        name = line.substring(7);
                    } else if (line.startsWith("data: ")) {
                        events.add(new Event(id, name, Json.MAPPER.readTree(line.substring(6))));
                    }
                }
            } catch (IOException _) {
                // closed
            }
        }

        Event next(Predicate<Event> wanted) throws InterruptedException {
            var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (System.nanoTime() < until) {
                var event = events.poll(1, TimeUnit.SECONDS);
                if (event != null && wanted.test(event)) {
                    return event;
                }
            }
            throw new AssertionError("no such event came");
        }

        @Override
        public void close() {
            http.shutdownNow();
        }
    }

    private static long registered(Event event) {
        return event.data().at("/overview/registered/total").asLong();
    }

    @Test
    void anOpenPageGetsASnapshotAndThenEveryChange() throws IOException, InterruptedException {
        var programme = reporting.newProgramme();
        reporting.publish(reporting.newModel(programme, programme + "-1").registered("2024-03-01"));
        reporting.await("measure=registered&programme=" + programme, 1);

        try (var page = new Page("programme=" + programme, "")) {
            var snapshot = page.next(_ -> true);
            assertThat(snapshot.name()).isEqualTo("snapshot");
            assertThat(registered(snapshot)).isEqualTo(1);

            reporting.publish(reporting
                    .newModel(programme, programme + "-1")
                    .with("name", "Ký túc xá <b>vùng biên</b>")
                    .registered("2024-03-02"));
            var change = page.next(event -> registered(event) == 2);
            assertThat(change.name()).isEqualTo("change");
            var line = change.data().at("/feed/0");
            assertThat(line.path("name").asString()).isEqualTo("Ký túc xá <b>vùng biên</b>");
            assertThat(line.path("text").asString()).isEqualTo("được chấp nhận đăng ký");
            assertThat(line.path("unit").asString()).isEqualTo("Đơn vị " + programme + "-1");

            reporting.publish(reporting.newModel(programme, programme + "-1").registered("2024-03-03"));
            page.next(event -> registered(event) == 3);
            try (var again = new Page("programme=" + programme, change.id())) {
                var missed = again.next(_ -> true);
                assertThat(missed.name()).as("what was missed, and no snapshot").isEqualTo("change");
                assertThat(missed.id()).isNotEqualTo(change.id());
            }
        }
    }

    /** A service carries out 256 requests at once, and ten times as many people may leave the page open. */
    @Test
    void anOpenPageIsNoRequestThatIsBeingCarriedOut() throws IOException, InterruptedException {
        var address = URI.create(reporting.service().uri() + "/live");
        try (var http = HttpClient.newHttpClient()) {
            for (var i = 0; i < 260; i++) {
                var open = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofInputStream());
                assertThat(open.statusCode()).as("page %d", i).isEqualTo(200);
            }
            try (var page = new Page("", "")) {
                assertThat(page.next(_ -> true).name()).isEqualTo("snapshot");
            }
            http.shutdownNow();
        }
    }

    /**
     * The server finds that a reader has left when a write fails, and uses the connection's objects again at once: what
     * the one who wrote does after that must not happen to whoever has come next.
     */
    @Test
    void whoHasLeftTakesNobodyElseAlong() {
        var programme = reporting.newProgramme();
        var cutShort = 0;
        for (var change = 1; change <= CHANGES; change++) {
            for (var reader = 0; reader < READERS; reader++) {
                cutShort += opensAndLeaves(programme) ? 0 : 1;
            }
            // A write to everybody who has left since; the second one to each of them fails.
            reporting.publish(reporting.newModel(programme, programme + "-1").registered("2024-03-01"));
            reporting.await("measure=registered&programme=" + programme, change);
        }

        assertThat(cutShort).as("pages that ended before they began").isZero();
    }

    /** @return whether anything came before it ended */
    private boolean opensAndLeaves(String programme) {
        try (var socket = new Socket(
                "127.0.0.1", URI.create(reporting.service().uri().toString()).getPort())) {
            var request = "GET /live?programme=" + programme + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (var line = lines.readLine(); line != null && !line.equals("0"); line = lines.readLine()) {
                if (line.startsWith("data: ")) {
                    lines.readLine(); // all of it, so that the server is not told at once that nobody reads
                    return true;
                }
            }
            return false;
        } catch (IOException _) {
            return false;
        }
    }

    @Test
    void anotherProgrammesEventsAreNotTold() throws IOException, InterruptedException {
        var watched = reporting.newProgramme();
        var other = reporting.newProgramme();
        try (var page = new Page("lang=en&programme=" + watched, "")) {
            page.next(_ -> true);
            reporting.publish(reporting.newModel(other, other + "-1").registered("2024-03-01"));
            reporting.await("measure=registered&programme=" + other, 1);
            reporting.publish(reporting.newModel(watched, watched + "-1").registered("2024-03-01"));

            // The programme's own unit may become known only now; of the other's model nothing is told.
            var change = page.next(event -> {
                assertThat(event.data().path("feed")).hasSize((int) registered(event));
                return registered(event) == 1;
            });
            assertThat(change.data().at("/feed/0/text").asString()).isEqualTo("was accepted as registered");
        }
    }

    @Test
    void whatIsBetweenAUnitAndItsSuperiorIsNotTold() throws IOException, InterruptedException {
        var programme = reporting.newProgramme();
        try (var page = new Page("programme=" + programme, "")) {
            page.next(_ -> true);
            reporting.publish(reporting
                    .newModel(programme, programme + "-1")
                    .submitted("2024-02-01")
                    .returned("2024-02-03")
                    .submitted("2024-02-09")
                    .registered("2024-03-01"));

            var change = page.next(event -> registered(event) == 1);
            assertThat(change.data().path("feed")).hasSize(1);
        }
    }

    @Test
    void thePageIsCompleteAndAllowsNothingInline() {
        var programme = reporting.newProgramme();
        reporting.publish(reporting.newModel(programme, programme + "-1").registered("2024-03-01"));
        reporting.await("measure=registered&programme=" + programme, 1);

        var page = reporting.service().api().get("/?programme=" + programme).is(200);

        assertThat(page.header("content-security-policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.text())
                .contains(
                        "<html lang=\"vi\">", "Toàn cảnh phong trào", "Đơn vị " + programme, "01/01/2024 - 30/06/2024")
                .contains("data-value=\"registered.total\">1<")
                .doesNotContain("??", "style=\"", "<style", "onclick", "http://", "https://");
        assertThat(page.text().split("<script")).as("one script, from here").hasSize(2);

        var english = reporting
                .service()
                .api()
                .get("/?lang=en&programme=" + programme)
                .is(200);
        assertThat(english.text())
                .contains("<html lang=\"en\">", "The movement at a glance")
                .doesNotContain("??");
    }

    @Test
    void itsAssetsComeFromHereAndMayBeKept() {
        var page = reporting.service().api().get("/").is(200).text();
        var matcher = java.util.regex.Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"")
                .matcher(page);
        var assets = matcher.results().map(match -> match.group(1)).toList();
        assertThat(assets).hasSize(3);
        for (var asset : assets) {
            var answer = reporting.service().api().get(asset).is(200);
            assertThat(answer.header("cache-control")).contains("max-age=31536000");
            assertThat(answer.text()).doesNotContain("https://");
        }
    }

    @Test
    void titlesAreEscaped() {
        var programme = reporting.newProgramme();
        reporting.publish(reporting
                .newModel(programme, programme + "-1")
                .with("name", "<script>alert(1)</script>")
                .registered("2024-03-01"));
        reporting.await("measure=registered&programme=" + programme, 1);

        org.awaitility.Awaitility.await().untilAsserted(() -> {
            var page = reporting
                    .service()
                    .api()
                    .get("/?programme=" + programme)
                    .is(200)
                    .text();
            assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
        });
    }
}

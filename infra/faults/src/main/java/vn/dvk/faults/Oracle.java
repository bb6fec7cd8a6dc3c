package vn.dvk.faults;

import static vn.dvk.replay.api.Actor.VIEWER;
import static vn.dvk.replay.api.Service.REGISTRATION;
import static vn.dvk.replay.api.Service.REPORTING;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.dvk.replay.api.PlatformFailure;
import vn.dvk.replay.api.Service;

/**
 * Looks for every accepted command, and for what no command accounts for, in three places: registration's own history,
 * the topics, and reporting's cards. Then the read store is built anew and has to be the same.
 */
final class Oracle {

    private static final int SHOWN = 3;
    private static final int AT_ONCE = 4;

    private final Scene scene;
    private final Ledger.Page page;
    private final Balance balance;
    private long outOfOrder;

    Oracle(Scene scene, Ledger ledger) {
        this.scene = scene;
        this.page = scene.page();
        this.balance = new Balance(ledger, page);
    }

    /** Waits until the platform is at rest, and then asks it everything. */
    Verdict judge(Fault fault, long begun) {
        var findings = new ArrayList<String>();
        var equal = false;
        try {
            scene.awaitQuiet();
            askTopics(Seen.streams(Seen.of(scene.kafka().read(Kafka.TOPICS))));
            eachModel(this::askHistory);
            eachModel(this::askCard);
            askList();
            askTotals(findings);
            equal = scene.rebuild();
        } catch (PlatformFailure failed) {
            findings.add(String.valueOf(failed.getMessage()));
        }
        findings.addAll(scene.findings());
        some("mất · lost", balance.lost(), findings);
        some("thừa · phantom", balance.phantoms(), findings);
        return new Verdict(
                fault,
                page.size(),
                balance.lost().size(),
                balance.phantoms().size(),
                outOfOrder,
                equal,
                findings,
                scene.remarks(),
                Duration.ofNanos(System.nanoTime() - begun));
    }

    /** A few by name: enough to look for them in the logs. */
    private static void some(String what, Set<String> found, List<String> findings) {
        found.stream().limit(SHOWN).forEach(one -> findings.add(what + ": " + one));
    }

    private void askTopics(Map<String, Seen.Stream> streams) {
        var beside = streams.values().stream()
                .flatMap(stream -> stream.events().values().stream())
                .filter(event -> !event.subject().equals(event.key()))
                .collect(Collectors.groupingBy(
                        event -> event.source() + " " + event.key(),
                        Collectors.mapping(Seen::type, Collectors.toList())));
        for (var model : page.models()) {
            for (var service : Ledger.SOURCES) {
                var stream = streams.getOrDefault("/dvk/local/" + word(service) + " " + model, Seen.Stream.NOTHING);
                outOfOrder += stream.jumps() + stream.forks();
                var found = new TreeMap<Long, String>();
                stream.events().forEach((position, event) -> found.put(position, event.type()));
                balance.published(service, model, found, "topic");
                var others = beside.getOrDefault("/dvk/local/" + word(service) + " " + model, List.of());
                balance.beside(service, model, others, "topic");
            }
        }
        streams.values().stream()
                .flatMap(stream -> stream.events().values().stream())
                .forEach(
                        event -> balance.there(event.key(), "%d %s (topic)".formatted(event.position(), event.type())));
    }

    private void askHistory(String model) {
        var history = new ArrayList<String>();
        scene.api()
                .get(REGISTRATION, VIEWER, "/api/v1/registrations/" + model + "/history")
                .forEach(one -> history.add(one.path("type").asString("")));
        balance.stored(model, history);
    }

    private void askCard(String model) {
        if (page.of(model, REGISTRATION).stream()
                .allMatch(one -> one.what().published().isEmpty())) {
            return; // a draft is nobody else's business
        }
        var path = "/api/v1/cards/" + model;
        var known = scene.api().knows(REPORTING, VIEWER, path);
        for (var service : Ledger.SOURCES) {
            var found = new TreeMap<Long, String>();
            var beside = new ArrayList<String>();
            if (known) {
                for (var entry : scene.api().get(REPORTING, VIEWER, path).path("timeline")) {
                    var type = entry.path("type").asString("");
                    if (!entry.path("service").asString("").equals(word(service))) {
                        continue;
                    }
                    if (What.beside(type)) {
                        beside.add(type);
                    } else {
                        found.put(entry.path("position").asLong(0), type);
                    }
                }
            }
            balance.published(service, model, found, "card");
            balance.beside(service, model, beside, "card");
        }
    }

    /** No registration of the fault's programme but the ledger's. */
    private void askList() {
        var cursor = "";
        do {
            var path = "/api/v1/registrations?limit=500&programme=" + page.programme() + cursor;
            var answer = scene.api().get(REGISTRATION, VIEWER, path);
            answer.path("items").forEach(item -> balance.there(item.path("id").asString(""), "registration"));
            var next = answer.path("next").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
    }

    private void askTotals(List<String> findings) {
        var path = "/api/v1/counts?measure=registered&programme=" + page.programme();
        var registered = scene.registered();
        var counted = scene.api().get(REPORTING, VIEWER, path).path("total").asLong(-1);
        if (counted != registered) {
            findings.add("báo cáo đếm %d thay vì %d · reporting counts %1$d registered models, not %2$d"
                    .formatted(counted, registered));
        }
    }

    private void eachModel(Consumer<String> question) {
        try (var askers =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var all = page.models().stream()
                    .map(model -> askers.submit(() -> question.accept(model)))
                    .toList();
            for (var one : all) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure("Đã dừng giữa chừng. (Interrupted.)");
        }
    }

    private static String word(Service service) {
        return service.name().toLowerCase(Locale.ROOT);
    }
}

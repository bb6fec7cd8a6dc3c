package vn.dvk.faults;

import static vn.dvk.replay.api.Actor.AUTHORITY;
import static vn.dvk.replay.api.Actor.OFFICER;
import static vn.dvk.replay.api.Actor.REVIEWER;
import static vn.dvk.replay.api.Service.AWARDS;
import static vn.dvk.replay.api.Service.EVALUATION;
import static vn.dvk.replay.api.Service.REGISTRATION;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import vn.dvk.replay.api.Actor;
import vn.dvk.replay.api.Key;
import vn.dvk.replay.api.PlatformFailure;
import vn.dvk.replay.api.Service;

/**
 * Clients at work over HTTP: some register models, some inspect them, some place holds on them, so that each service has
 * commands of its own whichever is away. Every command is sent until it is answered, and then written into the ledger.
 */
final class Load {

    private static final int REGISTRARS = 4;

    /** Clients of the two services that follow; each model is theirs once it is registered. */
    private static final int FOLLOWERS = 1;

    /** Enough to have been busy: from here on it goes on more slowly, so that looking for all of it does not take long. */
    private static final int MANY = 1_500;

    private static final Duration LONGER_PAUSE = Duration.ofMillis(150);

    private static final Duration LAST_ANSWERS = Duration.ofSeconds(30);

    private final Ledger.Page ledger;
    private final Doors doors;
    private final Duration pause;
    private final BlockingQueue<String> toInspect = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> toHold = new LinkedBlockingQueue<>();
    private volatile boolean ending;
    private volatile boolean registrarsDone;

    /** @param pause of a client after each command */
    Load(Ledger.Page ledger, Doors doors, Duration pause) {
        this.ledger = ledger;
        this.doors = doors;
        this.pause = pause;
    }

    /**
     * Goes on while the fault strikes, and at least for so long; returns when every command that was sent is answered.
     *
     * @throws PlatformFailure if one was refused or not answered within minutes
     */
    void during(Runnable strike, Duration atLeast) {
        var end = System.nanoTime() + atLeast.toNanos();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var registrars = new ArrayList<Future<?>>();
            var followers = new ArrayList<Future<?>>();
            for (var client = 0; client < REGISTRARS; client++) {
                var number = client;
                registrars.add(clients.submit(() -> register(number)));
            }
            for (var client = 0; client < FOLLOWERS; client++) {
                var number = REGISTRARS + client;
                followers.add(clients.submit(() -> follow(toInspect, number, this::inspect)));
                followers.add(clients.submit(() -> follow(toHold, number, this::hold)));
            }
            try {
                strike.run();
                while (System.nanoTime() < end && !ending) {
                    LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                }
                ending = true;
                registrars.forEach(Load::finished);
                registrarsDone = true;
                followers.forEach(Load::finished);
            } catch (RuntimeException failed) {
                ending = true;
                registrarsDone = true;
                endOf(clients);
                throw failed;
            }
        }
    }

    /** What is under way is answered first: a command that is accepted and not in the ledger would look like a phantom. */
    private static void endOf(ExecutorService clients) {
        clients.shutdown();
        try {
            if (!clients.awaitTermination(LAST_ANSWERS.toSeconds(), TimeUnit.SECONDS)) {
                clients.shutdownNow();
            }
        } catch (InterruptedException _) {
            clients.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static void finished(Future<?> client) {
        try {
            client.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure("Đã dừng giữa chừng. (Interrupted.)");
        }
    }

    private void register(int client) {
        for (var number = 0; !ending; number++) {
            var life = new Life(client, "%s-%d-%d".formatted(ledger.programme(), client, number));
            life.begin();
        }
    }

    private interface Step {
        void take(Life life);
    }

    private void follow(BlockingQueue<String> models, int client, Step step) {
        try {
            while (!registrarsDone || !models.isEmpty()) {
                var model = models.poll(100, TimeUnit.MILLISECONDS);
                if (model != null) {
                    step.take(new Life(client, model));
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void inspect(Life life) {
        var inspection = Map.of("on", "2024-03-20", "inspectors", List.of("Tổ kiểm tra"), "findings", "Đúng tiến độ");
        life.send(EVALUATION, REVIEWER, "/api/v1/evaluations/" + life.name + "/inspections", inspection);
        life.accepted(What.INSPECTED, 0);
    }

    private void hold(Life life) {
        var hold = Map.of("kind", "COMPLAINT", "reason", "Chờ giải quyết đơn", "on", "2024-03-25");
        life.send(AWARDS, AUTHORITY, "/api/v1/models/" + life.name + "/holds", hold);
        life.accepted(What.HELD, 0);
    }

    /** One model in the hands of one client. */
    private final class Life {

        private final int client;
        private final String name;
        private String model;
        private int command;

        /** @param name what the client calls it: a word of its own, or the id once it has one */
        Life(int client, String name) {
            this.client = client;
            this.name = name;
            this.model = name;
        }

        void begin() {
            var path = "/api/v1/registrations";
            var drafted = send(REGISTRATION, OFFICER, path, Directory.form(ledger.programme(), name));
            model = drafted.path("id").asString("");
            accepted(What.DRAFTED, version(drafted));
            step(What.SUBMITTED, OFFICER, "submission", Map.of("on", "2024-03-01"));
            step(What.SELECTED, REVIEWER, "selection", Map.of("on", "2024-03-05"));
            var approval = Map.of("number", "12-QĐ/BCĐ", "date", "2024-03-10", "issuer", "Ban Chỉ đạo");
            step(What.REGISTERED, REVIEWER, "acceptance", Map.of("on", "2024-03-10", "approval", approval));
            toInspect.add(model);
            toHold.add(model);
            step(
                    What.CORRECTED,
                    OFFICER,
                    "correction",
                    Map.of("on", "2024-03-12", "reason", "Ghi rõ tên", "name", name + " (ghi rõ)"));
        }

        private void step(What what, Actor actor, String step, Object body) {
            var path = "/api/v1/registrations/" + model + "/" + step;
            accepted(what, version(send(REGISTRATION, actor, path, body)));
        }

        private JsonNode send(Service service, Actor actor, String path, Object body) {
            LockSupport.parkNanos((ledger.size() < MANY ? pause : LONGER_PAUSE).toNanos());
            return doors.to(service, client, command++).post(service, actor, path, new Key(name), body);
        }

        private void accepted(What what, long version) {
            ledger.accepted(model, what, version);
        }

        private static long version(JsonNode answer) {
            return answer.path("version").asLong(0);
        }
    }
}

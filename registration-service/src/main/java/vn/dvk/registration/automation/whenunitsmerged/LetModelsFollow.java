package vn.dvk.registration.automation.whenunitsmerged;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.registration.Registration;
import vn.dvk.registration.domain.registration.RegistrationCommand;
import vn.dvk.registration.domain.registration.RegistrationCommand.FollowMergers;
import vn.dvk.registration.domain.registration.RegistrationEvent;
import vn.dvk.registration.domain.unit.Mergers;
import vn.dvk.registration.domain.unit.Structure;
import vn.dvk.registration.store.LedModels;
import vn.dvk.registration.store.StructureStream;

/**
 * Lets models follow their units. Whatever registers a model of a merged unit later lets it follow in the same write; this
 * is for what was there before.
 *
 * <p>A request that had looked at the units just before may write just after. So those concerned are looked up twice, the
 * second time when no such request can be left; and all of them once after each start, should the service have ended in
 * between. Any number of instances may do it at once: a model that has gone over stays where it is, and the event that
 * says so has the same id whoever tells it.
 */
@Component
class LetModelsFollow implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LetModelsFollow.class);

    private static final int TOGETHER = 200;

    /** No request lasts as long. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    /** The first requests come first. */
    private static final Duration AFTER_THE_START = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final StructureStream structure;
    private final LedModels models;
    private final Streams<RegistrationCommand, Registration, RegistrationEvent> registrations;
    private final Clock clock;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();

    // Guarded by lock.
    private boolean changed;
    private boolean running;
    private @Nullable Thread thread;

    // The thread's own: what has been followed, and what of it no late request can be about any more.
    private Mergers followed = Mergers.NONE;
    private Mergers settled = Mergers.NONE;
    private long next;

    LetModelsFollow(
            StructureStream structure,
            LedModels models,
            Streams<RegistrationCommand, Registration, RegistrationEvent> registrations,
            Clock clock) {
        this.structure = structure;
        this.models = models;
        this.registrations = registrations;
        this.clock = clock;
        structure.onChange(this::wake);
    }

    private void wake() {
        lock.lock();
        try {
            changed = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        lock.lock();
        try {
            running = true;
            next = System.nanoTime() + AFTER_THE_START.toNanos();
            thread = Thread.ofPlatform().daemon().name("models-follow").start(this::run);
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (waited()) {
                try {
                    follow();
                } catch (RuntimeException e) {
                    LOG.warn("Models could not follow their units, will be tried again: {}", e.toString());
                    next = System.nanoTime() + PAUSE.toNanos();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return false once it is to end */
    private boolean waited() throws InterruptedException {
        lock.lock();
        try {
            while (running && !changed && System.nanoTime() < next) {
                TimeUnit.NANOSECONDS.toMillis(woken.awaitNanos(Math.max(1, next - System.nanoTime())));
            }
            changed = false;
            return running;
        } finally {
            lock.unlock();
        }
    }

    private void follow() {
        var now = structure.ask(Structure::mergers);
        var due = System.nanoTime() >= next;
        var fresh = now.since(due ? settled : followed);
        if (!fresh.isEmpty()) {
            follow(fresh, now);
        }
        if (due) {
            settled = followed;
        }
        if (due || !fresh.isEmpty()) {
            next = System.nanoTime() + SETTLED.toNanos();
        }
        followed = now;
    }

    private void follow(Mergers fresh, Mergers all) {
        var ids = models.concernedBy(fresh);
        for (var first = 0; first < ids.size(); first += TOGETHER) {
            follow(ids.subList(first, Math.min(first + TOGETHER, ids.size())), all);
        }
    }

    private void follow(List<String> ids, Mergers mergers) {
        var command = new FollowMergers(mergers);
        var context = new RequestContext(
                "registration", null, UUID.randomUUID().toString(), null, null, null, clock.instant());
        var outcomes = registrations.handleAll(ids.stream()
                .<CommandEnvelope<RegistrationCommand>>map(id -> CommandEnvelope.of(id, command, context))
                .toList());
        var moved = outcomes.stream().filter(Outcome.Stored.class::isInstance).count();
        if (moved > 0) {
            LOG.info("{} models have followed their units", moved);
        }
        if (outcomes.stream().anyMatch(Outcome.Overtaken.class::isInstance)) {
            throw new IllegalStateException("others were faster again and again");
        }
    }

    @Override
    public void stop() {
        Thread ending;
        lock.lock();
        try {
            running = false;
            woken.signalAll();
            ending = thread;
        } finally {
            lock.unlock();
        }
        try {
            if (ending != null && !ending.join(Duration.ofSeconds(3))) {
                ending.interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        lock.lock();
        try {
            return running;
        } finally {
            lock.unlock();
        }
    }

    /** After the indexes are there, and before the relay that publishes what follows is stopped. */
    @Override
    public int getPhase() {
        return 1;
    }
}

package vn.dvk.reporting.projection.rebuild;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import vn.dvk.reporting.projection.Generations;
import vn.dvk.reporting.projection.rebuild.Rebuild.Phase;
import vn.dvk.reporting.projection.rebuild.Rebuild.State;
import vn.dvk.reporting.projection.rebuild.RebuildRegister.Entry;
import vn.dvk.service.IndexInitializer;

/** Starts rebuilds, one at a time over all instances, says how far the latest is, and clears up after dead ones. */
public final class Rebuilds implements IndexInitializer {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);

    private static final Duration BETWEEN_SIGNS = Duration.ofMillis(250);

    /** Questions that still read the old generation have been answered by then. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Rebuilding rebuilding;
    private final Generations generations;
    private final RebuildRegister register;
    private final RebuildWatch watch;
    private final Clock clock;

    Rebuilds(
            Rebuilding rebuilding, Generations generations, RebuildRegister register, RebuildWatch watch, Clock clock) {
        this.rebuilding = rebuilding;
        this.generations = generations;
        this.register = register;
        this.watch = watch;
        this.clock = clock;
    }

    /** The read store; and what rebuilds that have ended have left behind goes. */
    @Override
    public void prepare() {
        generations.prepare();
        if (latest().filter(rebuild -> rebuild.state() == State.RUNNING).isEmpty()) {
            clear();
        }
    }

    /** While none is under way: nothing is being built, and only the generation that is read is kept. */
    private void clear() {
        var active = generations.active();
        if (active.building() != null) {
            generations.move(active, active.withoutBuilding());
        }
        generations.tidy();
    }

    public Optional<Rebuild> latest() {
        return register.latest().map(Entry::rebuild);
    }

    /**
     * Starts one, unless this one or another is under way: then that one is the answer.
     *
     * @param accept whether it may take the place of the read generation although they differ
     */
    public Rebuild start(String id, boolean accept) {
        var before = latest();
        if (before.filter(one -> one.id().equals(id)).isPresent()) {
            return before.get();
        }
        var rebuild = Rebuild.begun(id, generations.nextNumber(), accept, clock.instant());
        if (!register.begin(rebuild)) {
            return latest().orElseThrow();
        }
        Thread.ofPlatform().name("rebuild").daemon().start(() -> run(rebuild));
        return rebuild;
    }

    private void run(Rebuild rebuild) {
        var signs = new Signs(rebuild);
        try {
            clear();
            var next = generations.generation(rebuild.generation());
            next.prepare();
            var old = rebuilding.run(next, rebuild.accept(), signs);
            signs.end(signs.rebuild().ended(State.DONE, clock.instant(), null));
            LOG.info("Rebuild {}: generation {} is read now", rebuild.id(), next.number());
            LockSupport.parkNanos(GRACE.toNanos());
            generations.drop(old);
        } catch (Rebuilding.Overtaken | Rebuilding.Different e) {
            LOG.warn("Rebuild {} ends; the old generation stays: {}", rebuild.id(), e.getMessage());
            giveUp(signs, e);
        } catch (RuntimeException e) {
            LOG.error("Rebuild {} has failed; the old generation stays", rebuild.id(), e);
            giveUp(signs, e);
        }
    }

    /** If even this fails, it falls silent, and whoever watches clears up. */
    private void giveUp(Signs signs, RuntimeException why) {
        try {
            forget(signs.rebuild());
            signs.end(ended(signs.rebuild(), State.FAILED, String.valueOf(why.getMessage())));
        } catch (RuntimeException e) {
            LOG.warn("Rebuild {} could not be given up: {}", signs.rebuild().id(), e.toString());
        }
    }

    /** Once it is read it is done, whatever has come after. */
    private Rebuild ended(Rebuild rebuild, State how, String why) {
        return generations.active().reading() == rebuild.generation()
                ? rebuild.ended(State.DONE, clock.instant(), null)
                : rebuild.ended(how, clock.instant(), why);
    }

    /** What it has built is written no more, and goes; unless it is what is read by now. */
    private void forget(Rebuild rebuild) {
        for (var active = generations.active();
                active.building() != null && active.building() == rebuild.generation();
                active = generations.active()) {
            generations.move(active, active.withoutBuilding());
        }
        generations.drop(rebuild.generation());
    }

    /** On every instance: what the rebuild of a dead one has left is cleared up. */
    @Scheduled(fixedDelay = 1_000)
    void clearUpAfterDeadOne() {
        try {
            watch.dead().ifPresent(this::bury);
        } catch (RuntimeException e) {
            LOG.warn("Could not look at the latest rebuild: {}", e.toString());
        }
    }

    private void bury(Entry dead) {
        var ended = ended(dead.rebuild(), State.INTERRUPTED, "no sign of life");
        if (register.write(dead, ended).isPresent()) {
            LOG.warn(
                    "Rebuild {} has given no sign of life and is over",
                    dead.rebuild().id());
            clear();
        }
    }

    /** Writes down how far it is, not with every batch, and notices if it has been taken for dead. */
    private final class Signs implements Rebuilding.Progress {

        private Entry entry;
        private long last;

        Signs(Rebuild begun) {
            entry = new Entry(begun, 1);
        }

        Rebuild rebuild() {
            return entry.rebuild();
        }

        private void write(Rebuild now) {
            last = System.nanoTime();
            entry = register.write(entry, now).orElseThrow(Rebuilding.Overtaken::new);
        }

        @Override
        public void enter(Phase phase) {
            write(rebuild().at(phase));
        }

        @Override
        public void at(long done, long total) {
            if (done == total || System.nanoTime() - last > BETWEEN_SIGNS.toNanos()) {
                write(rebuild().read(done, total));
            }
        }

        @Override
        public void sign() {
            if (System.nanoTime() - last > BETWEEN_SIGNS.toNanos()) {
                write(rebuild());
            }
        }

        @Override
        public void found(Differences differences) {
            write(rebuild().with(differences));
        }

        void end(Rebuild ended) {
            register.write(entry, ended);
        }
    }
}

package vn.dvk.reporting.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.dvk.reporting.domain.organisation.DirectorySnapshot;

class DirectoryTest {

    private static final DirectorySnapshot OLD = new DirectorySnapshot(List.of(), List.of(), List.of());
    private static final Instant FIRST = Instant.parse("2026-11-27T03:00:00Z");
    private static final DirectorySnapshot NEW = new DirectorySnapshot(List.of(), List.of(), List.of());

    @Test
    void whatWasReadBeforeAChangeIsNotKeptAfterIt() throws InterruptedException, ExecutionException, TimeoutException {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var reads = new AtomicInteger();
        var directory = new Directory(
                () -> {
                    if (reads.incrementAndGet() > 1) {
                        return new Directory.Read(NEW, new TreeSet<>());
                    }
                    begun.countDown();
                    await(goOn);
                    return new Directory.Read(OLD, new TreeSet<>());
                },
                _ -> NEW,
                Clock.systemUTC());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(directory::now);
            await(begun);
            directory.changed();
            goOn.countDown();
            assertThat(slow.get(10, TimeUnit.SECONDS)).isSameAs(OLD);
        }

        assertThat(directory.now()).isSameAs(NEW);
        assertThat(directory.now()).isSameAs(NEW);
        assertThat(reads).hasValue(2);
    }

    @Test
    void manyQuestionsAfterAChangeReadItOnce() {
        var reads = new AtomicInteger();
        var directory = new Directory(
                () -> {
                    reads.incrementAndGet();
                    return new Directory.Read(NEW, new TreeSet<>());
                },
                _ -> NEW,
                Clock.systemUTC());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 50; i++) {
                threads.submit(directory::now);
            }
        }

        assertThat(reads).hasValue(1);
    }

    @Test
    void asKnownBeforeItIsReadOnceForEachTimeInWhichNothingWasTold() {
        var told = new TreeSet<>(List.of(FIRST, FIRST.plusSeconds(60)));
        var asked = new ArrayList<Instant>();
        var directory = new Directory(
                () -> new Directory.Read(NEW, told),
                at -> {
                    asked.add(at);
                    return OLD;
                },
                Clock.systemUTC());

        assertThat(directory.asKnown(FIRST)).isSameAs(OLD);
        assertThat(directory.asKnown(FIRST.plusSeconds(59))).isSameAs(OLD);
        assertThat(directory.asKnown(FIRST.plusSeconds(60))).isSameAs(NEW);
        assertThat(directory.asKnown(null)).isSameAs(NEW);
        assertThat(directory.asKnown(FIRST.minusMillis(1)).units()).isEmpty();
        assertThat(asked).containsExactly(FIRST);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package vn.dvk.reporting.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
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
    private static final DirectorySnapshot NEW = new DirectorySnapshot(List.of(), List.of(), List.of());

    @Test
    void whatWasReadBeforeAChangeIsNotKeptAfterIt() throws InterruptedException, ExecutionException, TimeoutException {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var reads = new AtomicInteger();
        var directory = new Directory(
                () -> {
                    if (reads.incrementAndGet() > 1) {
                        return NEW;
                    }
                    begun.countDown();
                    await(goOn);
                    return OLD;
                },
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
                    return NEW;
                },
                Clock.systemUTC());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 50; i++) {
                threads.submit(directory::now);
            }
        }

        assertThat(reads).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

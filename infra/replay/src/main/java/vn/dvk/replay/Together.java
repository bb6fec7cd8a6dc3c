package vn.dvk.replay;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import vn.dvk.replay.api.PlatformFailure;

/** Does things whose order does not matter a few at a time, so that client and services work at once. */
final class Together implements AutoCloseable {

    private final ExecutorService workers;

    Together(int atOnce) {
        workers = Executors.newFixedThreadPool(
                atOnce, Thread.ofPlatform().name("replay-", 1).daemon().factory());
    }

    /** Returns when all are done; the first failure stops the rest. */
    <T> void each(List<T> things, Consumer<T> work) {
        var running = things.stream()
                .map(thing -> workers.submit(() -> work.accept(thing)))
                .toList();
        try {
            for (var one : running) {
                one.get();
            }
        } catch (ExecutionException failed) {
            running.forEach(one -> one.cancel(true));
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed);
        } catch (InterruptedException _) {
            running.forEach(one -> one.cancel(true));
            Thread.currentThread().interrupt();
            throw new PlatformFailure("Đã dừng giữa chừng. (Interrupted.)");
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}

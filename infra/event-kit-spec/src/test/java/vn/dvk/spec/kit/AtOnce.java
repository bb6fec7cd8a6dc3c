package vn.dvk.spec.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Runs the same thing in several threads that start together. */
final class AtOnce {

    private AtOnce() {}

    /** @return what each of them gave, by number; a failure of any is thrown */
    static <T> List<T> run(int threads, IntFunction<Callable<T>> task) throws Exception {
        var start = new CyclicBarrier(threads);
        try (var executor = Executors.newFixedThreadPool(threads)) {
            var running = new ArrayList<Future<T>>();
            for (var i = 0; i < threads; i++) {
                var one = task.apply(i);
                running.add(executor.submit(() -> {
                    start.await(10, TimeUnit.SECONDS);
                    return one.call();
                }));
            }
            var results = new ArrayList<T>();
            for (var future : running) {
                results.add(result(future));
            }
            return results;
        }
    }

    private static <T> T result(Future<T> future) throws Exception {
        try {
            return future.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}

package vn.dvk.service.web;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Room in memory for large bodies. What is made of one takes many times its size until it is carried out, and as many at
 * once as there may be requests would be more than there is: they take turns.
 */
final class BodyRoom {

    /** Single commands are not counted. */
    private static final long SMALL = 64 * 1024;

    /** Not measured by itself: with it sixteen bodies of 2 MB at once go through 112 MB of heap, without it they do not. */
    private static final int HEAP_PER_BYTE = 28;

    private final int all;
    private final Semaphore free;

    BodyRoom(long bytes) {
        this.all = Math.clamp(bytes, 1, Integer.MAX_VALUE);
        this.free = new Semaphore(all, true);
    }

    static BodyRoom ofThisHeap() {
        return new BodyRoom(Runtime.getRuntime().maxMemory() / HEAP_PER_BYTE);
    }

    /**
     * @param longest how long to wait for others to be done
     * @return how much of the room it has, to be given back
     * @throws Full if they are not done by then
     */
    int take(long bytes, Duration longest) throws Full {
        if (bytes <= SMALL) {
            return 0;
        }
        var needed = (int) Math.min(bytes, all);
        try {
            if (!free.tryAcquire(needed, longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Full();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Full();
        }
        return needed;
    }

    void giveBack(int taken) {
        free.release(taken);
    }

    /** Others need the room. */
    static final class Full extends IOException {

        private static final long serialVersionUID = 1L;

        Full() {
            super("too many large bodies at once");
        }
    }
}

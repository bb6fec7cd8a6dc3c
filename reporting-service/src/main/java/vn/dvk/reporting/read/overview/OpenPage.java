package vn.dvk.reporting.read.overview;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.live.Hub;

/**
 * One open page, followed by a thread of its own until either side ends it.
 *
 * <p>The server uses a connection's objects again for the next one as soon as it has found that the reader has gone, and
 * it finds that because a write fails, while the thread that wrote is still in that write. What this thread does after
 * that would happen to a stranger. So the server is not told to go on ({@link AsyncListener}) before the write is over,
 * and nothing is written after it has been.
 */
final class OpenPage implements AsyncListener {

    private static final long HEARTBEAT_SECONDS = 10;

    private final Hub.Subscription page;
    private final HttpServletResponse response;
    private final AsyncContext connection;
    private final ReentrantLock turn = new ReentrantLock();
    private boolean over;

    private OpenPage(Hub.Subscription page, HttpServletResponse response, AsyncContext connection) {
        this.page = page;
        this.response = response;
        this.connection = connection;
    }

    static void follow(Hub.Subscription page, HttpServletResponse response, AsyncContext connection) {
        connection.setTimeout(0);
        var open = new OpenPage(page, response, connection);
        connection.addListener(open);
        Thread.ofVirtual().name("live-page").start(open::run);
    }

    private void run() {
        try (page) {
            while (write(page.client().next(HEARTBEAT_SECONDS, TimeUnit.SECONDS))) {
                // until one side ends it
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * @param frame null to end it
     * @return whether it goes on
     */
    private boolean write(byte @Nullable [] frame) {
        turn.lock();
        try {
            if (over) {
                return false;
            }
            if (frame == null) {
                over = true;
                connection.complete();
                return false;
            }
            response.getOutputStream().write(frame);
            response.flushBuffer();
            return true;
        } catch (IOException _) {
            // The reader has gone, or has taken nothing for longer than one write may last: the server ends it.
            over = true;
            return false;
        } finally {
            turn.unlock();
        }
    }

    private void end() {
        turn.lock();
        try {
            over = true;
        } finally {
            turn.unlock();
        }
        page.close();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // It is started once.
    }
}

package vn.dvk.reporting.read.overview;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dvk.reporting.live.Hub;

/**
 * One open page, without a thread of its own: whoever has something for it sends as much as the connection takes, and the
 * server goes on with the rest when it takes more. So nobody ever waits for a reader.
 *
 * <p>The server uses a connection's objects again for the next one as soon as it has found that the reader has gone. What
 * is done to them after that would happen to a stranger. So the server is not told to go on ({@link AsyncListener}) before
 * a write is over, and nothing is written after it has been.
 */
final class OpenPage implements AsyncListener, WriteListener {

    private static final Logger LOG = LoggerFactory.getLogger(OpenPage.class);

    private final Hub.Subscription page;
    private final AsyncContext connection;
    private final ServletOutputStream out;
    private final ReentrantLock turn = new ReentrantLock();
    private boolean written;
    private boolean over;

    private OpenPage(Hub.Subscription page, AsyncContext connection) throws IOException {
        this.page = page;
        this.connection = connection;
        this.out = connection.getResponse().getOutputStream();
    }

    /** @param connection with the server's own response, because the filters' wrappers have done their part */
    static void follow(Hub.Subscription page, AsyncContext connection) throws IOException {
        connection.setTimeout(0);
        var open = new OpenPage(page, connection);
        connection.addListener(open);
        open.out.setWriteListener(open); // which has the server call it for the first time
        page.client().sendBy(open::send);
    }

    private void send() {
        turn.lock();
        try {
            if (!over && !page.client().isOpen()) {
                over = true;
                connection.complete();
            }
            while (!over && out.isReady() && sendsMore()) {
                // until there is no more, or it takes no more
            }
        } catch (IOException _) {
            over = true; // the reader has gone: the server ends it, and the next page is not to suffer for it
        } catch (RuntimeException unexpected) {
            over = true;
            LOG.warn("An open page is ended, so that its reader comes back: {}", unexpected.toString());
            endQuietly();
        } finally {
            turn.unlock();
        }
    }

    /** A page left open would show old figures for ever. */
    private void endQuietly() {
        try {
            connection.complete();
        } catch (IllegalStateException _) {
            // The server has ended it already.
        }
    }

    private boolean sendsMore() throws IOException {
        if (written) {
            out.flush();
            written = false;
            return true;
        }
        var frame = page.client().poll();
        if (frame != null) {
            out.write(frame);
            written = true;
        }
        return written;
    }

    @Override
    public void onWritePossible() {
        send();
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
    public void onError(Throwable gone) {
        end();
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

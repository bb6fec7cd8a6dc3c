package vn.dvk.reporting.live;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * What one open page is still to be sent. The buffer is bounded: whoever does not keep up is dropped and starts again from
 * a snapshot.
 */
public final class Client {

    /** Frames, which all clients of a channel share; some seconds of them. */
    private static final int BUFFER = 256;

    private final Queue<byte[]> frames = new ArrayBlockingQueue<>(BUFFER);
    private volatile boolean open = true;
    private volatile Runnable sender = () -> {};

    Client(List<Frame> first) {
        first.forEach(frame -> frames.add(frame.bytes()));
    }

    /** @param sender called after every change here; must not wait for the reader */
    public void sendBy(Runnable sender) {
        this.sender = sender;
    }

    /** @return false if there was no room; the client is closed then */
    boolean offer(byte[] frame) {
        if (open && frames.offer(frame)) {
            return true;
        }
        close();
        return false;
    }

    void send() {
        sender.run();
    }

    void close() {
        open = false;
        frames.clear();
    }

    /** False when the connection is to be ended. */
    public boolean isOpen() {
        return open;
    }

    /** @return what to send next, null if there is nothing yet */
    public byte @Nullable [] poll() {
        return frames.poll();
    }
}

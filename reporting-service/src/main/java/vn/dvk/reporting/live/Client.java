package vn.dvk.reporting.live;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One open page. Its buffer is bounded: whoever does not keep up is dropped and starts again from a snapshot. */
public final class Client {

    /** Frames, which all clients of a channel share; some seconds of them. */
    private static final int BUFFER = 256;

    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> frames = new ArrayBlockingQueue<>(BUFFER);
    private volatile boolean open = true;

    Client(List<Frame> first) {
        first.forEach(frame -> frames.add(frame.bytes()));
    }

    /** @return false if there was no room; the client is closed then */
    boolean offer(Frame frame) {
        if (open && frames.offer(frame.bytes())) {
            return true;
        }
        close();
        return false;
    }

    void close() {
        open = false;
        frames.clear();
        frames.offer(END);
    }

    /**
     * What to send next.
     *
     * @return null when the connection is to be closed; a heartbeat if nothing happened for that long
     */
    public byte @Nullable [] next(long patience, TimeUnit unit) throws InterruptedException {
        var frame = frames.poll(patience, unit);
        if (!open || frame == END) {
            return null;
        }
        return frame == null ? Frame.HEARTBEAT : frame;
    }
}

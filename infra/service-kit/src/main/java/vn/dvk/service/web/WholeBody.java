package vn.dvk.service.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body is read as a whole when it is first asked for. Not before, because whoever may not ask is told
 * so without anybody looking at what was sent. Closed when the request is carried out: then others have its room.
 */
final class WholeBody extends HttpServletRequestWrapper implements AutoCloseable {

    private final long limit;
    private final Duration deadline;
    private final BodyRoom room;
    private int taken;
    private byte @Nullable [] bytes;

    WholeBody(HttpServletRequest request, long limit, Duration deadline, BodyRoom room) {
        super(request);
        this.limit = limit;
        this.deadline = deadline;
        this.room = room;
    }

    @Override
    public void close() {
        room.giveBack(taken);
        taken = 0;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Bytes(bytes());
    }

    /**
     * @throws TooLarge beyond the limit, by what the request says of itself or by what really arrives
     * @throws TooSlow  if it is not there within the deadline
     * @throws NoText   if it is not UTF-8
     * @throws BodyRoom.Full if there is no room for it while others are being carried out
     */
    byte[] bytes() throws IOException {
        var read = bytes;
        if (read == null) {
            read = read();
            requireText(read);
            bytes = read;
        }
        return read;
    }

    private byte[] read() throws IOException {
        if (getContentLengthLong() > limit) {
            throw new TooLarge(limit);
        }
        taken += room.take(getContentLengthLong() < 0 ? limit : getContentLengthLong(), deadline);
        var began = System.nanoTime();
        var all = new ByteArrayOutputStream(Math.max(256, getContentLength()));
        var some = new byte[8192];
        var body = super.getInputStream();
        try {
            for (var count = body.read(some); count >= 0; count = body.read(some)) {
                all.write(some, 0, count);
                if (all.size() > limit) {
                    throw new TooLarge(limit);
                }
                if (System.nanoTime() - began > deadline.toNanos()) {
                    throw new TooSlow();
                }
            }
        } catch (SocketTimeoutException _) {
            throw new TooSlow();
        }
        return all.toByteArray();
    }

    /** A byte that is 0 is in no JSON, but in every other encoding of it, which its reader would find out and follow. */
    private static void requireText(byte[] bytes) throws NoText {
        for (var i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                throw new NoText(bytes, i);
            }
        }
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var input = ByteBuffer.wrap(bytes);
        var output = CharBuffer.allocate(8192);
        var result = decoder.decode(input, output, true);
        while (result.isOverflow()) {
            output.clear();
            result = decoder.decode(input, output, true);
        }
        if (result.isError()) {
            throw new NoText(bytes, input.position());
        }
    }

    /** More than the limit. */
    static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;

        private final long limit;

        TooLarge(long limit) {
            super("more than " + limit + " bytes");
            this.limit = limit;
        }

        long limit() {
            return limit;
        }
    }

    /** Not there within the deadline. */
    static final class TooSlow extends IOException {

        private static final long serialVersionUID = 1L;

        TooSlow() {
            super("the body does not come to its end");
        }
    }

    /** Bytes that are no UTF-8, and where. */
    static final class NoText extends IOException {

        private static final long serialVersionUID = 1L;

        private final int line;
        private final int column;

        NoText(byte[] bytes, int position) {
            super("no UTF-8");
            var before = new String(bytes, 0, position, StandardCharsets.UTF_8);
            this.line = 1
                    + (int) before.chars()
                            .filter(character -> character == '\n')
                            .count();
            this.column = before.length() - before.lastIndexOf('\n');
        }

        int line() {
            return line;
        }

        int column() {
            return column;
        }
    }

    private static final class Bytes extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Bytes(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("Read by one thread, as a whole");
        }
    }
}

package vn.dvk.service.running;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import vn.dvk.spec.RunningService;

/** A connection on which anything may be sent, byte by byte; what comes back is taken as it comes. */
final class Wire implements AutoCloseable {

    private final Socket socket;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final Thread reader;

    Wire(RunningService service) throws IOException {
        socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(service.uri()).getPort());
        reader = Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try {
            socket.getInputStream().transferTo(received);
        } catch (IOException _) {
            // closed by either side
        }
    }

    Wire send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    boolean isClosedByTheOther() {
        return !reader.isAlive();
    }

    String received() {
        return received.toString(StandardCharsets.UTF_8);
    }

    /** Everything until the other side closes. */
    String receive() throws InterruptedException {
        if (!reader.join(java.time.Duration.ofSeconds(30))) {
            throw new IllegalStateException("Not closed; so far: " + received());
        }
        return received();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

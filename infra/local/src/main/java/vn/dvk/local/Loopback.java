package vn.dvk.local;

import static vn.dvk.local.Words.both;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The only network address anything here listens on. */
final class Loopback {

    static final String ADDRESS = "127.0.0.1";

    private Loopback() {}

    /**
     * The port asked for, or a free one for 0. Free means free just now: the caller takes it at once, and a lost race
     * shows as a failed start.
     */
    static int port(int wanted) {
        if (wanted != 0) {
            return wanted;
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(ADDRESS))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails with a sentence when somebody else listens on the port. */
    static void requireFree(int port, String what) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true); // a connection of the last run that is still closing is no hindrance
            socket.bind(new InetSocketAddress(ADDRESS, port));
        } catch (IOException e) {
            throw new CannotRun(
                    both(
                                    "Cổng %1$d (%2$s) đang được chương trình khác dùng: hãy dừng nó hoặc đổi DVK_PORT_BASE.",
                                    "Port %1$d for %2$s is in use by another program: stop it, or change DVK_PORT_BASE.")
                            .formatted(port, what),
                    e);
        }
    }
}

package vn.dvk.local;

import static vn.dvk.local.Words.both;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * How {@code ./infra/dvk} speaks to a running supervisor: a Unix domain socket in a folder only its owner may enter, so
 * no port, no password and no other user. One line asks; the answer is lines, and last {@code exit <code>}.
 */
final class ControlSocket implements AutoCloseable {

    private static final String EXIT = "exit ";

    /** What the kernel allows for a socket's path, with its closing zero. */
    private static final int LONGEST_PATH = 107;

    /** Carries out a request and returns its exit code. */
    @FunctionalInterface
    interface Answerer {
        int answer(String request, Consumer<String> say) throws Exception;
    }

    private final ServerSocketChannel server;
    private final Path file;
    private final Answerer answerer;
    private final ExecutorService conversations = Executors.newVirtualThreadPerTaskExecutor();

    private ControlSocket(ServerSocketChannel server, Path file, Answerer answerer) {
        this.server = server;
        this.file = file;
        this.answerer = answerer;
    }

    static Path in(Settings settings) {
        return settings.run().resolve("control.sock");
    }

    static ControlSocket listen(Path file, Answerer answerer) throws IOException {
        Files.deleteIfExists(file); // of a supervisor that was killed; the lock says there is no other
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(address(file));
        var socket = new ControlSocket(server, file, answerer);
        Thread.ofPlatform().daemon().name("control").start(socket::accept);
        return socket;
    }

    /**
     * Asks the supervisor that listens on the file.
     *
     * @return its exit code; empty when none listens, or when it ended without an answer
     */
    static OptionalInt ask(Path file, String request, Consumer<String> listener) {
        try (var channel = SocketChannel.open(address(file))) {
            writer(channel).println(request);
            var reader = reader(channel);
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith(EXIT)) {
                    return OptionalInt.of(Integer.parseInt(line.substring(EXIT.length())));
                }
                listener.accept(line);
            }
            return OptionalInt.empty();
        } catch (IOException _) {
            return OptionalInt.empty();
        }
    }

    /** No new orders; those being answered, the one to stop among them, get a moment to hear the end. */
    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(file);
            conversations.shutdown();
            conversations.awaitTermination(2, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (true) {
            try {
                var channel = server.accept();
                conversations.execute(() -> serve(channel));
            } catch (ClosedChannelException _) {
                return; // we closed it
            } catch (IOException e) {
                System.err.println("Control socket: " + e.getMessage());
                return;
            }
        }
    }

    private void serve(SocketChannel channel) {
        try (channel) {
            var request = reader(channel).readLine();
            var writer = writer(channel);
            if (request != null) {
                writer.println(EXIT + answerer.answer(request, writer::println));
            }
        } catch (Exception e) {
            System.err.println("Control request: " + e);
        }
    }

    /** Paths of sockets are short by nature; from the working folder it may still fit. */
    private static UnixDomainSocketAddress address(Path file) {
        var relative = Path.of("").toAbsolutePath().relativize(file.toAbsolutePath());
        var shorter = relative.toString().length() < file.toString().length() ? relative : file;
        if (shorter.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
            throw new CannotRun(both(
                    "Đường dẫn DVK_HOME quá dài: hãy chọn thư mục khác",
                    "The path of DVK_HOME is too long for a socket: choose a shorter one"));
        }
        return UnixDomainSocketAddress.of(shorter);
    }

    private static BufferedReader reader(SocketChannel channel) {
        return new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
    }

    private static PrintWriter writer(SocketChannel channel) {
        return new PrintWriter(Channels.newWriter(channel, StandardCharsets.UTF_8), true);
    }
}

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import vn.dvk.local.Store;

/**
 * The embedded store for other containers. It listens on the loopback interface only, as everywhere; what comes in on
 * MongoDB's port is handed through to it.
 */
final class StoreForContainers {

    private static final int PORT = 27017;

    public static void main(String[] arguments) throws IOException {
        var store = Store.open(Path.of(arguments[0]), PORT + 1);
        Runtime.getRuntime().addShutdownHook(new Thread(store::close));
        try (var door = new ServerSocket()) {
            door.bind(new InetSocketAddress(PORT), 512);
            System.out.println("The stand-in for MongoDB listens");
            while (true) {
                var caller = door.accept();
                Thread.ofVirtual().start(() -> handThrough(caller, store.port()));
            }
        }
    }

    private static void handThrough(Socket caller, int port) {
        try (caller;
                var behind = new Socket("127.0.0.1", port)) {
            caller.setTcpNoDelay(true);
            behind.setTcpNoDelay(true);
            var answers = Thread.ofVirtual().start(() -> pump(behind, caller));
            pump(caller, behind);
            answers.join();
        } catch (IOException gone) {
            // One end has gone; the other is closed with it.
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pump(Socket from, Socket to) {
        try (InputStream in = from.getInputStream()) {
            in.transferTo(to.getOutputStream());
        } catch (IOException gone) {
            // As above.
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is of no use any more.
        }
    }
}

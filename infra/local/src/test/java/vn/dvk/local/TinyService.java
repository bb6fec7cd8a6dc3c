package vn.dvk.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A process that does what the supervisor needs from one: serve a page, or die, and note when it is asked to stop. */
final class TinyService {

    private TinyService() {}

    /** Arguments: name, port or {@code broken}, file that gets the name when the process stops cleanly. */
    public static void main(String[] arguments) throws Exception {
        if (arguments[1].equals("broken")) {
            System.out.println("The roof is leaking");
            System.exit(7);
        }
        var stops = Path.of(arguments[2]);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> note(stops, arguments[0])));
        var server = HttpServer.create(new InetSocketAddress(Loopback.ADDRESS, Integer.parseInt(arguments[1])), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    private static void note(Path file, String name) {
        try {
            Files.writeString(file, name + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            System.err.println(e);
        }
    }
}

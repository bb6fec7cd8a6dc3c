package vn.dvk.bench.bare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Open pages as sockets in a list, and one loop that writes to each; who takes nothing is dropped. On the next port. */
@RestController
class BareFanOut implements DisposableBean {

    private static final byte[] HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocketChannel server;
    private final List<SocketChannel> pages = new CopyOnWriteArrayList<>();
    private long number;

    BareFanOut(@Value("${bare.port}") int port) throws IOException {
        server = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", port + 1), 4_096);
        Thread.ofPlatform().name("fan-out").daemon().start(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                var page = server.accept();
                var request = ByteBuffer.allocate(4_096);
                page.read(request);
                page.configureBlocking(false);
                pages.add(page); // before it can know that it is open
                page.write(ByteBuffer.wrap(HEAD));
            }
        } catch (IOException _) {
            // closed
        }
    }

    @PostMapping("/fan")
    void send(@RequestBody String data) {
        var frame = ("id: bare-%d\nevent: change\ndata: ".formatted(++number) + data + "\n\n")
                .getBytes(StandardCharsets.UTF_8);
        for (var page : pages) {
            try {
                if (page.write(ByteBuffer.wrap(frame)) < frame.length) {
                    drop(page);
                }
            } catch (IOException _) {
                drop(page);
            }
        }
    }

    private void drop(SocketChannel page) {
        pages.remove(page);
        try {
            page.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void destroy() throws IOException {
        server.close();
    }
}

package vn.dvk.faults.kind;

import static java.nio.charset.StandardCharsets.UTF_8;
import static vn.dvk.replay.api.Actor.VIEWER;
import static vn.dvk.replay.api.Service.REPORTING;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import vn.dvk.faults.Fault;
import vn.dvk.faults.Scene;
import vn.dvk.replay.api.PlatformFailure;

/** Hundreds of open pages that never read, some that read a byte now and then, and one that has to be told everything. */
public final class DeadReaders implements Fault {

    private static final int DEAD = 300;
    private static final int SLOW = 20;
    private static final int SMALLEST_BUFFER = 1024;

    /** Twice what there is between two heartbeats: a connection that is silent for longer is dead. */
    private static final int LONGEST_SILENCE_MS = 20_000;

    private static final long BEFORE_A_VISIT = TimeUnit.MILLISECONDS.toNanos(100);

    @Override
    public String name() {
        return "F15";
    }

    @Override
    public String what() {
        return "người đọc chết, chậm · dead and slow readers";
    }

    @Override
    public void strike(Scene scene) {
        // Until reporting has read of the programme there is no such page.
        scene.await(
                "page", () -> scene.api().knows(REPORTING, VIEWER, "/api/v1/overview?programme=" + scene.programme()));
        var open = new ArrayList<Socket>();
        var closing = new AtomicBoolean();
        var healthy = new Healthy(scene.live(), closing);
        try {
            for (var number = 0; number < DEAD + SLOW; number++) {
                var socket = subscribe(scene.live(), SMALLEST_BUFFER);
                open.add(socket);
                if (number >= DEAD) {
                    Thread.ofVirtual().start(() -> readSlowly(scene, socket, closing));
                }
            }
            Thread.ofPlatform().daemon().name("healthy reader").start(healthy::read);
            scene.underLoad(6, () -> scene.await("frames", () -> healthy.frames.get() > 2));
            var refused = scene.api().postponed();
            scene.api().get(REPORTING, VIEWER, "/api/v1/counts?measure=registered&programme=" + scene.programme());
            scene.promise(
                    "dịch vụ bận vì trang đang mở · busy with open pages",
                    scene.api().postponed().all() == refused.all());
            scene.await("the last frame", () -> healthy.registered.get() == scene.registered());
            scene.promise("người đọc khỏe bị ngắt · the healthy reader was thrown out", healthy.endings.isEmpty());
        } finally {
            closing.set(true);
            open.forEach(DeadReaders::close);
            scene.remark(
                    "%d khung tới người đọc khỏe · frames reached the healthy reader in %d visits, %d did not read%s"
                            .formatted(
                                    healthy.frames.get(),
                                    healthy.visits.get(),
                                    DEAD + SLOW,
                                    healthy.endings.isEmpty() ? "" : " " + healthy.endings));
        }
    }

    private static Socket subscribe(URI page, int buffer) {
        try {
            var socket = new Socket();
            socket.setReceiveBufferSize(buffer);
            socket.setSoTimeout(LONGEST_SILENCE_MS);
            connect(socket, page);
            admitted(socket.getInputStream());
            socket.setSoTimeout(0);
            return socket;
        } catch (IOException failed) {
            throw new PlatformFailure(
                    "Trang trực tiếp không cho vào: %1$s. (The live page let nobody in: %1$s.)".formatted(failed));
        }
    }

    private static void connect(Socket socket, URI page) throws IOException {
        socket.connect(new InetSocketAddress(page.getHost(), page.getPort()));
        socket.getOutputStream()
                .write("GET %s?%s HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n\r\n"
                        .formatted(page.getPath(), page.getQuery(), page.getAuthority())
                        .getBytes(UTF_8));
    }

    /** A page that was not let in would prove nothing by being dead. Reads no further than it must: the rest stays unread. */
    private static void admitted(InputStream answer) throws IOException {
        var status = new StringBuilder();
        for (var next = answer.read(); next >= 0 && next != '\n'; next = answer.read()) {
            status.append((char) next);
        }
        if (!status.toString().contains(" 200")) {
            throw new IOException("answered: " + status);
        }
    }

    private static void readSlowly(Scene scene, Socket socket, AtomicBoolean closing) {
        try {
            while (!closing.get() && socket.getInputStream().read() >= 0) {
                scene.pass(0.2);
            }
        } catch (IOException _) {
            // Thrown out for being slow, which is right.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is closed, then.
        }
    }

    /** Reads as fast as it can, with a browser's buffers, and comes back as a browser does. */
    private static final class Healthy {

        private static final String TOTAL = "\"registered\":{\"total\":";

        private final URI page;
        private final AtomicBoolean closing;
        private final AtomicInteger visits = new AtomicInteger();
        private final AtomicInteger frames = new AtomicInteger();
        private final AtomicLong registered = new AtomicLong(-1);

        /** How visits ended that it had not meant to end. */
        private final List<String> endings = new CopyOnWriteArrayList<>();

        Healthy(URI page, AtomicBoolean closing) {
            this.page = page;
            this.closing = closing;
        }

        void read() {
            while (!closing.get()) {
                LockSupport.parkNanos(BEFORE_A_VISIT);
                visits.incrementAndGet();
                try (var socket = new Socket()) {
                    socket.setSoTimeout(LONGEST_SILENCE_MS);
                    connect(socket, page);
                    admitted(socket.getInputStream());
                    listen(new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)));
                    over("máy chủ đóng · the server closed it");
                } catch (IOException e) {
                    over(e.toString()); // It comes back, and what it has heard is what counts.
                }
            }
        }

        private void over(String why) {
            if (!closing.get()) {
                endings.add(why);
            }
        }

        private void listen(BufferedReader reader) throws IOException {
            for (var line = reader.readLine(); line != null && !closing.get(); line = reader.readLine()) {
                var at = line.indexOf(TOTAL);
                if (at >= 0) {
                    frames.incrementAndGet();
                    registered.set(
                            Long.parseLong(line.substring(at + TOTAL.length()).split("[^0-9]", 2)[0]));
                }
            }
        }
    }
}

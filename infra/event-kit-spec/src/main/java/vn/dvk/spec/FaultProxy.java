package vn.dvk.spec;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a driver and its store, and does what networks and replica sets do at bad moments: connections are
 * cut, refused, slow or silent; a write is done and not replicated; a primary steps down before or after it wrote.
 *
 * <pre>{@code
 * try (var proxy = FaultProxy.before(Backbone.mongoUri());
 *         var service = RunningService.start(App.class, "DVK_MONGODB_URI=" + proxy.uri("serverSelectionTimeoutMS=500"))) {
 *     proxy.next(2, "update").writeConcernError(64);
 *     proxy.next(1, "update", "insert").error(10107, Write.NOT_DONE);
 *     proxy.blackHole();
 *     proxy.restore();
 * }
 * }</pre>
 *
 * <p>For one store without TLS. The driver is told to talk to this address only, whatever else a replica set names.
 */
public final class FaultProxy implements AutoCloseable {

    /** Whether the store has got the command, when its reply is not the store's. */
    public enum Write {
        DONE,
        NOT_DONE
    }

    private enum Mode {
        PASS,
        BLACK_HOLE,
        REFUSE
    }

    /** What happens to one command. */
    private sealed interface Fault {

        record ConcernNotMet(BsonDocument error) implements Fault {}

        record Instead(BsonDocument reply, Write write) implements Fault {}

        record Cut(Write write) implements Fault {}
    }

    /** @param left how many commands it is still for */
    private record Plan(Set<String> commands, AtomicInteger left, Fault fault) {}

    private final String given;
    private final InetSocketAddress store;
    private final int port;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final Queue<Plan> plans = new ConcurrentLinkedQueue<>();
    private final AtomicInteger struck = new AtomicInteger();
    private volatile Mode mode = Mode.PASS;
    private volatile Duration delay = Duration.ZERO;
    private volatile ServerSocket listener;

    private FaultProxy(String uri) {
        this.given = uri;
        var address = hostOf(uri);
        var at = address.lastIndexOf(':');
        this.store = at < 0
                ? new InetSocketAddress(address, 27017)
                : new InetSocketAddress(address.substring(0, at), Integer.parseInt(address.substring(at + 1)));
        this.listener = listen(0);
        this.port = listener.getLocalPort();
    }

    /** @param uri connection string of the store; of several hosts, the first */
    public static FaultProxy before(String uri) {
        return new FaultProxy(uri);
    }

    /**
     * The connection string to use instead.
     *
     * @param options more of them, such as {@code socketTimeoutMS=500}
     */
    public String uri(String... options) {
        var all = given.replace(hosts(given), "127.0.0.1:" + port);
        if (!all.substring("mongodb://".length()).contains("/")) {
            all += "/";
        }
        var more = "directConnection=true" + (options.length == 0 ? "" : "&" + String.join("&", options));
        return all + (all.contains("?") ? "&" : "?") + more;
    }

    private static String hosts(String uri) {
        return uri.replaceFirst("^mongodb://([^@/]*@)?", "").replaceFirst("[/?].*$", "");
    }

    private static String hostOf(String uri) {
        return hosts(uri).split(",")[0];
    }

    /** Ends every connection there is; new ones are welcome. */
    public void cut() {
        connections.forEach(Connection::close);
    }

    /** Nobody is connected, and nobody gets in: the store's process is gone. */
    public void refuse() {
        mode = Mode.REFUSE;
        close(listener);
        cut();
    }

    /** Whoever connects gets in, and nothing is ever answered: the store's machine is gone. */
    public void blackHole() {
        mode = Mode.BLACK_HOLE;
    }

    /** Every reply comes that much later. */
    public void delay(Duration later) {
        delay = later;
    }

    /** All is well again, and no more faults are planned. Connections that were left without an answer are cut. */
    public void restore() {
        plans.clear();
        delay = Duration.ZERO;
        var before = mode;
        mode = Mode.PASS;
        if (before == Mode.REFUSE) {
            listener = listen(port);
        }
        if (before != Mode.PASS) {
            cut();
        }
    }

    /** Plans a fault for the next so many of these commands, on whatever connection; plans are taken up in turn. */
    public Next next(int count, String... commands) {
        return new Next(count, Set.of(commands));
    }

    /** How many commands have met a fault that was planned for them. */
    public int struck() {
        return struck.get();
    }

    /** How a planned fault looks to the driver. */
    public final class Next {

        private final int count;
        private final Set<String> commands;

        private Next(int count, Set<String> commands) {
            this.count = count;
            this.commands = commands;
        }

        /**
         * The write was done, and is not known to be on enough members.
         *
         * @param code 64 when replication took too long, 91 when the member shuts down
         */
        public void writeConcernError(int code) {
            plan(new Fault.ConcernNotMet(new BsonDocument("code", new BsonInt32(code))
                    .append("codeName", new BsonString(nameOf(code)))
                    .append("errmsg", new BsonString("the write concern was not met, says a test"))
                    .append("errInfo", new BsonDocument("wtimeout", new BsonBoolean(code == 64)))));
        }

        /**
         * The command failed in a way that another try may mend.
         *
         * @param code 10107 not the primary, 189 stepped down, 11600 shutting down
         */
        public void error(int code, Write write) {
            plan(new Fault.Instead(
                    new BsonDocument("ok", new BsonDouble(0))
                            .append("errmsg", new BsonString(nameOf(code) + ", says a test"))
                            .append("code", new BsonInt32(code))
                            .append("codeName", new BsonString(nameOf(code)))
                            .append("errorLabels", new BsonArray(List.of(new BsonString("RetryableWriteError")))),
                    write));
        }

        /** The connection ends where the reply should be, so that the driver cannot know. */
        public void cut(Write write) {
            plan(new Fault.Cut(write));
        }

        private void plan(Fault fault) {
            plans.add(new Plan(commands, new AtomicInteger(count), fault));
        }
    }

    private static String nameOf(int code) {
        return switch (code) {
            case 64 -> "WriteConcernTimeout";
            case 91 -> "ShutdownInProgress";
            case 189 -> "PrimarySteppedDown";
            case 10107 -> "NotWritablePrimary";
            case 11600 -> "InterruptedAtShutdown";
            default -> "Code" + code;
        };
    }

    private @Nullable Fault faultFor(String command) {
        for (var plan : plans) {
            if (plan.commands().contains(command) && plan.left().getAndDecrement() > 0) {
                struck.incrementAndGet();
                return plan.fault();
            }
        }
        return null;
    }

    @Override
    public void close() {
        refuse();
    }

    private ServerSocket listen(int on) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), on));
            Thread.ofVirtual().name("fault-proxy").start(() -> acceptFrom(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void acceptFrom(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                var connection = new Connection(socket.accept());
                connections.add(connection);
                connection.start();
            } catch (IOException e) {
                // Closed, or gone before it was here: whoever called finds out.
            }
        }
    }

    private static void close(AutoCloseable what) {
        try {
            what.close();
        } catch (Exception e) {
            // It is of no use any more, which is what was wanted.
        }
    }

    /** One caller, and the connection to the store that is its own. */
    private final class Connection {

        private final Socket caller;
        private final Socket behind = new Socket();
        private final Map<Integer, Fault> planned = new ConcurrentHashMap<>();
        private final CountDownLatch closed = new CountDownLatch(1);

        Connection(Socket caller) {
            this.caller = caller;
        }

        void start() throws IOException {
            try {
                behind.connect(store);
            } catch (IOException e) {
                close();
                throw e;
            }
            Thread.ofVirtual().name("fault-proxy-commands").start(() -> pump(caller, this::command));
            Thread.ofVirtual().name("fault-proxy-replies").start(() -> pump(behind, this::reply));
        }

        private void pump(Socket from, Step step) {
            try {
                var in = new DataInputStream(from.getInputStream());
                for (var message = WireMessage.read(in); message != null; message = WireMessage.read(in)) {
                    if (mode != Mode.BLACK_HOLE) {
                        step.take(message);
                    }
                }
            } catch (IOException e) {
                // One end is gone, so the other goes too.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                close();
            }
        }

        private void command(WireMessage command) throws IOException {
            switch (faultFor(command.command())) {
                case null -> send(command, behind.getOutputStream());
                case Fault.Instead(var reply, var write) when write == Write.NOT_DONE -> answer(command.reply(reply));
                case Fault.Cut(var write) when write == Write.NOT_DONE -> close();
                case Fault fault -> {
                    planned.put(command.id(), fault);
                    send(command, behind.getOutputStream());
                }
            }
        }

        private void reply(WireMessage reply) throws IOException, InterruptedException {
            var later = delay;
            if (later.isPositive() && closed.await(later.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            switch (planned.remove(reply.responseTo())) {
                case null -> answer(reply);
                case Fault.ConcernNotMet(var error) -> answer(reply.with(concernNotMet(reply, error)));
                case Fault.Instead instead -> answer(reply.with(instead.reply()));
                case Fault.Cut _ -> close();
            }
        }

        private BsonDocument concernNotMet(WireMessage reply, BsonDocument error) throws IOException {
            var document = reply.document();
            if (document == null) {
                throw new IOException("A reply that is no document");
            }
            return document.decode(new BsonDocumentCodec()).append("writeConcernError", error);
        }

        private void answer(WireMessage reply) throws IOException {
            send(reply, caller.getOutputStream());
        }

        private void send(WireMessage message, OutputStream to) throws IOException {
            synchronized (to) {
                to.write(message.bytes());
                to.flush();
            }
        }

        void close() {
            connections.remove(this);
            closed.countDown();
            FaultProxy.close(caller);
            FaultProxy.close(behind);
        }
    }

    @FunctionalInterface
    private interface Step {
        void take(WireMessage message) throws IOException, InterruptedException;
    }
}

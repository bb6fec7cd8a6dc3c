package vn.dvk.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.SFChunk;
import org.h2.mvstore.SingleFileStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableBackendTest {

    @TempDir
    Path folder;

    @Test
    void a_stop_waits_for_what_is_on_its_way_to_the_disk_and_does_not_interrupt_it() throws Exception {
        var file = folder.resolve("store.mv");
        var disk = new SlowDisk();
        disk.open(file.toString(), false, null);
        var data =
                new MVStore.Builder().adoptFileStore(disk).autoCommitDisabled().open();
        var address = new InetSocketAddress(Loopback.ADDRESS, Loopback.port(0));
        var server = new WireServer(new DurableBackend(data), address, 8);
        try (var client = client(address)) {
            client.getDatabase("dvk").getCollection("things").insertOne(new Document("_id", "a"));
        }
        assertThat(disk.busy.await(30, TimeUnit.SECONDS)).isTrue();

        var stop = Thread.ofPlatform().start(server::close);
        await().until(() -> stop.getState() == Thread.State.TIMED_WAITING && isWaitingFor(stop, "close")
                || !stop.isAlive()
                || disk.interrupted);
        disk.ready.countDown();
        stop.join();

        assertThat(disk.interrupted).isFalse();
        try (var store = Store.open(file, 0);
                var client = MongoClients.create(store.uri())) {
            assertThat(client.getDatabase("dvk").getCollection("things").countDocuments())
                    .isEqualTo(1);
        }
    }

    /** A list of everything, or a sum over it, takes long enough; a commit must not come on top, nor wait for it. */
    @Test
    void who_only_reads_does_not_wait_for_a_commit() throws Exception {
        var disk = new SlowDisk();
        try (var server = new Serving(disk)) {
            server.things.insertOne(new Document("_id", "a"));

            disk.stuck.set(new CountDownLatch(1));
            var insert = CompletableFuture.runAsync(() -> server.things.insertOne(new Document("_id", "b")));
            assertThat(disk.writing.await(30, TimeUnit.SECONDS)).isTrue();

            assertThat(server.things.find().first()).isNotNull();
            assertThat(server.things
                            .aggregate(List.of(Aggregates.sortByCount("$_id")))
                            .first())
                    .isNotNull();
            assertThat(insert).isNotDone();
            disk.stuck.get().countDown();
            insert.get(30, TimeUnit.SECONDS);
        }
    }

    /** Otherwise the relay could publish what a crash then takes back. */
    @Test
    void who_looks_up_what_is_not_in_the_file_yet_waits_until_it_is() throws Exception {
        var disk = new SlowDisk();
        try (var server = new Serving(disk)) {
            server.things.insertOne(new Document("_id", "a"));

            disk.stuck.set(new CountDownLatch(1));
            var insert = CompletableFuture.runAsync(() -> server.things.insertOne(new Document("_id", "b")));
            assertThat(disk.writing.await(30, TimeUnit.SECONDS)).isTrue();
            var lookup = CompletableFuture.supplyAsync(
                    () -> server.things.find(new Document("_id", "b")).first());

            assertThat(server.things.find(new Document("_id", "a")).first()).isNotNull();
            await().during(Duration.ofMillis(300)).until(() -> !lookup.isDone());
            disk.stuck.get().countDown();

            assertThat(lookup.get(30, TimeUnit.SECONDS)).isEqualTo(new Document("_id", "b"));
            insert.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void who_does_not_ask_for_the_journal_is_answered_before_the_next_commit_which_comes_by_itself() throws Exception {
        var disk = new SlowDisk();
        try (var server = new Serving(disk)) {
            server.things.insertOne(new Document("_id", "a"));
            assertThat(disk.busy.await(30, TimeUnit.SECONDS)).isTrue();

            disk.stuck.set(new CountDownLatch(1));
            server.things.withWriteConcern(WriteConcern.W1.withJournal(false)).insertOne(new Document("_id", "b"));
            assertThat(server.data.hasUnsavedChanges()).isTrue();

            disk.stuck.get().countDown();
            disk.ready.countDown();
            await().until(() -> !server.data.hasUnsavedChanges());
        }
    }

    @Test
    void what_could_not_be_written_is_not_read_either() throws Exception {
        var disk = new SlowDisk();
        try (var server = new Serving(disk)) {
            disk.broken = true;
            assertThatThrownBy(() -> server.things.insertOne(new Document("_id", "a")))
                    .isInstanceOf(MongoException.class);

            assertThatThrownBy(() -> server.things.find().first())
                    .isInstanceOf(MongoException.class)
                    .hasMessageContaining("cannot be written");
        }
    }

    /** A server over a disk, and a client of it. */
    private final class Serving implements AutoCloseable {

        private static MongoClient client(InetSocketAddress address) {
            return MongoClients.create("mongodb://" + Loopback.ADDRESS + ":" + address.getPort());
        }

        private final SlowDisk disk;
        private final MVStore data;
        private final WireServer server;
        private final MongoClient client;
        private final MongoCollection<Document> things;

        Serving(SlowDisk disk) {
            this.disk = disk;
            disk.open(folder.resolve("store.mv").toString(), false, null);
            data = new MVStore.Builder()
                    .adoptFileStore(disk)
                    .autoCommitDisabled()
                    .open();
            var address = new InetSocketAddress(Loopback.ADDRESS, Loopback.port(0));
            server = new WireServer(new DurableBackend(data), address, 8);
            client = client(address);
            things = client.getDatabase("dvk").getCollection("things");
        }

        @Override
        public void close() {
            disk.stuck.get().countDown();
            disk.ready.countDown();
            client.close();
            server.close();
        }
    }

    private static boolean isWaitingFor(Thread thread, String method) {
        for (var frame : thread.getStackTrace()) {
            if (frame.getClassName().equals(DurableBackend.class.getName())
                    && frame.getMethodName().equals(method)) {
                return true;
            }
        }
        return false;
    }

    /** Takes as long to sync and to write as the test wants. */
    private static final class SlowDisk extends SingleFileStore {

        private final CountDownLatch busy = new CountDownLatch(1);
        private final CountDownLatch ready = new CountDownLatch(1);
        private final AtomicReference<CountDownLatch> stuck = new AtomicReference<>(new CountDownLatch(0));
        private final CountDownLatch writing = new CountDownLatch(1);
        private volatile boolean broken;
        private volatile boolean interrupted;

        SlowDisk() {
            super(Map.of());
        }

        @Override
        public void sync() {
            busy.countDown();
            try {
                ready.await();
            } catch (InterruptedException _) {
                interrupted = true;
            }
            super.sync();
        }

        @Override
        protected void writeFully(SFChunk chunk, long position, ByteBuffer bytes) {
            if (broken) {
                throw new IllegalStateException("No space left on device");
            }
            if (stuck.get().getCount() > 0) {
                writing.countDown();
            }
            try {
                stuck.get().await();
            } catch (InterruptedException _) {
                interrupted = true;
            }
            super.writeFully(chunk, position, bytes);
        }
    }

    private static MongoClient client(InetSocketAddress address) {
        return MongoClients.create("mongodb://" + Loopback.ADDRESS + ":" + address.getPort());
    }
}

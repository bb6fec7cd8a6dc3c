package vn.dvk.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.h2.mvstore.MVStore;
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
        var server = new MongoServer(new DurableBackend(data));
        var address = server.bind();
        try (var client = MongoClients.create("mongodb://" + Loopback.ADDRESS + ":" + address.getPort())) {
            client.getDatabase("dvk").getCollection("things").insertOne(new Document("_id", "a"));
        }
        assertThat(disk.busy.await(30, TimeUnit.SECONDS)).isTrue();

        var stop = Thread.ofPlatform().start(server::shutdownNow);
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

    private static boolean isWaitingFor(Thread thread, String method) {
        for (var frame : thread.getStackTrace()) {
            if (frame.getClassName().equals(DurableBackend.class.getName())
                    && frame.getMethodName().equals(method)) {
                return true;
            }
        }
        return false;
    }

    /** Takes as long to sync as the test wants. */
    private static final class SlowDisk extends SingleFileStore {

        private final CountDownLatch busy = new CountDownLatch(1);
        private final CountDownLatch ready = new CountDownLatch(1);
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
    }
}

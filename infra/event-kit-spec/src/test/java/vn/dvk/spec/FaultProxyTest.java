package vn.dvk.spec;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dvk.spec.FaultProxy.Write;

/** Each fault, as the real driver sees it, and what is in the store afterwards. */
class FaultProxyTest {

    private final MongoCollection<Document> behind = Backbone.freshDatabase().getCollection("counters");
    private final FaultProxy proxy = FaultProxy.before(Backbone.mongoUri());
    private final MongoClient client = MongoClients.create(proxy.uri(
            "serverSelectionTimeoutMS=3000", "socketTimeoutMS=2000", "retryWrites=false", "retryReads=false"));
    private final MongoCollection<Document> counters =
            client.getDatabase(behind.getNamespace().getDatabaseName()).getCollection("counters");

    @BeforeEach
    void begin() {
        counters.insertOne(new Document("_id", "a").append("count", 0));
    }

    @AfterEach
    void end() {
        client.close();
        proxy.close();
    }

    @Test
    void without_a_fault_it_is_not_noticed() {
        increment();

        assertThat(counters.find().first()).isEqualTo(behind.find().first());
        assertThat(count()).isEqualTo(1);
        assertThat(proxy.struck()).isZero();
    }

    @Test
    void connections_can_be_cut_and_made_anew() {
        proxy.cut();

        assertThatThrownBy(this::increment).isInstanceOf(MongoSocketException.class);
        increment();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void it_can_refuse_and_come_back() {
        proxy.refuse();
        assertThatThrownBy(this::increment).isInstanceOf(MongoSocketException.class);
        assertThatThrownBy(this::increment).isInstanceOf(MongoTimeoutException.class);

        proxy.restore();
        increment();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void it_can_be_silent() {
        proxy.blackHole();
        assertThatThrownBy(this::increment).isInstanceOf(MongoException.class).hasMessageContaining("imeout");
        assertThat(count()).isZero();

        proxy.restore();
        increment();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void it_can_be_slow() {
        proxy.delay(Duration.ofMillis(300));
        var before = Instant.now();
        increment();

        assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void a_write_can_be_done_and_its_concern_not_met() {
        proxy.next(1, "update").writeConcernError(64);

        assertThatThrownBy(this::increment)
                .isInstanceOfSatisfying(
                        MongoWriteConcernException.class,
                        e -> assertThat(e.getWriteConcernError().getCode()).isEqualTo(64));
        assertThat(count()).isEqualTo(1);
        increment();
        assertThat(count()).isEqualTo(2);
        assertThat(proxy.struck()).isEqualTo(1);
    }

    @Test
    void so_can_many_writes_at_once() {
        proxy.next(2, "update", "insert").writeConcernError(91);

        assertThatThrownBy(() -> counters.bulkWrite(List.of(
                        new InsertOneModel<>(new Document("_id", "b")),
                        new UpdateOneModel<>(eq("a"), inc("count", 1)))))
                .isInstanceOfSatisfying(
                        MongoBulkWriteException.class,
                        e -> assertThat(e.getWriteConcernError()).isNotNull().matches(error -> error.getCode() == 91));
        assertThat(count()).isEqualTo(1);
        assertThat(behind.countDocuments()).isEqualTo(2);
        assertThat(proxy.struck()).isEqualTo(2);
    }

    @Test
    void a_primary_can_step_down_before_the_write() {
        proxy.next(1, "update").error(10107, Write.NOT_DONE);

        assertThatThrownBy(this::increment)
                .isInstanceOfSatisfying(
                        MongoNotPrimaryException.class,
                        e -> assertThat(e.hasErrorLabel("RetryableWriteError")).isTrue());
        assertThat(count()).isZero();
        increment();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void a_primary_can_step_down_or_go_after_the_write() {
        proxy.next(1, "update").error(189, Write.DONE);
        proxy.next(1, "update").error(11600, Write.DONE);

        assertThatThrownBy(this::increment).isInstanceOf(MongoNodeIsRecoveringException.class);
        assertThatThrownBy(this::increment).isInstanceOf(MongoNodeIsRecoveringException.class);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void a_connection_can_end_where_the_reply_should_be() {
        proxy.next(1, "update").cut(Write.DONE);
        proxy.next(1, "update").cut(Write.NOT_DONE);

        assertThatThrownBy(this::increment).isInstanceOf(MongoSocketException.class);
        assertThat(count()).isEqualTo(1);
        assertThatThrownBy(this::increment).isInstanceOf(MongoSocketException.class);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void what_was_planned_ends_when_all_is_well_again() {
        proxy.next(9, "update").cut(Write.NOT_DONE);
        proxy.restore();

        increment();
        assertThat(count()).isEqualTo(1);
    }

    private void increment() {
        counters.updateOne(eq("a"), inc("count", 1));
    }

    private int count() {
        return behind.find(eq("a")).first() instanceof Document found ? found.getInteger("count") : -1;
    }
}

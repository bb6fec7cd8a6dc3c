package vn.dvk.spec.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteConcernResult;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.store.StoreErrors;

/** Whose fault an error is. */
class StoreErrorsTest {

    private static final ServerAddress THERE = new ServerAddress("127.0.0.1");
    private static final BsonDocument NOTHING = new BsonDocument();
    private static final WriteConcernError NOT_MET =
            new WriteConcernError(64, "WriteConcernFailed", "waiting", NOTHING);

    @Test
    void a_concern_that_was_not_met_is_the_stores_fault_even_where_no_write_failed() {
        assertThat(StoreErrors.isOutOfReach(bulk(NOT_MET))).isTrue();
        assertThat(StoreErrors.isDuplicateKey(bulk(NOT_MET))).isFalse();
        assertThat(StoreErrors.isOutOfReach(bulk(NOT_MET, write(11000, "dup")))).isTrue();
        assertThat(StoreErrors.isDuplicateKey(bulk(NOT_MET, write(11000, "dup"))))
                .isFalse();
        assertThat(StoreErrors.isOutOfReach(
                        new MongoWriteConcernException(NOT_MET, WriteConcernResult.unacknowledged(), THERE, List.of())))
                .isTrue();
    }

    @Test
    void a_bulk_without_any_error_in_it_is_no_duplicate() {
        assertThat(StoreErrors.isDuplicateKey(bulk(null))).isFalse();
    }

    @Test
    void duplicates_are_nobodys_fault() {
        assertThat(StoreErrors.isDuplicateKey(bulk(null, write(11000, "dup"), write(11000, "dup"))))
                .isTrue();
        assertThat(StoreErrors.isDuplicateKey(bulk(null, write(11000, "dup"), write(121, "no"))))
                .isFalse();
        assertThat(StoreErrors.isOutOfReach(bulk(null, write(11000, "dup")))).isFalse();
        assertThat(StoreErrors.isDuplicateKey(
                        new MongoWriteException(new WriteError(11000, "dup", NOTHING), THERE, List.of())))
                .isTrue();
    }

    @Test
    void away_stepping_down_or_too_slow_is_the_stores_fault() {
        assertThat(List.<MongoException>of(
                        new MongoTimeoutException("selection"),
                        new MongoSocketReadException("cut", THERE),
                        new MongoNotPrimaryException(NOTHING, THERE),
                        command(10107, "not primary"),
                        command(91, "shutting down"),
                        command(11600, "interrupted"),
                        command(189, "stepped down"),
                        command(50, "took too long"),
                        bulk(null, write(91, "shutting down")),
                        bulk(null, write(14031, "out of disk"))))
                .allMatch(StoreErrors::isOutOfReach);
        assertThat(StoreErrors.isOutOfReach(new IllegalStateException("wrapped", new MongoTimeoutException("away"))))
                .isTrue();
    }

    @Test
    void a_conflict_inside_the_server_is_decided_again() {
        assertThat(StoreErrors.isConflict(command(112, "write conflict"))).isTrue();
        assertThat(StoreErrors.isConflict(bulk(null, write(1, "ERROR: deadlock detected"))))
                .isTrue();
        assertThat(StoreErrors.isConflict(bulk(NOT_MET, write(112, "write conflict"))))
                .isFalse();
    }

    @Test
    void what_the_store_cannot_hold_is_the_documents_fault() {
        assertThat(List.of(
                        command(10334, "BSONObjectTooLarge"),
                        bulk(null, write(17280, "key too large")),
                        new IllegalArgumentException("no codec for BigInteger")))
                .noneMatch(StoreErrors::isOutOfReach);
    }

    private static MongoCommandException command(int code, String message) {
        return new MongoCommandException(
                new BsonDocument("ok", new BsonInt32(0))
                        .append("code", new BsonInt32(code))
                        .append("errmsg", new BsonString(message)),
                THERE);
    }

    private static BulkWriteError write(int code, String message) {
        return new BulkWriteError(code, message, NOTHING, 0);
    }

    private static MongoBulkWriteException bulk(@Nullable WriteConcernError concern, BulkWriteError... errors) {
        return new MongoBulkWriteException(BulkWriteResult.unacknowledged(), List.of(errors), concern, THERE, Set.of());
    }
}

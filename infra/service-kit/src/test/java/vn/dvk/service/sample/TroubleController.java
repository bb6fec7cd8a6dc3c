package vn.dvk.service.sample;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoSocketReadTimeoutException;
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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What goes wrong, at the caller's wish. */
@RestController
class TroubleController {

    private static final ServerAddress STORE = new ServerAddress();
    private static final BsonDocument NOTHING = new BsonDocument();

    private final Gate gate;

    TroubleController(Gate gate) {
        this.gate = gate;
    }

    @GetMapping("/api/v1/store/{what}")
    String store(@PathVariable String what) {
        throw what.startsWith("wrapped-")
                ? new CompletionException(new IllegalStateException(of(what.substring("wrapped-".length()))))
                : of(what);
    }

    private static MongoException of(String what) {
        return switch (what) {
            case "operation-timeout" -> new MongoOperationTimeoutException("too long");
            case "selection-timeout" -> new MongoTimeoutException("no server");
            case "socket" -> new MongoSocketReadException("cut", STORE);
            case "socket-timeout" -> new MongoSocketReadTimeoutException("slow", STORE, new IllegalStateException());
            case "not-primary" -> new MongoNotPrimaryException(answer(10107), STORE);
            case "recovering" -> new MongoNodeIsRecoveringException(answer(11600), STORE);
            case "command" -> new MongoCommandException(answer(91), STORE);
            case "write-concern" ->
                new MongoWriteConcernException(concern(), WriteConcernResult.unacknowledged(), STORE, Set.of());
            case "bulk-write-concern" -> bulk(List.of(), concern());
            case "bulk-write" -> bulk(List.of(new BulkWriteError(10334, "too large", NOTHING, 0)), null);
            case "write" -> new MongoWriteException(new WriteError(10334, "too large", NOTHING), STORE, Set.of());
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static BsonDocument answer(int code) {
        return new BsonDocument("ok", new BsonInt32(0)).append("code", new BsonInt32(code));
    }

    private static WriteConcernError concern() {
        return new WriteConcernError(64, "WriteConcernFailed", "waiting for replication timed out", NOTHING);
    }

    private static MongoBulkWriteException bulk(
            List<BulkWriteError> errors, @org.jspecify.annotations.Nullable WriteConcernError concern) {
        return new MongoBulkWriteException(BulkWriteResult.unacknowledged(), errors, concern, STORE, Set.of());
    }

    @GetMapping("/api/v1/gate")
    Map<String, Integer> gate() throws InterruptedException {
        gate.await();
        return Map.of("waited", gate.waiting());
    }

    @GetMapping("/api/v1/stream")
    SseEmitter stream() throws java.io.IOException {
        var stream = new SseEmitter(60_000L);
        stream.send("open");
        return stream;
    }

    /** Where the service thinks it is, and where from it thinks it is asked. */
    @GetMapping("/api/v1/whence")
    Map<String, String> whence(jakarta.servlet.http.HttpServletRequest request) {
        return Map.of(
                "address",
                request.getRemoteAddr(),
                "url",
                request.getRequestURL().toString());
    }
}

package vn.dvk.kit.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoCursorNotFoundException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteError;
import java.util.Locale;
import java.util.Set;

/**
 * Which of the store's errors say something about the store, and which about what was written: the first come again by
 * themselves, the second never get better by repeating.
 */
public final class StoreErrors {

    /** Two writers in each other's way inside the server; the same write, decided again, will mostly get through. */
    private static final Set<Integer> CONFLICTS = Set.of(24, 46, 112, 251);

    /**
     * Unreachable, stepping down, shutting down, too slow, out of disk, not allowed at the moment: MongoDB's codes, from
     * its {@code error_codes.yml}.
     */
    private static final Set<Integer> AWAY = Set.of(
            6, 7, 13, 18, 50, 64, 79, 89, 91, 100, 133, 134, 136, 175, 189, 202, 234, 262, 317, 358, 384, 9001, 10058,
            10107, 11600, 11602, 13388, 13435, 13436, 14031);

    /** What was written is refused for what it is: too large, too deep, not well formed. */
    private static final Set<Integer> ABOUT_WHAT_WAS_WRITTEN =
            Set.of(2, 9, 14, 15, 16, 22, 28, 40, 52, 56, 57, 61, 66, 121, 10334, 11000, 17280, 17419, 17420);

    private StoreErrors() {}

    /** The store is away, too slow, or has not confirmed: nothing is known about what was asked, and asking again helps. */
    public static boolean isOutOfReach(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoException mongo && (isAway(mongo) || isConflict(mongo))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAway(MongoException error) {
        return switch (error) {
            case MongoSocketException _,
                    MongoTimeoutException _,
                    MongoInterruptedException _,
                    MongoSecurityException _,
                    MongoConnectionPoolClearedException _,
                    MongoServerUnavailableException _,
                    MongoCursorNotFoundException _,
                    MongoNotPrimaryException _,
                    MongoNodeIsRecoveringException _,
                    MongoWriteConcernException _ -> true;
            // Write errors alone speak of single documents; a concern that was not met speaks of all of them.
            case MongoBulkWriteException bulk ->
                bulk.getWriteConcernError() != null
                        || bulk.getWriteErrors().stream().anyMatch(one -> AWAY.contains(one.getCode()));
            case MongoServerException server -> AWAY.contains(server.getCode()) || hasRetryLabel(server);
            case MongoClientException client -> hasRetryLabel(client);
            default -> hasRetryLabel(error);
        };
    }

    private static boolean hasRetryLabel(MongoException error) {
        return error.hasErrorLabel("RetryableWriteError") || error.hasErrorLabel("RetryableError");
    }

    /**
     * Whether it is known to be the fault of what was written. Neither this nor {@link #isOutOfReach}: nobody can tell,
     * and trying again, alone, is the safe thing; compatible engines report a restart of theirs as an internal error.
     */
    public static boolean isAboutWhatWasWritten(MongoException error) {
        return error instanceof MongoBulkWriteException bulk
                ? bulk.getWriteErrors().stream().anyMatch(one -> ABOUT_WHAT_WAS_WRITTEN.contains(one.getCode()))
                : ABOUT_WHAT_WAS_WRITTEN.contains(error.getCode()) || error instanceof MongoWriteException;
    }

    /** A conflict inside the server, such as a deadlock of two bulks: read again, decide again. */
    public static boolean isConflict(Throwable error) {
        return switch (error) {
            case MongoBulkWriteException bulk ->
                bulk.getWriteConcernError() == null
                        && bulk.getWriteErrors().stream().anyMatch(StoreErrors::isConflict);
            case MongoException mongo ->
                CONFLICTS.contains(mongo.getCode())
                        || mongo.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
                        || speaksOfDeadlock(mongo.getMessage());
            default -> false;
        };
    }

    private static boolean isConflict(WriteError error) {
        return CONFLICTS.contains(error.getCode()) || speaksOfDeadlock(error.getMessage());
    }

    /** MongoDB-compatible engines over SQL databases report it in words only. */
    private static boolean speaksOfDeadlock(@org.jspecify.annotations.Nullable String message) {
        return message != null && message.toLowerCase(Locale.ROOT).contains("deadlock");
    }

    /** Nothing went wrong but that somebody else had written the same key first. */
    public static boolean isDuplicateKey(MongoException error) {
        return error instanceof MongoBulkWriteException bulk
                ? bulk.getWriteConcernError() == null
                        && !bulk.getWriteErrors().isEmpty()
                        && bulk.getWriteErrors().stream()
                                .allMatch(one -> one.getCategory() == ErrorCategory.DUPLICATE_KEY)
                : ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }
}

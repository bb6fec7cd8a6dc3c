package vn.dvk.service.web;

import tools.jackson.databind.annotation.JsonDeserialize;
import vn.dvk.kit.decide.Refusal;

/**
 * A row of a bulk request, read by itself: a day that is none in one row must not refuse the thousand others. What is
 * not JSON at all, or has a key twice, still refuses the whole request, because nobody knows where the row ends.
 *
 * <pre>{@code
 * record Body(@NotNull @Size(min = 1, max = 1000) List<@NotNull BulkRow<Row>> rows) {}
 *
 * rowCheck.carryOutRows(body.rows(), rows -> streams.handleAll(...));
 * }</pre>
 */
@JsonDeserialize(using = BulkRowReader.class)
public sealed interface BulkRow<R> {

    /** As it was meant; its constraints have not been looked at yet. */
    record Read<R>(R row) implements BulkRow<R> {}

    /** A field it does not have, or a value of another sort; the names are those inside the row. */
    record Unreadable<R>(Refusal why) implements BulkRow<R> {}
}

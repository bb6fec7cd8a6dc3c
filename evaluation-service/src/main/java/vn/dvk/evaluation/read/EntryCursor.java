package vn.dvk.evaluation.read;

import com.mongodb.client.model.Filters;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.bson.conversions.Bson;
import vn.dvk.service.web.Refused;
import vn.dvk.service.web.WebReason;

/** Where a page of a model's entries ended: at this entry of this day. */
record EntryCursor(LocalDate on, String id) {

    /** @throws Refused if it is not a cursor that this list has given */
    static EntryCursor from(String cursor) {
        var parts = cursor.split("~", 2);
        try {
            return new EntryCursor(LocalDate.parse(parts[0]), parts[1]);
        } catch (DateTimeException | ArrayIndexOutOfBoundsException _) {
            throw new Refused(WebReason.MALFORMED_PARAMETER, "cursor");
        }
    }

    /** What comes after it, where the latest come first. */
    Bson after() {
        var day = on.toString();
        return Filters.or(Filters.lt("view.on", day), Filters.and(Filters.eq("view.on", day), Filters.lt("_id", id)));
    }

    @Override
    public String toString() {
        return on + "~" + id;
    }
}

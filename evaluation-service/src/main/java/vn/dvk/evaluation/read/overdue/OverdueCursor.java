package vn.dvk.evaluation.read.overdue;

import org.jspecify.annotations.Nullable;
import vn.dvk.service.web.Refused;
import vn.dvk.service.web.WebReason;

/** Where a page of the overdue list ended: a model may have several steps on it, and a page may end between them. */
record OverdueCursor(String model, int order) {

    /** @throws Refused if it is not a cursor that this list has given */
    static @Nullable OverdueCursor from(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        var parts = cursor.split("~", -1);
        if (parts.length != 2 || !parts[1].matches("\\d{1,4}")) {
            throw new Refused(WebReason.MALFORMED_PARAMETER, "cursor");
        }
        return new OverdueCursor(parts[0], Integer.parseInt(parts[1]));
    }

    static OverdueCursor of(OverdueController.OverdueItem item) {
        return new OverdueCursor(item.model(), item.order());
    }

    boolean isBefore(OverdueController.OverdueItem item) {
        return !item.model().equals(model) || item.order() > order;
    }

    @Override
    public String toString() {
        return model + "~" + order;
    }
}

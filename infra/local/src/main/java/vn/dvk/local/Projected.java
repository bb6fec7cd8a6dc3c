package vn.dvk.local;

import de.bwaldvogel.mongo.bson.Document;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of documents are asked for.
 *
 * @param names none means all
 */
record Projected(Set<String> names) {

    private static final Projected ALL = new Projected(Set.of());

    /** @return null where more is asked than names of fields that there shall be: parts of them, all but some, values made of them */
    static @Nullable Projected by(@Nullable Document projection) {
        if (projection == null || projection.isEmpty()) {
            return ALL;
        }
        var names = new HashSet<String>();
        for (var field : projection.entrySet()) {
            if (field.getKey().contains(".") || field.getKey().contains("$") || !isWanted(field.getValue())) {
                return null;
            }
            names.add(field.getKey());
        }
        names.add("_id");
        return new Projected(names);
    }

    private static boolean isWanted(@Nullable Object value) {
        return value instanceof Boolean yes && yes || value instanceof Number number && number.doubleValue() != 0;
    }

    byte[] of(byte[] bson) {
        return names.isEmpty() ? bson : Bson.only(names, bson);
    }
}

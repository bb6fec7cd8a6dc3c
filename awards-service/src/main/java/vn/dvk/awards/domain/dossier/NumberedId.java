package vn.dvk.awards.domain.dossier;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.UUID;

/** Ids of what a dossier holds. They follow from the model and the count, so that deciding again gives the same one. */
final class NumberedId {

    private NumberedId() {}

    /** @param before what the dossier holds of the kind already */
    static String next(String kind, Dossier.Known dossier, Collection<?> before) {
        var name = String.join("\u001f", kind, dossier.model(), String.valueOf(before.size() + 1));
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}

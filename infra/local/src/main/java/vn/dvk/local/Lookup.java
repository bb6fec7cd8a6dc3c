package vn.dvk.local;

import de.bwaldvogel.mongo.bson.Document;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds documents without looking at all of them. */
interface Lookup {

    /**
     * Where to look, or null when these conditions say nothing about what is looked up here. May name too many: the query
     * itself decides.
     */
    @Nullable
    Stream<Long> positions(Document conditions);
}

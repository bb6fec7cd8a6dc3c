package vn.dvk.kit.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Where the documents of a projection are. */
public interface Documents {

    /** @return those that are there, by their ids, to be changed in place */
    Map<String, Document> find(Collection<String> ids);

    /**
     * Writes those that were found, with {@code rev} as it was then, or made, with {@code rev} 0. Each is written only if
     * it still is as it was found, and has a {@code rev} higher by one afterwards.
     *
     * @return whether every one got through; if not, it is not known which
     */
    boolean write(List<Document> changed);
}

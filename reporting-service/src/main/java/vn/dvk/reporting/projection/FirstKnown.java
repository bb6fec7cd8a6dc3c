package vn.dvk.reporting.projection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import org.bson.Document;

/**
 * When events were known, taken over from a document that knows it from an earlier record: a log that has lost some has
 * them again, republished, and a rebuild finds no other records of them than those.
 */
public final class FirstKnown {

    private FirstKnown() {}

    /**
     * Brings a rebuilt document to know its events as early as the one that is read does, and to say what follows.
     *
     * @param rebuilt to be changed in place
     * @return whether that changed anything
     */
    public static boolean takeOver(Document read, Document rebuilt) {
        // Not one or the other, so that both are looked through.
        var changed = takeOver(read, rebuilt, CardDocuments.EVENTS, CardDocuments.APPENDED)
                | takeOver(read, rebuilt, DecisionDocuments.TEXTS, DecisionDocuments.AT)
                | takeOver(read, rebuilt, Projections.STATES, Projections.AT);
        if (changed) {
            CardDocuments.derive(rebuilt);
        }
        return changed;
    }

    private static boolean takeOver(Document read, Document rebuilt, String list, String time) {
        var known = new HashMap<Object, Date>();
        read.getList(list, Document.class, List.of()).forEach(one -> known.put(place(one), one.getDate(time)));
        var all = new ArrayList<Document>();
        var changed = false;
        for (var one : rebuilt.getList(list, Document.class, List.of())) {
            var first = known.get(place(one));
            var earlier = first != null && first.before(one.getDate(time));
            changed |= earlier;
            all.add(earlier ? new Document(one).append(time, first) : one);
        }
        if (changed) {
            rebuilt.put(list, all);
        }
        return changed;
    }

    /** By which it is the same event: its place in its stream. */
    private static Object place(Document one) {
        return Arrays.asList(
                one.get("service"),
                one.get("subject"),
                one.get("position", Number.class).longValue());
    }
}

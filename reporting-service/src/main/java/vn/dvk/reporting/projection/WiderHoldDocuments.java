package vn.dvk.reporting.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.reporting.events.WiderHold;

/**
 * Holds on units and subjects beside the cards: {@code {_id, rev, seen, widerHold: {type, id, from, until}}}. They have no
 * facts: what they stop is known by awards, and here they are only counted before a paper about units is signed.
 */
public final class WiderHoldDocuments {

    public static final String WIDER_HOLD = "widerHold";

    private static final int AT_ONCE = 500;

    private WiderHoldDocuments() {}

    static boolean isOne(Document document) {
        return document.containsKey(WIDER_HOLD);
    }

    static void place(Document document, IncomingEvent event) {
        var hold = event.as(WiderHold.class);
        document.put(
                WIDER_HOLD,
                new Document("type", hold.target().type().name())
                        .append("id", hold.target().id())
                        .append("from", hold.on().toString()));
    }

    static void release(Document document, IncomingEvent event) {
        var hold = event.as(WiderHold.class);
        // A placing that was given up is told by the release as well.
        if (!isOne(document)) {
            place(document, event);
        }
        document.get(WIDER_HOLD, Document.class).put("until", hold.on().toString());
    }

    /** Codes of units that holds are on which are in force on that day, one for each hold. */
    public static List<String> onUnits(MongoCollection<Document> cards, LocalDate day) {
        return inForce(cards, WiderHold.Type.UNIT, day);
    }

    /** Ids of subjects that holds are on which are in force on that day, one for each hold. */
    public static List<String> onSubjects(MongoCollection<Document> cards, LocalDate day) {
        return inForce(cards, WiderHold.Type.SUBJECT, day);
    }

    private static List<String> inForce(MongoCollection<Document> cards, WiderHold.Type type, LocalDate day) {
        var found = new ArrayList<String>();
        cards.find(Filters.eq(WIDER_HOLD + ".type", type.name())).forEach(document -> {
            var hold = document.get(WIDER_HOLD, Document.class);
            var until = hold.getString("until");
            if (!day.isBefore(LocalDate.parse(hold.getString("from")))
                    && (until == null || day.isBefore(LocalDate.parse(until)))) {
                found.add(hold.getString("id"));
            }
        });
        return found;
    }

    /** Those of the subjects of which one of the models is. */
    public static Set<String> subjectsOf(
            MongoCollection<Document> cards, Collection<String> models, Collection<String> subjects) {
        var found = new HashSet<String>();
        var all = List.copyOf(models);
        for (var from = 0; from < all.size() && !subjects.isEmpty(); from += AT_ONCE) {
            cards.find(Filters.and(
                            Filters.in("_id", all.subList(from, Math.min(all.size(), from + AT_ONCE))),
                            Filters.in("events.body.subjectId", subjects)))
                    .projection(new Document("events.body.subjectId", 1))
                    .forEach(card -> card.getList("events", Document.class)
                            .forEach(event ->
                                    found.add(event.get("body", Document.class).getString("subjectId"))));
        }
        found.retainAll(subjects);
        return found;
    }
}

package vn.dvk.reporting.projection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.reporting.domain.fact.Papers;
import vn.dvk.reporting.events.DecisionText;

/**
 * Decisions beside the cards: {@code {_id, rev, seen, texts, corrected}}. They have no facts; the facts that rest on a
 * corrected one are told anew by whoever counts, so that no event has to look for cards.
 */
public final class DecisionDocuments {

    /** What it says of itself, oldest first. */
    public static final String TEXTS = "texts";

    static final String AT = "at";

    /** Only there once it was corrected: by it those few are found. */
    public static final String CORRECTED = "corrected";

    private DecisionDocuments() {}

    static boolean isOne(Document document) {
        return document.containsKey(TEXTS);
    }

    static void say(Document document, IncomingEvent event) {
        var said = event.as(DecisionText.class);
        var texts = new ArrayList<>(document.getList(TEXTS, Document.class, List.of()));
        var text = new Document("position", event.position())
                .append(AT, Date.from(event.appended()))
                .append("issuer", said.issuer());
        if (said.number() != null) {
            text.append("number", said.number());
        }
        texts.add(text);
        document.put(TEXTS, texts);
        if (texts.size() > 1) {
            document.put(CORRECTED, true);
        }
    }

    /** What rests on it is revoked by events of its own. */
    static void pass(Document document, IncomingEvent event) {
        document.putIfAbsent(TEXTS, List.of());
    }

    /** A clock that was set back does not make an earlier correction a later one. */
    public static List<Papers.Text> texts(Document document) {
        var texts = new ArrayList<Papers.Text>();
        document.getList(TEXTS, Document.class, List.of()).stream()
                .sorted(Comparator.comparing(
                        one -> one.get("position", Number.class).longValue()))
                .forEach(one -> {
                    var at = one.getDate(AT).toInstant();
                    var last = texts.isEmpty() ? at : texts.getLast().at();
                    texts.add(new Papers.Text(
                            one.get("position", Number.class).longValue(),
                            at.isBefore(last) ? last : at,
                            one.getString("number"),
                            one.getString("issuer")));
                });
        return texts;
    }
}

package vn.dvk.reporting.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import vn.dvk.kit.envelope.Installation;
import vn.dvk.kit.intake.Documents;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.StoredDocuments;

/**
 * One complete read store. A rebuild makes the next one beside it.
 *
 * @param handlers what each source's events do to it, by source
 * @param installations whose events it takes in
 */
public record Generation(
        int number,
        MongoCollection<Document> cards,
        MongoCollection<Document> directory,
        Map<String, EventHandler> handlers,
        List<Installation> installations) {

    static Generation of(int number, MongoDatabase database, List<Installation> installations) {
        var cards = database.getCollection("cards_" + number);
        var directory = database.getCollection("directory_" + number);
        return new Generation(
                number,
                cards,
                directory,
                Projections.into(new StoredCards(cards), new StoredDocuments(() -> directory), installations),
                installations);
    }

    /** For a while in which nobody else reads or writes it. */
    public GatheredCards gathered() {
        return new GatheredCards(
                new StoredCards(cards),
                Thread.ofPlatform().name("rebuild-store").daemon()::start);
    }

    /** The handlers, but for cards that are kept elsewhere for a while. */
    public Map<String, EventHandler> handlers(Documents elsewhere) {
        return Projections.into(elsewhere, new StoredDocuments(() -> directory), installations);
    }

    public void prepare() {
        cards.createIndex(Indexes.ascending("facts.programme", "facts.measure"));
        cards.createIndex(Indexes.ascending("facts.unit"));
        var fewHaveIt = new IndexOptions().sparse(true);
        cards.createIndex(Indexes.ascending(CardDocuments.SOURCE), fewHaveIt);
        cards.createIndex(Indexes.ascending(DecisionDocuments.CORRECTED), fewHaveIt);
        cards.createIndex(Indexes.ascending(WiderHoldDocuments.WIDER_HOLD + ".type"), fewHaveIt);
    }

    /** As at its beginning. */
    public void empty() {
        drop();
        prepare();
    }

    void drop() {
        cards.drop();
        directory.drop();
    }
}

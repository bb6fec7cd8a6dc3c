package vn.dvk.reporting.projection;

import com.mongodb.client.MongoCollection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import vn.dvk.kit.intake.Documents;
import vn.dvk.kit.intake.StoredDocuments;

/** Cards in the store, each written together with what follows from its events. */
record StoredCards(Documents cards) implements Documents {

    StoredCards(MongoCollection<Document> cards) {
        this(new StoredDocuments(() -> cards));
    }

    @Override
    public Map<String, Document> find(Collection<String> ids) {
        return cards.find(ids);
    }

    @Override
    public boolean write(List<Document> changed) {
        changed.forEach(CardDocuments::derive);
        return cards.write(changed);
    }
}

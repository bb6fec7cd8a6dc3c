package vn.dvk.registration.store;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import vn.dvk.kit.store.StoreErrors;
import vn.dvk.service.IndexInitializer;

/**
 * What awards has told of awards to subjects of the register: whose commendation is public. A document per award, in which
 * the latest place in the award's stream wins, so that an event that comes again changes nothing.
 */
@Component
public class Honors implements IndexInitializer {

    private final MongoCollection<Document> honors;

    Honors(MongoDatabase database) {
        this.honors = database.getCollection("honors");
    }

    /**
     * An award, as an event tells it.
     *
     * @param subjects of the register; none if it has recipients of other kinds only
     * @param stands   whether it is in force
     * @param position of the event in the stream of the award
     */
    public record Honor(String award, List<String> subjects, boolean stands, long position) {}

    /** In one write, or none; of one award the latest only. */
    public void note(List<Honor> told) {
        var latest = new LinkedHashMap<String, Honor>();
        told.forEach(one -> latest.merge(one.award(), one, (a, b) -> a.position() > b.position() ? a : b));
        var writes = new ArrayList<WriteModel<Document>>();
        latest.values()
                .forEach(one -> writes.add(new UpdateOneModel<>(
                        Filters.and(Filters.eq("_id", one.award()), Filters.lt("position", one.position())),
                        Updates.combine(
                                Updates.set("subjects", one.subjects()),
                                Updates.set("stands", one.stands()),
                                Updates.set("position", one.position())),
                        new UpdateOptions().upsert(true))));
        if (writes.isEmpty()) {
            return;
        }
        try {
            honors.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        } catch (MongoException e) {
            // One that is there at this place or a later one is found by no filter and cannot be inserted: told
            // already.
            if (!StoreErrors.isDuplicateKey(e)) {
                throw e;
            }
        }
    }

    /** Awards in force. */
    public List<String> of(String subject) {
        return honors.find(Filters.and(Filters.eq("subjects", subject), Filters.eq("stands", true)))
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    @Override
    public void prepare() {
        honors.createIndex(new Document("subjects", 1));
    }
}

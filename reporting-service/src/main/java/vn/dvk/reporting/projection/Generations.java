package vn.dvk.reporting.projection;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.bson.Document;

/** All read stores there are, and the pointer, one document that every instance looks at. */
public final class Generations {

    private static final Pattern NAME = Pattern.compile("(?:cards|directory)_(\\d+)");
    private static final String POINTER = "generation";

    private final MongoDatabase database;
    private final MongoCollection<Document> pointers;
    private final Map<Integer, Generation> known = new ConcurrentHashMap<>();

    public Generations(MongoDatabase database) {
        this.database = database;
        this.pointers = database.getCollection("pointers");
    }

    /** The first generation and the pointer to it, unless there are any. */
    public void prepare() {
        if (pointers.find(new Document("_id", POINTER)).first() == null) {
            try {
                pointers.insertOne(document(new ActiveGenerations(1, List.of(1))));
            } catch (MongoWriteException e) {
                if (e.getError().getCode() != 11000) {
                    throw e;
                }
            }
        }
        active().writing().forEach(number -> generation(number).prepare());
    }

    public ActiveGenerations active() {
        var document = pointers.find(new Document("_id", POINTER)).first();
        if (document == null) {
            throw new IllegalStateException("There is no pointer: the read store has not been prepared");
        }
        return new ActiveGenerations(
                document.getInteger("reading"), List.copyOf(document.getList("writing", Integer.class)));
    }

    /** @return false if somebody else has moved it meanwhile; nothing has changed then */
    public boolean move(ActiveGenerations from, ActiveGenerations to) {
        return pointers.replaceOne(document(from), document(to)).getMatchedCount() == 1;
    }

    private static Document document(ActiveGenerations pointer) {
        return new Document("_id", POINTER).append("reading", pointer.reading()).append("writing", pointer.writing());
    }

    /** The one that answers questions now. */
    public Generation reading() {
        return generation(active().reading());
    }

    public Generation generation(int number) {
        return known.computeIfAbsent(number, it -> Generation.of(it, database));
    }

    /** An empty one. Its number was never used before, so nothing of an earlier attempt can get into it. */
    public Generation begin() {
        var counter = pointers.findOneAndUpdate(
                new Document("_id", "last"),
                new Document("$inc", new Document("number", 1)),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        var next = generation(1 + Objects.requireNonNull(counter).getInteger("number"));
        next.prepare();
        return next;
    }

    /** Removes every generation that is neither read nor written; not while a rebuild is under way, which has one. */
    public void tidy() {
        numbers().forEach(this::drop);
    }

    /** Removes a generation, unless it is read or written. */
    public void drop(int number) {
        var pointer = active();
        if (number != pointer.reading() && !pointer.writing().contains(number)) {
            generation(number).drop();
            known.remove(number);
        }
    }

    private List<Integer> numbers() {
        var numbers = new ArrayList<Integer>();
        for (var name : database.listCollectionNames()) {
            var matcher = NAME.matcher(name);
            if (matcher.matches()) {
                numbers.add(Integer.valueOf(matcher.group(1)));
            }
        }
        return numbers.stream().distinct().toList();
    }
}

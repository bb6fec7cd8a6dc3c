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
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.envelope.Installation;

/** All read stores there are, and the one document, looked at by every instance, that says which of them are in use. */
public final class Generations {

    private static final Pattern NAME = Pattern.compile("(?:cards|directory)_(\\d+)");
    private static final String ACTIVE = "generation";

    /** Much less than an old generation is kept after the switch. */
    private static final long A_MOMENT = TimeUnit.SECONDS.toNanos(1);

    private final MongoDatabase database;
    private final List<Installation> installations;
    private final MongoCollection<Document> pointers;
    private final Map<Integer, Generation> known = new ConcurrentHashMap<>();
    private volatile @Nullable Looked last;

    /** What was found, and when. */
    private record Looked(ActiveGenerations active, long nanos) {}

    /** @param installations whose events they take in */
    public Generations(MongoDatabase database, List<Installation> installations) {
        this.database = database;
        this.installations = List.copyOf(installations);
        this.pointers = database.getCollection("pointers");
    }

    /** The first generation, unless there are any. */
    public void prepare() {
        if (pointers.find(new Document("_id", ACTIVE)).first() == null) {
            try {
                pointers.insertOne(document(ActiveGenerations.FIRST));
            } catch (MongoWriteException e) {
                if (e.getError().getCode() != 11000) {
                    throw e;
                }
            }
        }
        reading().prepare();
    }

    public ActiveGenerations active() {
        var document = pointers.find(new Document("_id", ACTIVE)).first();
        if (document == null) {
            throw new IllegalStateException("There is no generation: the read store has not been prepared");
        }
        var active = new ActiveGenerations(
                document.getInteger("reading"),
                document.getInteger("building"),
                document.get("missed", Number.class).longValue());
        last = new Looked(active, System.nanoTime());
        return active;
    }

    /** Those in use a moment ago, for who looks again afterwards, or can be a moment late. */
    public ActiveGenerations lately() {
        var looked = last;
        return looked != null && System.nanoTime() - looked.nanos() < A_MOMENT ? looked.active() : active();
    }

    /** @return false if somebody else has changed it meanwhile; nothing has changed then */
    public boolean move(ActiveGenerations from, ActiveGenerations to) {
        var moved = pointers.replaceOne(document(from), document(to)).getMatchedCount() == 1;
        if (moved) {
            last = new Looked(to, System.nanoTime());
        }
        return moved;
    }

    /**
     * An event is in the generation that is read, but not in the one being built.
     *
     * @return false if these two are not in use any more; nothing has been noted then
     */
    boolean missed(ActiveGenerations active) {
        var same = document(active);
        same.remove("missed");
        return pointers.updateOne(same, new Document("$inc", new Document("missed", 1L)))
                        .getMatchedCount()
                == 1;
    }

    private static Document document(ActiveGenerations active) {
        return new Document("_id", ACTIVE)
                .append("reading", active.reading())
                .append("building", active.building())
                .append("missed", active.missed());
    }

    /** The one that answers questions now. */
    public Generation reading() {
        return generation(active().reading());
    }

    public Generation generation(int number) {
        return known.computeIfAbsent(number, it -> Generation.of(it, database, installations));
    }

    /** The number of the next one: never used before, so nothing of an earlier attempt can get into it. */
    public int nextNumber() {
        var counter = pointers.findOneAndUpdate(
                new Document("_id", "last"),
                new Document("$inc", new Document("number", 1)),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return ActiveGenerations.FIRST.reading()
                + Objects.requireNonNull(counter).getInteger("number");
    }

    /** Removes every generation that is not in use; not while a rebuild is under way, which has one. */
    public void tidy() {
        numbers().forEach(this::drop);
    }

    /** Removes a generation, unless it is in use. */
    public void drop(int number) {
        if (!active().uses(number)) {
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

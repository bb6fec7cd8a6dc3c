package vn.dvk.reporting.projection.rebuild;

import com.mongodb.client.MongoDatabase;
import java.util.HashSet;
import java.util.Set;
import org.bson.Document;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.intake.WaitingRoom;

/** What the running service has parked, and what a person has given up. */
final class KnownTrouble {

    private final String consumer;
    private final MongoDatabase database;
    private final WaitingRoom room;
    private final Set<String> discarded = new HashSet<>();

    KnownTrouble(String consumer, MongoDatabase database, WaitingRoom room) {
        this.consumer = consumer;
        this.database = database;
        this.room = room;
        lookAgain();
    }

    void lookAgain() {
        database.getCollection("waiting_discarded")
                .find(new Document("consumer", consumer))
                .forEach(one -> discarded.add(one.getString("id")));
    }

    boolean discarded(IncomingEvent event) {
        return discarded.contains(event.id());
    }

    /** Of these streams those that wait in the running service, where they are tried again after the switch. */
    Set<String> waiting(Set<String> streams) {
        return room.of(streams).keySet();
    }
}

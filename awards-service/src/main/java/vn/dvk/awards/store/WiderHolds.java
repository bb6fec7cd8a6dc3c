package vn.dvk.awards.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvk.awards.domain.Recipient;
import vn.dvk.awards.domain.widerhold.HoldTarget;

/**
 * Which units and subjects are on hold, for commands about what is theirs. Looked up when a command is made; one placed in
 * that very moment is not seen.
 */
@Component
public class WiderHolds {

    private final MongoCollection<Document> collection;
    private final Affiliations affiliations;

    WiderHolds(MongoDatabase database, Affiliations affiliations) {
        this.collection = database.getCollection("wider_holds");
        this.affiliations = affiliations;
    }

    /** By model, the unit or subject whose hold is in the way on the day; models of which none is are missing. */
    public Map<String, String> onModels(Collection<String> models, LocalDate day) {
        var found = affiliations.of(models);
        var held = held(found.values().stream().flatMap(WiderHolds::keys), day);
        var byModel = new HashMap<String, String>();
        found.forEach((model, affiliation) -> {
            if (held.contains(key(HoldTarget.Type.UNIT, affiliation.unit()))) {
                byModel.put(model, affiliation.unit());
            } else if (affiliation.subject() instanceof String subject
                    && held.contains(key(HoldTarget.Type.SUBJECT, subject))) {
                byModel.put(model, subject);
            }
        });
        return byModel;
    }

    /** The unit or subject whose hold is in the way of giving something to one of these on the day. */
    public @Nullable String onRecipients(Collection<Recipient> recipients, LocalDate day) {
        return firstHeld(recipients, held(recipients.stream().flatMap(WiderHolds::keys), day));
    }

    /** The same for many, in one read. */
    public Map<Recipient, String> onEach(Collection<Recipient> recipients, LocalDate day) {
        var held = held(recipients.stream().flatMap(WiderHolds::keys), day);
        var found = new HashMap<Recipient, String>();
        recipients.forEach(one -> {
            if (firstHeld(List.of(one), held) instanceof String by) {
                found.put(one, by);
            }
        });
        return found;
    }

    private static @Nullable String firstHeld(Collection<Recipient> recipients, Set<String> held) {
        return recipients.stream()
                .filter(one -> keys(one).anyMatch(held::contains))
                .map(one ->
                        one.subject() instanceof String subject && held.contains(key(HoldTarget.Type.SUBJECT, subject))
                                ? one.name()
                                : one.unit())
                .findFirst()
                .orElse(null);
    }

    private static Stream<String> keys(Recipient recipient) {
        return keys(recipient.unit(), recipient.subject());
    }

    private static Stream<String> keys(Affiliations.Affiliation model) {
        return keys(model.unit(), model.subject());
    }

    private static Stream<String> keys(String unitCode, @Nullable String ofSubject) {
        var unit = key(HoldTarget.Type.UNIT, unitCode);
        return ofSubject instanceof String subject
                ? Stream.of(unit, key(HoldTarget.Type.SUBJECT, subject))
                : Stream.of(unit);
    }

    private static String key(HoldTarget.Type type, String id) {
        return type.name() + ":" + id;
    }

    private Set<String> held(Stream<String> targets, LocalDate day) {
        var asked = targets.distinct().toList();
        var held = new HashSet<String>();
        if (!asked.isEmpty()) {
            collection
                    .find(Filters.in("view.target", asked))
                    .projection(Projections.include("view"))
                    .forEach(document -> {
                        var view = document.get("view", new Document());
                        var from = LocalDate.parse(view.getString("from"));
                        var until = view.getString("until");
                        if (!day.isBefore(from) && (until == null || day.isBefore(LocalDate.parse(until)))) {
                            held.add(view.getString("target"));
                        }
                    });
        }
        return held;
    }
}

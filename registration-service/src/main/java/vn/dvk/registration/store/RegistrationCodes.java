package vn.dvk.registration.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.springframework.stereotype.Component;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.registration.Registration;
import vn.dvk.registration.domain.registration.RegistrationCommand;
import vn.dvk.registration.domain.registration.RegistrationEvent;

/**
 * Codes people can read and say over the telephone: {@code NA-2024/0042}. Numbers are given out once and may have
 * holes: a number that was given to a request that failed is not given again. Only what is not there yet is given one,
 * so that a request or an event that comes again burns no number.
 */
@Component
public class RegistrationCodes {

    private final MongoCollection<Document> counters;
    private final Streams<RegistrationCommand, Registration, RegistrationEvent> registrations;

    RegistrationCodes(
            MongoDatabase database, Streams<RegistrationCommand, Registration, RegistrationEvent> registrations) {
        this.counters = database.getCollection("code_counters");
        this.registrations = registrations;
    }

    /** @return the code to open that registration with; empty if it is there already, because it keeps the one it has */
    public String forNew(String programme, String id) {
        return Objects.requireNonNull(forNew(programme, List.of(id)).get(id));
    }

    /** The same for many, with one query and consecutive numbers. */
    public Map<String, String> forNew(String programme, Collection<String> ids) {
        var there = existing(ids);
        var codes = new LinkedHashMap<String, String>();
        for (var id : ids) {
            codes.put(id, "");
        }
        var unnumbered =
                codes.keySet().stream().filter(id -> !there.contains(id)).toList();
        var number = unnumbered.isEmpty() ? 0 : firstOf(programme, unnumbered.size());
        for (var id : unnumbered) {
            codes.put(id, String.format(Locale.ROOT, "%s/%04d", programme, number++));
        }
        return codes;
    }

    private Set<String> existing(Collection<String> ids) {
        return registrations
                .documents()
                .find(Filters.in("_id", ids))
                .projection(Projections.include("_id"))
                .map(document -> document.getString("_id"))
                .into(new HashSet<>());
    }

    private long firstOf(String programme, int count) {
        var after = Objects.requireNonNull(counters.findOneAndUpdate(
                new Document("_id", programme),
                new Document("$inc", new Document("last", (long) count)),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
        return after.get("last", Number.class).longValue() - count + 1;
    }
}

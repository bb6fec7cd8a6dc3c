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
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
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

    /** So many numbers at most are lost when an instance ends. */
    private static final int SET_ASIDE = 10;

    private final MongoCollection<Document> counters;
    private final Map<String, Queue<Long>> aside = new ConcurrentHashMap<>();
    private final Streams<RegistrationCommand, Registration, RegistrationEvent> registrations;

    RegistrationCodes(
            MongoDatabase database, Streams<RegistrationCommand, Registration, RegistrationEvent> registrations) {
        this.counters = database.getCollection("code_counters");
        this.registrations = registrations;
    }

    /** So many more, consecutive if there are several. */
    public List<String> give(String programme, int count) {
        if (count < 2) {
            return count == 0 ? List.of() : List.of(next(programme));
        }
        var first = firstOf(programme, count);
        return LongStream.range(first, first + count)
                .mapToObj(number -> code(programme, number))
                .toList();
    }

    /** One more, out of a few that this instance has set aside: not every draft waits for the one counter. */
    private String next(String programme) {
        var number = aside.compute(programme, (_, numbers) -> {
                    if (numbers == null || numbers.isEmpty()) {
                        var first = firstOf(programme, SET_ASIDE);
                        return LongStream.range(first, first + SET_ASIDE)
                                .boxed()
                                .collect(Collectors.toCollection(ConcurrentLinkedQueue::new));
                    }
                    return numbers;
                })
                .poll();
        return number == null ? next(programme) : code(programme, number);
    }

    private static String code(String programme, long number) {
        return String.format(Locale.ROOT, "%s/%04d", programme, number);
    }

    /**
     * The codes to open registrations with; empty for what is there already, because it keeps the one it has: a request
     * that comes again burns no number.
     */
    public Map<String, String> forNew(String programme, Collection<String> ids) {
        var there = existing(ids);
        var codes = new LinkedHashMap<String, String>();
        for (var id : ids) {
            codes.put(id, "");
        }
        var unnumbered =
                codes.keySet().stream().filter(id -> !there.contains(id)).toList();
        var given = give(programme, unnumbered.size()).iterator();
        unnumbered.forEach(id -> codes.put(id, given.next()));
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

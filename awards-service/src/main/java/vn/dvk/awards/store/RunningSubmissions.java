package vn.dvk.awards.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;
import vn.dvk.awards.domain.submission.Submission;
import vn.dvk.kit.envelope.RequestContext;

/** Submissions that were sent and are not decided, as far as other commands need them. */
@Component
public class RunningSubmissions {

    private final MongoCollection<Document> submissions;
    private final MongoCollection<Document> decisions;
    private final Clock clock;

    RunningSubmissions(MongoDatabase database, Clock clock) {
        this.clock = clock;
        this.submissions = database.getCollection("submissions");
        this.decisions = database.getCollection("decisions");
    }

    /** What happens without anybody asking for it. */
    public RequestContext byItself() {
        return new RequestContext("awards", null, UUID.randomUUID().toString(), null, null, null, clock.instant());
    }

    /**
     * In one read: which of these are asked for at the moment, and by which submission. One that is sent in that very moment
     * is not seen.
     *
     * @param items  keys of items
     * @param except the submission that is being sent
     */
    public Map<String, String> asking(Collection<String> items, String except) {
        var found = new HashMap<String, String>();
        if (items.isEmpty()) {
            return found;
        }
        var wanted = new HashSet<>(items);
        submissions
                .find(Filters.in("view.open", wanted))
                .projection(Projections.include("view.open"))
                .forEach(document -> {
                    var id = document.getString("_id");
                    if (!id.equals(except)) {
                        document.get("view", new Document()).getList("open", String.class, List.of()).stream()
                                .filter(wanted::contains)
                                .forEach(key -> found.put(key, id));
                    }
                });
        return found;
    }

    public List<String> undecided() {
        return submissions
                .find(Filters.eq("view.state", Submission.Stage.SENT.name()))
                .projection(Projections.include("_id"))
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    /** By decision, those of the submissions that it names. */
    public Map<String, List<String>> decisionsAbout(Collection<String> ids) {
        var found = new HashMap<String, List<String>>();
        if (!ids.isEmpty()) {
            decisions
                    .find(Filters.in("view.answers", ids))
                    .projection(Projections.include("view.answers"))
                    .forEach(document -> found.put(
                            document.getString("_id"),
                            document.get("view", new Document()).getList("answers", String.class, List.of()).stream()
                                    .filter(ids::contains)
                                    .toList()));
        }
        return found;
    }
}

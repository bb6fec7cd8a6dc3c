package vn.dvk.reporting.read.cards;

import com.mongodb.client.model.Filters;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.reporting.counting.Malformed;
import vn.dvk.reporting.counting.QueryReason;
import vn.dvk.reporting.domain.history.ModelEvent;
import vn.dvk.reporting.domain.history.ReplicationSummary;
import vn.dvk.reporting.domain.history.Stage;
import vn.dvk.reporting.domain.history.Summary;
import vn.dvk.reporting.projection.CardDocuments;
import vn.dvk.reporting.projection.Directory;
import vn.dvk.reporting.projection.Generations;
import vn.dvk.reporting.read.Cursor;
import vn.dvk.service.web.Refused;

@RestController
class CardsController {

    private final Generations generations;
    private final Directory directory;

    CardsController(Generations generations, Directory directory) {
        this.generations = generations;
        this.directory = directory;
    }

    /**
     * @param version      changes with every event: how many times the card was written
     * @param replications where the model is taken up; each has a history of its own
     */
    record Card(
            String id,
            long version,
            String unitName,
            Summary summary,
            Lineage lineage,
            List<ReplicationSummary> replications,
            List<Entry> timeline) {}

    /**
     * Where an entry comes from, by the cards that are there.
     *
     * @param root   the first entry of the chain it continues; itself if it continues none
     * @param origin the model that was copied first, over copies of copies; itself if it is no copy
     */
    record Lineage(String root, String origin) {}

    /**
     * @param on       business date
     * @param asKnown  as people say it, {@code 2018} or {@code 10/2019}, where the day itself is not known
     * @param recorded when it was recorded, by the clock of the service that did
     * @param known    when the log had it: asked as known before, it has not happened
     * @param body     as published
     */
    record Entry(
            LocalDate on,
            @Nullable String asKnown,
            Instant recorded,
            Instant known,
            String type,
            String service,
            String subject,
            long position,
            String actor,
            String correlation,
            Map<String, Object> body) {}

    record CardsLine(String id, String unitName, Summary summary) {}

    record Lines(List<CardsLine> items, @Nullable String next) {}

    @GetMapping("/api/v1/cards/{model}")
    @Operation(
            summary = "A model's whole life",
            description = "By business date; each entry also says when it was recorded, and when the log had it.")
    Card card(@PathVariable String model) {
        var document =
                generations.reading().cards().find(new Document("_id", model)).first();
        var summary = document == null ? null : CardDocuments.summary(document);
        if (document == null || summary == null) {
            throw Refused.notFound("card", model);
        }
        return new Card(
                model,
                document.get("rev", Number.class).longValue(),
                directory.now().unitName(summary.unit(), directory.today()),
                summary,
                new Lineage(first(model, summary, Summary::continues), first(model, summary, Summary::replicaOf)),
                replications(model),
                timeline(document));
    }

    /** As far as there are cards, and once round should they ever stand in a ring. */
    private String first(String model, Summary summary, Function<Summary, @Nullable String> before) {
        var seen = new LinkedHashSet<String>();
        var first = model;
        var next = before.apply(summary);
        while (next != null && !next.equals(model) && seen.add(next)) {
            first = next;
            var card = generations
                    .reading()
                    .cards()
                    .find(new Document("_id", next))
                    .projection(new Document("summary", 1))
                    .first();
            var known = card == null ? null : CardDocuments.summary(card);
            next = known == null ? null : before.apply(known);
        }
        return first;
    }

    private List<ReplicationSummary> replications(String model) {
        var found = new ArrayList<ReplicationSummary>();
        generations
                .reading()
                .cards()
                .find(Filters.eq(CardDocuments.SOURCE, model))
                .sort(new Document("_id", 1))
                .forEach(card -> found.add(CardDocuments.replication(card)));
        return found;
    }

    private static List<Entry> timeline(Document card) {
        var entries = new ArrayList<Entry>();
        var bodies = card.getList("events", Document.class);
        for (var timed : CardDocuments.history(card).events()) {
            var event = timed.event();
            var body = bodies.stream()
                    .filter(one -> event.id().equals(one.getString("id")))
                    .findFirst()
                    .orElseThrow()
                    .get("body", Document.class);
            entries.add(new Entry(
                    event.dimensions().on(),
                    ModelEvent.Precision.asKnown(event.dimensions().on(), ModelEvent.precision(event.what())),
                    event.time(),
                    timed.at(),
                    event.type(),
                    event.service(),
                    event.subject(),
                    event.position(),
                    event.actor(),
                    event.correlation(),
                    body));
        }
        // As people did it, whichever topic was faster.
        entries.sort(Comparator.comparing(Entry::on).thenComparing(Entry::recorded));
        return entries;
    }

    @GetMapping("/api/v1/cards")
    @Operation(
            summary = "Models",
            description =
                    "stage: SUBMITTED, RETURNED, REGISTERED, IN_PROGRESS, EVALUATED, RECOGNIZED, REFUSED, WITHDRAWN,"
                            + " NOT_APPROVED, VOIDED;"
                            + " for awards for the movement AWARDED, REVOKED. unit means its whole subtree as on today. q looks"
                            + " into codes and names.")
    Lines cards(
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var most = Cursor.limit(limit);
        var conditions = new ArrayList<Bson>();
        conditions.add(Filters.exists("summary"));
        if (programme != null) {
            conditions.add(Filters.or(
                    Filters.eq("summary.programme", programme), Filters.eq("summary.forwarded.programme", programme)));
        }
        if (unit != null) {
            conditions.add(Filters.in(
                    "summary.unit", directory.now().as(directory.today()).under(unit)));
        }
        if (stage != null) {
            conditions.add(Filters.eq("summary.stage", known(stage)));
        }
        if (q != null && !q.isBlank()) {
            var part = Pattern.compile(Pattern.quote(q.strip()), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            conditions.add(Filters.or(Filters.regex("summary.name", part), Filters.regex("summary.code", part)));
        }
        var after = Cursor.read(cursor, 1);
        if (after != null) {
            conditions.add(Filters.gt("_id", after.parts().getFirst()));
        }
        var found = generations
                .reading()
                .cards()
                .find(Filters.and(conditions))
                .projection(new Document("summary", 1))
                .sort(new Document("_id", 1))
                .limit(most + 1)
                .into(new ArrayList<>());
        var shown = found.size() > most ? found.subList(0, most) : found;
        var next = found.size() > most ? new Cursor(List.of(shown.getLast().getString("_id"))).toString() : null;
        return new Lines(shown.stream().map(this::line).toList(), next);
    }

    private static String known(String stage) {
        var word = stage.toUpperCase(Locale.ROOT);
        if (Arrays.stream(Stage.values()).noneMatch(one -> one.name().equals(word))) {
            throw new Malformed(
                    QueryReason.UNKNOWN_WORD,
                    "stage",
                    stage,
                    String.join(
                            ", ", Arrays.stream(Stage.values()).map(Enum::name).toList()));
        }
        return word;
    }

    private CardsLine line(Document card) {
        var summary = java.util.Objects.requireNonNull(CardDocuments.summary(card));
        return new CardsLine(
                card.getString("_id"), directory.now().unitName(summary.unit(), directory.today()), summary);
    }
}

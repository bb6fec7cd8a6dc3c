package vn.dvk.replay;

import static vn.dvk.replay.api.Actor.VIEWER;
import static vn.dvk.replay.api.Service.REPORTING;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.dvk.replay.api.Api;
import vn.dvk.replay.cases.Case;
import vn.dvk.replay.cases.Case.Bound;
import vn.dvk.replay.plan.Plan;
import vn.dvk.replay.tables.Reconciliation;
import vn.dvk.replay.tables.Verdicts;

/** Asks reporting what it counts for a case. */
final class Reporting {

    private final Api api;

    Reporting(Api api) {
        this.api = api;
    }

    record Question(String programme, LocalDate asOf, List<Figure> published, List<Identity> identities) {}

    record Figure(
            String id,
            String text,
            @Nullable BigDecimal value,
            @Nullable Boolean atLeast,
            Map<String, String> counts,
            @Nullable Map<String, String> comparedWith) {}

    /** Figures by id, numbers as they are. */
    record Identity(
            String id,
            List<String> sum,
            @Nullable Object equals,
            @Nullable Object atMost) {}

    /** @param marks moments that figures name by {@code asKnown} */
    Reconciliation reconcile(Plan plan, Marks marks) {
        var answer = api.ask(REPORTING, VIEWER, "/api/v1/reconciliations", question(plan.of(), marks));
        var elsewhere =
                Verdicts.elsewhere(plan).keySet().stream().map(this::awarded).toList();
        return Reconciliation.of(answer, elsewhere);
    }

    static Question question(Case source, Marks marks) {
        var programme = source.programme();
        return new Question(
                programme.code(),
                programme.cutOff(),
                source.published().stream()
                        .map(figure -> figure(programme, figure, marks))
                        .toList(),
                source.identities().stream().map(Reporting::identity).toList());
    }

    /** A figure is about the case's own programme up to its cut-off, unless it says otherwise. */
    private static Figure figure(Case.Programme programme, Case.Published figure, Marks marks) {
        var compared = figure.comparedWith();
        return new Figure(
                figure.id(),
                figure.text(),
                figure.value(),
                figure.atLeast(),
                filter(programme, figure.counts(), marks),
                compared == null ? null : filter(programme, compared, marks));
    }

    private static Map<String, String> filter(Case.Programme programme, Map<String, String> stated, Marks marks) {
        var filter = new LinkedHashMap<String, String>();
        filter.put("programme", programme.code());
        filter.put("asOf", programme.cutOff().toString());
        filter.putAll(stated);
        filter.computeIfPresent("asKnown", (_, asked) -> marks.moment(asked));
        return filter;
    }

    private static Identity identity(Case.Identity identity) {
        Object bound = switch (identity.bound()) {
            case Bound.Figure(var id) -> id;
            case Bound.Number(var value) -> value;
        };
        return switch (identity.relation()) {
            case EQUALS -> new Identity(identity.id(), identity.sum(), bound, null);
            case AT_MOST -> new Identity(identity.id(), identity.sum(), null, bound);
        };
    }

    private Reconciliation.Elsewhere awarded(Verdicts.Movement movement) {
        var question = "/api/v1/counts?measure=awarded&by=subject&programme=%s&track=%s"
                .formatted(movement.programme(), movement.track());
        var answer = api.get(REPORTING, VIEWER, question);
        var awarded = new TreeMap<String, Long>();
        for (var group : answer.path("groups")) {
            awarded.put(
                    group.path("key").path("subject").asString("?"),
                    group.path("count").asLong(0));
        }
        return new Reconciliation.Elsewhere(movement.programme(), movement.track(), awarded);
    }
}

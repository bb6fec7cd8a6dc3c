package vn.dvk.replay;

import static vn.dvk.replay.api.Actor.VIEWER;
import static vn.dvk.replay.api.Service.AWARDS;
import static vn.dvk.replay.api.Service.EVALUATION;
import static vn.dvk.replay.api.Service.REPORTING;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.dvk.replay.api.Api;
import vn.dvk.replay.api.PlatformFailure;
import vn.dvk.replay.cases.Happening;
import vn.dvk.replay.cases.Vocabulary;

/** What a story expects of answers that are not one number: each is asked for, and told in as many words as are compared. */
final class Answers {

    private final Api api;
    private final String programme;
    private final Marks marks;
    private final Map<String, String> names;

    /** @param models ids by what the story calls them: the platform does not tell the names of individuals' entries */
    Answers(Api api, String programme, Marks marks, Map<String, String> models) {
        this.api = api;
        this.programme = programme;
        this.marks = marks;
        this.names = models.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    /**
     * @param model its id, where one is asked about
     * @param paper of the story, where one is asked about
     * @throws PlatformFailure when an answer is not the one that is expected
     */
    void check(Happening asked, @Nullable String model, @Nullable Object paper) {
        var found = asked.of() == Vocabulary.Question.PREVIEW
                ? preview(String.valueOf(asked.name()), Objects.requireNonNull(paper))
                : answer(asked, String.valueOf(model));
        Objects.requireNonNull(asked.expect()).forEach((member, expected) -> {
            var is = found.get(member);
            if (is == null) {
                throw new PlatformFailure("“%s” không có “%s”, chỉ có %s. (“%1$s” has no “%2$s”, only %3$s.)"
                        .formatted(asked.of(), member, found.keySet()));
            }
            if (!is.equals(expected)) {
                throw new PlatformFailure("%s%s ngày %s: %s là “%s”, không phải “%s”. (%4$s is “%5$s”, not “%6$s”.)"
                        .formatted(
                                asked.of(),
                                asked.model() == null ? "" : " " + asked.model(),
                                asked.on(),
                                member,
                                is,
                                expected));
            }
        });
    }

    private Map<String, String> answer(Happening asked, String model) {
        var on = asked.on();
        var view = asked.organisation() == null ? "then" : asked.organisation();
        return switch (Objects.requireNonNull(asked.of())) {
            case REPORTS ->
                members(api.get(EVALUATION, VIEWER, "/api/v1/evaluations/" + model + "/expected-reports?on=" + on));
            case TARGETS -> {
                var answer = api.get(
                        REPORTING,
                        VIEWER,
                        "/api/v1/targets?programme=%s&asOf=%s&organisation=%s".formatted(programme, on, view)
                                + (asked.unit() == null ? "" : "&unit=" + asked.unit()));
                var members = members(answer);
                members.put("missing", listed(answer.path("missing"), "unit"));
                yield members;
            }
            case DECISIONS -> {
                var register = api.get(
                        AWARDS,
                        VIEWER,
                        "/api/v1/decisions?limit=500&year=%d&issuer=%s"
                                .formatted(
                                        Objects.requireNonNull(on).getYear(),
                                        URLEncoder.encode(String.valueOf(asked.issuer()), StandardCharsets.UTF_8)));
                yield Map.of(
                        "numbers", listed(register.path("items"), "number"),
                        "corrected", corrected(register.path("items")));
            }
            case COVERAGE -> {
                var question =
                        "/api/v1/models/%s/coverage?under=%s&kind=COMMUNE&on=%s".formatted(model, asked.unit(), on);
                var decided = members(api.get(AWARDS, VIEWER, question));
                var counted = members(api.get(REPORTING, VIEWER, question));
                if (Objects.requireNonNull(asked.expect()).keySet().stream()
                        .anyMatch(member -> !Objects.equals(decided.get(member), counted.get(member)))) {
                    throw new PlatformFailure("Độ phủ %s không khớp: %s, %s. (Coverage of %1$s differs: %2$s, %3$s.)"
                            .formatted(asked.model(), decided, counted));
                }
                yield decided;
            }
            case GOALS -> {
                var goals = api.get(REPORTING, VIEWER, "/api/v1/cards/" + model + "/goals?asOf=" + on);
                yield members(goals.path("goals").path(0));
            }
            case CHANGES -> {
                var since = marks.moment(String.valueOf(asked.since()));
                var changes = api.get(
                        REPORTING,
                        VIEWER,
                        "/api/v1/changes?measure=registered&programme=%s&asOf=%s&organisation=%s&since=%s"
                                .formatted(programme, on, view, URLEncoder.encode(since, StandardCharsets.UTF_8)));
                yield Map.of("changes", changed(changes.path("items")));
            }
            case IDENTITIES -> {
                var table = api.get(
                        REPORTING,
                        VIEWER,
                        "/api/v1/summary?programme=%s&asOf=%s&organisation=%s".formatted(programme, on, view));
                var failing = table.path("identities")
                        .valueStream()
                        .filter(one -> !one.path("holds").asBoolean(false))
                        .count();
                yield Map.of("failing", Long.toString(failing));
            }
            case PREVIEW -> throw new IllegalArgumentException("Asked with its paper");
        };
    }

    /**
     * What becomes of models, and totals that change. Once the paper is told there is nothing to foresee, so the first
     * answer is kept beside the marks and holds for a story that is told again.
     */
    private Map<String, String> preview(String name, Object paper) {
        var members = List.of("byItself", "byHand", "stays", "registered");
        var kept = "preview " + name + " ";
        if (!marks.has(kept + members.getFirst())) {
            var answer = api.ask(REPORTING, VIEWER, "/api/v1/previews", paper);
            marks.set(kept + "byItself", going(answer, "BY_ITSELF"));
            marks.set(kept + "byHand", going(answer, "BY_HAND"));
            marks.set(kept + "stays", going(answer, "STAYS"));
            marks.set(kept + "registered", totals(answer));
        }
        return members.stream().collect(Collectors.toMap(member -> member, member -> marks.moment(kept + member)));
    }

    private String going(JsonNode preview, String how) {
        return preview.path("units")
                .valueStream()
                .filter(unit -> unit.path("going").asString("").equals(how))
                .flatMap(unit -> unit.path("models").valueStream())
                .map(model -> names.getOrDefault(model.path("model").asString(""), "?"))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** {@code N1 0 → 2, TM 6 → 6}, by unit. */
    private static String totals(JsonNode preview) {
        return preview.path("totals")
                .valueStream()
                .map(total -> "%s %d → %d"
                        .formatted(
                                total.path("unit").asString(""),
                                total.at("/before/registered").asLong(),
                                total.at("/after/registered").asLong()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Those that are one word or number. */
    private static Map<String, String> members(JsonNode answer) {
        var members = new LinkedHashMap<String, String>();
        answer.properties().forEach(member -> {
            if (member.getValue().isValueNode()) {
                members.put(member.getKey(), member.getValue().asString());
            }
        });
        return members;
    }

    private static String listed(JsonNode items, String member) {
        return items.valueStream().map(one -> one.path(member).asString("")).collect(Collectors.joining(", "));
    }

    /** Who did it is not compared, but has to be there. */
    private static String corrected(JsonNode register) {
        return register.valueStream()
                .flatMap(decision -> decision.path("corrections").valueStream())
                .map(correction -> correction
                                .path("changes")
                                .valueStream()
                                .map(change -> change.path("was").asString("") + " → "
                                        + change.path("now").asString(""))
                                .collect(Collectors.joining(", "))
                        + ": " + correction.path("reason").asString("")
                        + Optional.of(correction.path("by").asString(""))
                                .filter(String::isEmpty)
                                .map(_ -> ", ?")
                                .orElse(""))
                .collect(Collectors.joining("; "));
    }

    /** {@code M5: field HTCT → VHXH; M3: counted unattributable → N2}, in the order of the models' names. */
    private String changed(JsonNode items) {
        return items.valueStream()
                .map(item -> names.getOrDefault(item.path("model").asString(""), "?") + ": "
                        + (item.path("fields").isEmpty()
                                ? item.path("change").asString("")
                                : item.path("fields")
                                        .valueStream()
                                        .map(field -> field.path("field").asString("") + " "
                                                + field.path("from").asString("–") + " → "
                                                + field.path("to").asString("–"))
                                        .collect(Collectors.joining(", "))))
                .sorted()
                .collect(Collectors.joining("; "));
    }
}

package vn.dvk.replay;

import static vn.dvk.replay.api.Actor.ADMINISTRATOR;
import static vn.dvk.replay.api.Actor.AUTHORITY;
import static vn.dvk.replay.api.Actor.COUNCIL;
import static vn.dvk.replay.api.Actor.OFFICER;
import static vn.dvk.replay.api.Actor.REVIEWER;
import static vn.dvk.replay.api.Actor.VIEWER;
import static vn.dvk.replay.api.Service.AWARDS;
import static vn.dvk.replay.api.Service.EVALUATION;
import static vn.dvk.replay.api.Service.REGISTRATION;
import static vn.dvk.replay.api.Service.REPORTING;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.dvk.replay.api.Actor;
import vn.dvk.replay.api.Api;
import vn.dvk.replay.api.Key;
import vn.dvk.replay.api.PlatformFailure;
import vn.dvk.replay.api.Service;
import vn.dvk.replay.cases.Case;
import vn.dvk.replay.cases.Happening;
import vn.dvk.replay.plan.Entry;
import vn.dvk.replay.plan.Plan;
import vn.dvk.replay.plan.Plan.Told;
import vn.dvk.replay.tables.Screen;

/**
 * Tells a case's story one thing after the other, as life does: what is told later is known later. Told again it changes
 * nothing, because every thing has the key it had.
 */
final class Story {

    private static final JsonMapper ROWS = new JsonMapper();
    private static final Set<Happening.Do> GIVING = Set.of(Happening.Do.RECOGNIZE, Happening.Do.AWARD);

    private final Api api;
    private final Screen screen;
    private final CatchUp catchUp;
    private final Plan plan;
    private final Marks marks;
    private final Map<String, String> models = new HashMap<>();
    private final Map<String, String> replications = new HashMap<>();
    private final Map<String, String> subjects = new HashMap<>();
    private final Map<String, Entry.Person> people = new HashMap<>();
    private final Map<String, String> unitsOfPeople = new HashMap<>();
    private final Map<String, String> holds = new HashMap<>();
    private final Map<String, Bodies.Printed> prints = new HashMap<>();
    private final Map<String, Asking> asking = new HashMap<>();
    private final Set<String> carriedOut = new HashSet<>();

    /** Nothing was told since everything had been read. */
    private boolean atRest;

    /** A submission that asks for a model and is not answered. */
    private record Asking(String id, String path, Happening what) {

        /** Whether that is what it asks for. */
        boolean isAbout(Happening given) {
            return what.level() != null ? what.level() == given.level() : what.form() == given.form();
        }
    }

    Story(Api api, Screen screen, CatchUp catchUp, Plan plan, Marks marks) {
        this.api = api;
        this.screen = screen;
        this.catchUp = catchUp;
        this.plan = plan;
        this.marks = marks;
    }

    /** @throws PlatformFailure when the platform refuses something, in its own words */
    void tell() {
        if (plan.story().isEmpty()) {
            return;
        }
        try (var progress = screen.progress(
                "Kể theo thời gian · telling the story", plan.story().size())) {
            for (var number = 0; number < plan.story().size(); number++) {
                tell(number + 1, plan.story().get(number));
                progress.advance(1);
            }
        }
    }

    private void tell(int number, Told told) {
        var refused = told.happening().refused();
        if (refused == null) {
            say(number, told);
            return;
        }
        try {
            say(number, told);
        } catch (PlatformFailure failure) {
            if (!failure.isRefusal(refused)) {
                throw failure;
            }
            return;
        }
        throw new PlatformFailure(
                "Việc %d, %s, lẽ ra phải bị từ chối với mã %s. (It should have been refused with %3$s.)"
                        .formatted(number, told.happening().what().word(), refused));
    }

    private void say(int number, Told told) {
        var it = told.happening();
        var step = "story:%d:%s".formatted(number, it.what().word());
        var said = new Said(step, it);
        switch (it.what()) {
            case REGISTER -> {
                submit(said, told.entry());
                accept(said);
            }
            case SUBMIT -> submit(said, told.entry());
            case RETURN -> said.post(REGISTRATION, REVIEWER, registration(it) + "/return", said.why());
            case RESUBMIT -> said.post(REGISTRATION, OFFICER, registration(it) + "/submission", said.on());
            case ACCEPT -> accept(said);
            case NOT_APPROVE -> said.post(REGISTRATION, REVIEWER, registration(it) + "/non-approval", said.why());
            case WITHDRAW -> said.post(REGISTRATION, OFFICER, registration(it) + "/withdrawal", said.why());
            case CORRECT ->
                said.post(REGISTRATION, REVIEWER, registration(it) + "/correction", said.anew("field", it.field()));
            case CHANGE ->
                said.post(REGISTRATION, REVIEWER, registration(it) + "/change", said.anew("field", it.field()));
            case TRANSFER ->
                said.post(REGISTRATION, REVIEWER, registration(it) + "/transfer", said.why("unit", it.to()));
            case FORWARD ->
                said.post(
                        REGISTRATION, REVIEWER, registration(it) + "/forwarding", said.on("programme", it.programme()));
            case UNDO_FORWARD ->
                said.post(
                        REGISTRATION,
                        REVIEWER,
                        registration(it) + "/forwarding/void",
                        said.why("programme", it.programme()));
            case VOID -> said.post(REGISTRATION, REVIEWER, registration(it) + "/void", said.why());
            case REPORT ->
                said.post(
                        EVALUATION,
                        OFFICER,
                        evaluation(it) + "/progress-reports",
                        said.on(
                                "from", it.from(),
                                "to", it.until(),
                                "done", "Báo cáo kỳ " + it.from(),
                                "values", values(it)));
            case INSPECT ->
                said.post(
                        EVALUATION,
                        REVIEWER,
                        evaluation(it) + "/inspections",
                        said.on("inspectors", List.of("Tổ kiểm tra"), "findings", "Đúng tiến độ"));
            case CONCLUDE -> conclude(said, told.points());
            case VOID_CONCLUSION -> said.post(EVALUATION, REVIEWER, evaluation(it) + "/conclusion/void", said.why());
            case REVIEW ->
                said.post(
                        EVALUATION,
                        REVIEWER,
                        evaluation(it) + "/reviews",
                        said.asKnown("period", it.year(), "outcome", it.outcome()));
            case RECOGNIZE ->
                said.bulk(
                        AWARDS,
                        AUTHORITY,
                        "/api/v1/recognitions/bulk",
                        said.asKnown(
                                "level", it.level(),
                                "decision", said.decision(),
                                "models", List.of(model(it)),
                                "printed", printed(it)));
            case REVOKE_RECOGNITION -> {
                var recognition = given(it, "recognitions", "recognition", "level", String.valueOf(it.level()));
                said.post(
                        AWARDS,
                        AUTHORITY,
                        dossier(it) + "/recognitions/" + recognition + "/revocation",
                        said.why("effect", it.effect(), "decision", said.decision()));
            }
            case AWARD -> award(said);
            case CORRECT_AWARD -> {
                var award = given(it, "awards", "award", "form", String.valueOf(it.form()));
                said.post(AWARDS, AUTHORITY, dossier(it) + "/awards/" + award + "/correction", said.anew());
            }
            case REVOKE_AWARD -> {
                var award = given(it, "awards", "award", "form", String.valueOf(it.form()));
                said.post(
                        AWARDS,
                        AUTHORITY,
                        dossier(it) + "/awards/" + award + "/revocation",
                        said.why("effect", it.effect(), "decision", said.decision()));
            }
            case AWARD_MOVEMENT -> awardMovement(said, number);
            case SEND_SUBMISSION -> submitFor(said);
            case RETURN_SUBMISSION -> {
                var asked = Objects.requireNonNull(asking.remove(it.model()), it.model());
                said.post(AWARDS, AUTHORITY, asked.path() + "/return", said.why());
            }
            case REFUSE_ITEM -> {
                var asked = Objects.requireNonNull(asking.remove(it.model()), it.model());
                said.post(
                        AWARDS,
                        AUTHORITY,
                        asked.path() + "/refusals",
                        said.why("items", List.of(item(model(it), asked.what()))));
            }
            case CORRECT_DECISION ->
                said.post(
                        AWARDS,
                        AUTHORITY,
                        "/api/v1/decisions/" + decision(it) + "/correction",
                        said.why("number", it.number()));
            case PLACE_HOLD -> placeHold(said);
            case RELEASE_HOLD ->
                said.post(AWARDS, AUTHORITY, Objects.requireNonNull(holds.get(held(it)), held(it)), said.why());
            case REPLICATE -> replicate(said, said.on("model", model(it)));
            case REPLICATE_OUTSIDE -> replicate(said, said.on("source", outside(it)));
            case CONFIRM_REPLICATION -> said.post(AWARDS, REVIEWER, replication(it) + "/confirmation", said.on());
            case STOP_REPLICATION -> said.post(AWARDS, OFFICER, replication(it) + "/stop", said.why());
            case RESTART_REPLICATION -> said.post(AWARDS, OFFICER, replication(it) + "/application", said.on());
            case REORGANIZE -> reorganize(said);
            case TITLES -> checkTitles(it);
            case ASK -> {
                if (!atRest) {
                    catchUp.await();
                }
                new Answers(api, plan.of().programme().code(), marks, models)
                        .check(it, it.model() == null ? null : model(it), named(it));
            }
            case MARK -> mark(Objects.requireNonNull(it.name()));
        }
        atRest = it.what() == Happening.Do.ASK;
    }

    /** The paper of the story that a question is about. */
    private @Nullable Object named(Happening it) {
        return plan.story().stream()
                .map(Told::happening)
                .filter(one -> one.paper() != null && Objects.equals(one.name(), it.name()))
                .findFirst()
                .map(one -> paper(Objects.requireNonNull(one.paper())))
                .orElse(null);
    }

    private static Object paper(Case.Succession paper) {
        return paper.acts().isEmpty() ? Bodies.Succession.of(paper) : Bodies.Paper.of(paper);
    }

    private void reorganize(Said said) {
        var paper = Objects.requireNonNull(said.it().paper());
        var path = paper.acts().isEmpty() ? "/api/v1/successions" : "/api/v1/papers";
        said.post(REGISTRATION, ADMINISTRATOR, path, paper(paper));
    }

    private void award(Said said) {
        var it = said.it();
        if (it.recipients().isEmpty()) {
            said.bulk(
                    AWARDS,
                    AUTHORITY,
                    "/api/v1/awards/bulk",
                    said.asKnown(
                            "form", it.form(),
                            "track", it.track(),
                            "decision", said.decision(),
                            "models", List.of(model(it)),
                            "printed", printed(it)));
        } else {
            said.post(
                    AWARDS,
                    AUTHORITY,
                    dossier(it) + "/awards",
                    said.asKnown(
                            "form", it.form(),
                            "track", it.track(),
                            "decision", said.decision(),
                            "recipients",
                                    it.recipients().stream()
                                            .map(this::recipient)
                                            .toList()));
        }
    }

    /** A unit of the case, or a person of the story. */
    private Map<String, Object> recipient(String one) {
        if (people.get(one) instanceof Entry.Person person) {
            var recipient = inOrder(
                    "name", person.printed(),
                    "unit", Objects.requireNonNull(unitsOfPeople.get(one)),
                    "subject", Objects.requireNonNull(subjects.get(one)));
            if (person.post() != null) {
                recipient.put("post", person.post());
            }
            return recipient;
        }
        return inOrder("name", unitName(one), "unit", one);
    }

    private void placeHold(Said said) {
        var it = said.it();
        if (it.model() != null) {
            var path = dossier(it) + "/holds";
            var id = said.post(AWARDS, AUTHORITY, path, said.why("kind", it.hold()))
                    .path("hold")
                    .asString("");
            holds.put(held(it), path + "/" + id + "/release");
        } else {
            var subject = it.person() == null ? null : Objects.requireNonNull(subjects.get(it.person()));
            var body = said.why("unit", it.unit(), "subject", subject, "kind", it.hold());
            var id = said.post(AWARDS, AUTHORITY, "/api/v1/holds", body)
                    .path("hold")
                    .asString("");
            holds.put(held(it), "/api/v1/holds/" + id + "/release");
        }
    }

    /** What a story calls a hold by. */
    private static String held(Happening it) {
        return it.model() != null
                ? "model " + it.model()
                : it.person() != null ? "person " + it.person() : "unit " + it.unit();
    }

    private void submit(Said said, @Nullable Entry written) {
        var it = said.it();
        var row = Objects.requireNonNull(written);
        if (it.person() instanceof String name) {
            row = row.of(subject(name, row));
        }
        printed(it, written);
        var programme = it.programme() == null ? plan.of().programme().code() : it.programme();
        var whole = it.continues() == null
                ? row
                : row.continuing(Objects.requireNonNull(models.get(it.continues()), it.continues()));
        var full = it.replicaOf() == null
                ? whole
                : whole.copying(Objects.requireNonNull(models.get(it.replicaOf()), it.replicaOf()));
        var body = it.known() == null
                ? new Bodies.Registrations(programme, List.of(full))
                : inOrder("programme", programme, "rows", List.of(roughly(full, it.known())));
        for (var answer : api.bulk(REGISTRATION, OFFICER, "/api/v1/registrations/bulk", said.key("submit"), body)) {
            models.put(it.model(), answer.id());
        }
    }

    /** The row with all that is known of its day. */
    private static Map<String, Object> roughly(Entry entry, String known) {
        var row = ROWS.convertValue(entry, new TypeReference<LinkedHashMap<String, Object>>() {});
        row.values().removeIf(Objects::isNull);
        row.put("submitOn", known);
        return row;
    }

    /** The first entry says who it is; the others are the same person's. */
    private String subject(String name, Entry entry) {
        return subjects.computeIfAbsent(name, _ -> {
            people.put(name, Objects.requireNonNull(entry.person()));
            unitsOfPeople.put(name, entry.unit());
            var person = entry.person();
            var body =
                    new Bodies.NewSubject(entry.subject(), person.name(), person.head(), person.post(), entry.unit());
            return api.post(
                            REGISTRATION,
                            OFFICER,
                            "/api/v1/subjects",
                            new Key(plan.slug() + ":story:person:" + name),
                            body)
                    .path("id")
                    .asString("");
        });
    }

    /** What a decision about the model would print. */
    private void printed(Happening it, Entry entry) {
        var person = it.person() == null ? entry.person() : people.get(it.person());
        if (person != null) {
            prints.put(String.valueOf(it.model()), new Bodies.Printed(person.printed(), person.post(), entry.name()));
        }
    }

    /** Of the model, by its id; absent of a collective. */
    private @Nullable Map<String, Object> printed(Happening it) {
        return prints.get(String.valueOf(it.model())) instanceof Bodies.Printed words
                ? inOrder(model(it), words)
                : null;
    }

    private void checkTitles(Happening it) {
        var subject = Objects.requireNonNull(subjects.get(it.person()));
        var day = Objects.requireNonNull(it.on());
        var found = 0;
        for (var title : api.get(AWARDS, VIEWER, "/api/v1/subjects/" + subject + "/titles")
                .path("titles")) {
            // By the days the papers bear, so that a story told again finds the same.
            var given = !day.isBefore(LocalDate.parse(title.path("on").asString()));
            var revoked = title.path("revoked").path("on").asString("");
            found += given && (revoked.isEmpty() || day.isBefore(LocalDate.parse(revoked))) ? 1 : 0;
        }
        if (found != Objects.requireNonNull(it.titles())) {
            throw new PlatformFailure("%s có %d danh hiệu, không phải %d. (%1$s has %2$d titles, not %3$d.)"
                    .formatted(it.person(), found, it.titles()));
        }
    }

    private void accept(Said said) {
        var approval = said.approval();
        said.post(REGISTRATION, REVIEWER, registration(said.it()) + "/selection", said.asKnown());
        said.post(REGISTRATION, REVIEWER, registration(said.it()) + "/acceptance", said.asKnown("approval", approval));
    }

    /** What people do before a conclusion, all on its day; a second conclusion needs no second carrying out. */
    private void conclude(Said said, Map<String, Integer> points) {
        var of = evaluation(said.it());
        if (carriedOut.add(model(said.it()))) {
            for (var step : plan.carryingOut().steps()) {
                said.post(EVALUATION, OFFICER, of + "/steps/" + step + "/completion", said.asKnown());
            }
        }
        said.post(EVALUATION, OFFICER, of + "/scores/self", said.on("criteria", points));
        said.post(EVALUATION, COUNCIL, of + "/scores/superior", said.on("criteria", points));
        said.post(EVALUATION, COUNCIL, of + "/conclusion", said.asKnown());
    }

    private void submitFor(Said said) {
        var it = said.it();
        var text = inOrder(
                "from",
                Objects.requireNonNull(it.unit()),
                "to",
                inOrder("unit", to(it)),
                "items",
                List.of(item(model(it), it)));
        var id = said.post(AWARDS, OFFICER, "/api/v1/submissions", text)
                .path("submission")
                .asString("");
        var path = "/api/v1/submissions/" + id;
        said.post(AWARDS, OFFICER, path + "/sending", said.on());
        asking.put(it.model(), new Asking(id, path, it));
    }

    private static Map<String, Object> item(String model, Happening asked) {
        return asked.level() != null
                ? inOrder("model", model, "level", asked.level())
                : inOrder("model", model, "form", Objects.requireNonNull(asked.form()));
    }

    private void awardMovement(Said said, int number) {
        var it = said.it();
        if (!it.recipients().isEmpty()) {
            said.post(
                    AWARDS,
                    AUTHORITY,
                    "/api/v1/movement-awards",
                    said.on(
                            "programme", plan.of().programme().code(),
                            "subject", "COLLECTIVE",
                            "recipients",
                                    Stream.concat(Stream.of(to(it)), it.recipients().stream())
                                            .map(this::recipient)
                                            .toList(),
                            "form", it.form(),
                            "track", it.track(),
                            "decision", said.decision()));
            return;
        }
        var recipient = inOrder("name", unitName(to(it)), "unit", to(it));
        var row = inOrder(
                "key", "%s:story:%d".formatted(plan.slug(), number), "subject", "COLLECTIVE", "recipient", recipient);
        said.bulk(
                AWARDS,
                AUTHORITY,
                "/api/v1/movement-awards/bulk",
                said.on(
                        "programme", plan.of().programme().code(),
                        "form", it.form(),
                        "track", it.track(),
                        "decision", said.decision(),
                        "rows", List.of(row)));
    }

    private String unitName(String code) {
        return plan.of().units().stream()
                .filter(unit -> unit.code().equals(code))
                .map(unit -> unit.name())
                .findFirst()
                .orElse(code);
    }

    /** @param proposal what is replicated, and when */
    private void replicate(Said said, Map<String, Object> proposal) {
        var it = said.it();
        proposal.put("target", inOrder("unit", to(it)));
        proposal.put("ownModel", false);
        var id = said.post(AWARDS, OFFICER, "/api/v1/replications", proposal)
                .path("id")
                .asString("");
        replications.put(between(it), id);
        said.post(AWARDS, OFFICER, "/api/v1/replications/" + id + "/application", said.on());
    }

    private Map<String, Object> outside(Happening it) {
        return inOrder(
                "name",
                Objects.requireNonNull(it.source()),
                "from",
                Objects.requireNonNull(it.owner()),
                "programme",
                it.programme() == null ? plan.of().programme().code() : it.programme(),
                "field",
                Objects.requireNonNull(it.field()));
    }

    /** What a story calls a replication by. */
    private static String between(Happening it) {
        return Objects.requireNonNullElse(it.model(), it.source()) + ">" + it.to();
    }

    private void mark(String name) {
        if (!marks.has(name)) {
            catchUp.await();
            // Refused with the request to ask again until all that was told so far is in it.
            var answer = api.get(REPORTING, VIEWER, "/api/v1/watermark");
            marks.set(name, answer.path("watermark").asString(""));
        }
    }

    private String model(Happening it) {
        return Objects.requireNonNull(models.get(it.model()), it.model());
    }

    /** Of the form's first goal, which registration has numbered. */
    private static @Nullable List<Map<String, Object>> values(Happening it) {
        return it.value() == null ? null : List.of(inOrder("goal", "G1", "value", it.value()));
    }

    private static String to(Happening it) {
        return Objects.requireNonNull(it.to());
    }

    private String registration(Happening it) {
        return "/api/v1/registrations/" + model(it);
    }

    private String evaluation(Happening it) {
        return "/api/v1/evaluations/" + model(it);
    }

    private String dossier(Happening it) {
        return "/api/v1/models/" + model(it);
    }

    private String replication(Happening it) {
        return "/api/v1/replications/" + Objects.requireNonNull(replications.get(between(it)), between(it));
    }

    /** The id of what the model was given, told from the others by one word. */
    private String given(Happening it, String list, String id, String by, String word) {
        for (var one : api.get(AWARDS, VIEWER, dossier(it)).path(list)) {
            if (one.path(by).asString("").equals(word)) {
                return one.path(id).asString("");
            }
        }
        throw new PlatformFailure(
                "%s chưa có %s %s. (%s has no %s %s.)".formatted(it.model(), list, word, it.model(), list, word));
    }

    private String decision(Happening it) {
        var issuer = URLEncoder.encode(String.valueOf(it.issuer()), StandardCharsets.UTF_8);
        for (var one : api.get(AWARDS, VIEWER, "/api/v1/decisions?limit=500&issuer=" + issuer)
                .path("items")) {
            var number = one.path("number").asString("");
            if (number.equals(it.was()) || number.equals(it.number())) {
                return one.path("decision").asString("");
            }
        }
        throw new PlatformFailure("Sổ của %s không có quyết định số %s. (%1$s has no decision no. %2$s.)"
                .formatted(it.issuer(), it.was()));
    }

    /** One thing, and how it is sent. */
    private final class Said {

        private final String step;
        private final Happening it;

        Said(String step, Happening it) {
            this.step = step;
            this.it = it;
        }

        Happening it() {
            return it;
        }

        Key key(String part) {
            return new Key(plan.slug() + ":" + step + ":" + part);
        }

        JsonNode post(Service service, Actor actor, String path, Object body) {
            return api.post(service, actor, path, key(path.substring(path.lastIndexOf('/') + 1)), body);
        }

        void bulk(Service service, Actor actor, String path, Object body) {
            api.bulk(service, actor, path, key("bulk"), body);
        }

        /** @param more names and values in turn; absent values are not sent */
        Map<String, Object> on(@Nullable Object... more) {
            var body = new LinkedHashMap<String, Object>();
            body.put("on", Objects.requireNonNull(it.on()));
            for (var i = 0; i < more.length; i += 2) {
                if (more[i + 1] instanceof Object value) {
                    body.put(String.valueOf(more[i]), value);
                }
            }
            return body;
        }

        /** The same on a day of which the papers may tell less. */
        Map<String, Object> asKnown(@Nullable Object... more) {
            var body = on(more);
            if (it.known() != null) {
                body.put("on", it.known());
            }
            return body;
        }

        Map<String, Object> why(@Nullable Object... more) {
            var body = on(more);
            body.put("reason", it.reason() == null ? "Theo văn bản ngày " + it.on() : it.reason());
            return body;
        }

        /** With the new values of something, by their names. */
        Map<String, Object> anew(@Nullable Object... more) {
            var body = why(more);
            if (it.values() != null) {
                body.putAll(it.values());
            }
            return body;
        }

        /** It names the submission that asks for what is given, if one does. */
        Map<String, Object> decision() {
            var paper = paper(String.valueOf(it.number()), String.valueOf(it.issuer()));
            var asked = asking.get(it.model());
            if (asked != null && GIVING.contains(it.what()) && asked.isAbout(it)) {
                asking.remove(it.model());
                paper.put("answers", List.of(asked.id()));
            }
            return paper;
        }

        Map<String, Object> approval() {
            if (it.known() != null) {
                return inOrder(
                        "date",
                        it.known(),
                        "issuer",
                        unitName(plan.of().programme().host()));
            }
            var number = "%s-TB/%s".formatted(it.on(), plan.of().programme().code());
            return paper(number, unitName(plan.of().programme().host()));
        }

        private Map<String, Object> paper(String number, String issuer) {
            Object date = it.known() == null ? Objects.requireNonNull(it.on()) : it.known();
            return inOrder("number", number, "date", date, "issuer", issuer);
        }
    }

    /** Written the same in every run, because a request's key stands for its very text. */
    private static Map<String, Object> inOrder(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return map;
    }
}

package vn.dvk.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.dvk.replay.StubPlatform.Answer;
import vn.dvk.replay.StubPlatform.Request;
import vn.dvk.replay.api.Api;
import vn.dvk.replay.api.Patience;
import vn.dvk.replay.api.Pause;
import vn.dvk.replay.api.PlatformFailure;
import vn.dvk.replay.cases.CaseFile;
import vn.dvk.replay.plan.Planner;
import vn.dvk.replay.tables.Screen;

class ReplayTest {

    private static final Pattern YEAR = Pattern.compile("\"(20\\d\\d)-");

    private final StubPlatform stub = new StubPlatform();
    private final Api api = new Api(stub.platform(), Patience.USUAL, Pause.REAL);
    private final Screen silent = new Screen(new PrintStream(OutputStream.nullOutputStream()), false, false);

    @AfterEach
    void close() {
        stub.close();
    }

    private void replay(String file) {
        replay(file, text(file));
    }

    private void replay(String file, String text) {
        try (var together = new Together(3)) {
            new Replay(
                            api,
                            silent,
                            new CatchUp(api, silent, _ -> {}),
                            together,
                            Planner.plan(CaseFile.read(file, text)))
                    .run();
        }
    }

    private static String text(String file) {
        return new CaseFile.Bundled(file).text();
    }

    @Test
    void all_registrations_of_nghe_an_are_sent_in_requests_of_at_most_500_rows() {
        replay("nghe-an-2024-h1.json");
        var sent = stub.requests().stream()
                .filter(request -> request.path().equals("/api/v1/registrations/bulk"))
                .map(request -> request.body().path("rows").size())
                .toList();
        assertThat(sent).allMatch(rows -> rows <= 500);
        assertThat(sent.stream().mapToInt(Integer::intValue).sum()).isEqualTo(4494);
        assertThat(counted("/api/v1/registrations/bulk-acceptance", "ids")).isEqualTo(4494);
    }

    @Test
    void a_cases_own_terms_are_told_before_everything_that_uses_them() {
        replay(
                "kien-giang-khoi-2021-2023.json",
                text("kien-giang-khoi-2021-2023.json")
                        .replaceFirst(
                                "\"units\"",
                                "\"terms\": [{\"vocabulary\": \"award-form\", \"code\": \"THU_KHEN\", \"vi\": \"thư khen\","
                                        + " \"to\": \"2025-12-31\"}], \"units\""));
        var first = stub.requests().getFirst();
        assertThat(first.method()).isEqualTo("PUT");
        assertThat(first.path()).isEqualTo("/api/v1/terms/award-form/THU_KHEN");
        assertThat(first.body().toString()).isEqualTo("{\"name\":{\"vi\":\"thư khen\"},\"to\":\"2025-12-31\"}");
        assertThat(stub.requests().stream().skip(1).map(Request::path).distinct())
                .as("known everywhere before anything else is told")
                .startsWith("/api/v1/operations/lag", "/api/v1/units/bulk");
    }

    @Test
    void a_second_replay_sends_the_same_keys_and_the_same_contents() {
        replay("kien-giang-khoi-2021-2023.json");
        var first = stub.requests();
        replay("kien-giang-khoi-2021-2023.json");
        var second = stub.requests().subList(first.size(), stub.requests().size());
        assertThat(sorted(second)).isEqualTo(sorted(first));
        assertThat(first.stream().filter(request -> request.method().equals("POST")))
                .allMatch(request -> request.key() != null && request.key().matches("[A-Za-z0-9._:-]{1,80}"));
    }

    /** Every request is troubled once, each in another way; what is taken without an answer is sent again, too. */
    @Test
    void a_platform_that_falters_gets_the_same_requests_with_the_same_keys() {
        replay("kien-giang-khoi-2021-2023.json");
        var calm = stub.requests();
        var troubled = ConcurrentHashMap.<String>newKeySet();
        var trouble = List.of(
                new Answer(503, "", Map.of("Retry-After", "0")),
                new Answer(408, "", Map.of()),
                new Answer(502, "", Map.of()),
                Answer.problem(500, "fault"),
                Answer.problem(409, "not-known-yet"),
                new Answer(401, "", Map.of()),
                Answer.silence());
        var next = new AtomicInteger();
        stub.answering(request -> request.key() != null && troubled.add(request.path() + request.key())
                ? trouble.get(next.getAndIncrement() % trouble.size())
                : null);
        replay("kien-giang-khoi-2021-2023.json");
        var faltering = stub.requests().subList(calm.size(), stub.requests().size());
        assertThat(faltering).hasSize(calm.size() + troubled.size());
        assertThat(sorted(faltering.stream().distinct().toList())).isEqualTo(sorted(calm));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nghe-an-2024-h1.json",
                "kien-giang-khoi-2021-2023.json",
                "kim-bang-2015-2020.json",
                "lang-son-khoi-2017-2020.json",
                "lien-minh-htx-2021.json"
            })
    void no_key_of_a_request_or_a_row_ever_stands_for_two_contents(String file) {
        replay(file);
        var once = contents(stub.requests());
        // Editions of the same case in which about everything has changed under the names of before.
        replay(file, YEAR.matcher(text(file)).replaceAll(year -> "\"" + (Integer.parseInt(year.group(1)) - 4) + "-"));
        replay(file, text(file).replace("\"COLLECTIVE\"", "\"HOUSEHOLD\""));
        var ever = contents(stub.requests());
        assertThat(ever).hasSizeGreaterThan(once.size());
        ever.values().removeIf(contents -> contents.size() == 1);
        assertThat(ever.keySet()).isEmpty();
    }

    /** What was sent under each key; a row says what its own fields say and what the request says of all rows. */
    private static Map<String, Set<String>> contents(List<Request> requests) {
        var contents = new HashMap<String, Set<String>>();
        for (var request : requests) {
            if (request.key() instanceof String key) {
                said(contents, key, request.path() + request.body());
            }
            var ofAll = request.path() + ((ObjectNode) request.body().deepCopy()).without("rows");
            for (var row : request.body().path("rows")) {
                if (row.path("key").isString()) {
                    said(contents, row.path("key").asString(), ofAll + row);
                }
            }
        }
        return contents;
    }

    private static void said(Map<String, Set<String>> contents, String key, String content) {
        contents.computeIfAbsent(key, _ -> new HashSet<>()).add(content);
    }

    /** Requests that may overtake one another are compared without their order. */
    private static List<Request> sorted(List<Request> requests) {
        return requests.stream()
                .sorted(Comparator.comparing(Request::path).thenComparing(request -> String.valueOf(request.key())))
                .toList();
    }

    @Test
    void everyone_does_what_their_role_may() {
        replay("kim-bang-2015-2020.json");
        replay("lien-minh-htx-2021.json");
        var actors = stub.requests().stream()
                .collect(Collectors.groupingBy(
                        request -> request.path().replaceAll("/(id-[^/]+|one|[A-Z]+-[^/]+)(?=/|$)", "/*"),
                        Collectors.mapping(Request::actor, Collectors.toSet())));
        assertThat(actors)
                .isEqualTo(Map.ofEntries(
                        Map.entry("/api/v1/units/bulk", Set.of("quantri")),
                        Map.entry("/api/v1/successions", Set.of("quantri")),
                        Map.entry("/api/v1/programmes/*", Set.of("quantri")),
                        Map.entry("/api/v1/registrations/bulk", Set.of("canbo")),
                        Map.entry("/api/v1/registrations/bulk-selection", Set.of("xetduyet")),
                        Map.entry("/api/v1/registrations/bulk-acceptance", Set.of("xetduyet")),
                        Map.entry("/api/v1/evaluations/bulk-completion", Set.of("canbo")),
                        Map.entry("/api/v1/evaluations/*/progress-reports", Set.of("canbo")),
                        Map.entry("/api/v1/evaluations/bulk-scores/self", Set.of("canbo")),
                        Map.entry("/api/v1/evaluations/bulk-scores/superior", Set.of("hoidong")),
                        Map.entry("/api/v1/evaluations/bulk-conclusion", Set.of("hoidong")),
                        Map.entry("/api/v1/recognitions/bulk", Set.of("lanhdao")),
                        Map.entry("/api/v1/awards/bulk", Set.of("lanhdao")),
                        Map.entry("/api/v1/replications", Set.of("canbo")),
                        Map.entry("/api/v1/replications/*/application", Set.of("canbo")),
                        Map.entry("/api/v1/replications/*/confirmation", Set.of("xetduyet"))));
    }

    @Test
    void a_paper_of_several_acts_is_told_as_one() {
        replay("kim-bang.json", text("kim-bang-2015-2020.json").replace("\"successions\": [", """
                "successions": [
                  {"effective": "2020-07-01", "basis": "thử", "acts": [
                    {"type": "RENAMED", "units": ["HNA-KB"], "name": "Thị xã Kim Bảng"},
                    {"type": "MOVED", "units": ["HNA-KB"], "parent": "HNA"}]},"""));
        var papers = stub.requests().stream()
                .filter(request -> request.path().equals("/api/v1/papers"))
                .toList();
        assertThat(papers).hasSize(1);
        assertThat(papers.getFirst().actor()).isEqualTo("quantri");
        var body = papers.getFirst().body();
        assertThat(body.path("effective").asString()).isEqualTo("2020-07-01");
        assertThat(body.path("acts").findValuesAsString("type")).containsExactly("RENAMED", "MOVED");
        assertThat(body.has("type")).isFalse();
        assertThat(body.at("/acts/1/parent").asString()).isEqualTo("HNA");
    }

    @Test
    void only_confirmed_replications_are_confirmed() {
        replay("kim-bang-2015-2020.json");
        assertThat(paths("/application")).hasSize(18);
        assertThat(paths("/confirmation")).hasSize(2);
    }

    @Test
    void a_goal_of_a_story_is_registered_and_its_values_are_reported() {
        var story = """
                {"do": "register", "on": "2021-02-01", "model": "M1", "unit": "%s", "field": "%s", "subject": "COLLECTIVE",
                 "goal": {"measure": "hộ", "baseline": 12, "target": 60}},
                {"do": "report", "on": "2021-03-05", "model": "M1", "from": "2021-02-01", "until": "2021-02-28", "value": 38},
                {"do": "report", "on": "2021-04-05", "model": "M1", "from": "2021-03-01", "until": "2021-03-31"}""";
        var file = "lien-minh-htx-2021.json";
        var of = CaseFile.read(file, text(file));
        var told = story.formatted(
                of.units().getLast().code(),
                of.programme().fields().keySet().iterator().next());
        var plan = Planner.plan(CaseFile.read(file, text(file).replaceFirst("\\{", "{\"story\": [" + told + "],")));
        new Story(api, silent, new CatchUp(api, silent, _ -> {}), plan, new Marks(Path.of("no-marks"))).tell();

        assertThat(stub.requests().stream()
                        .flatMap(request -> request.body().path("rows").valueStream())
                        .filter(row -> row.path("name").asString("").equals("M1"))
                        .map(row -> row.path("goals").toString()))
                .containsExactly(
                        "[{\"indicator\":\"Số hộ\",\"measure\":\"hộ\",\"baseline\":\"12\",\"target\":\"60\"}]");
        assertThat(stub.requests().stream()
                        .filter(request -> request.path().endsWith("/progress-reports")
                                && request.path().contains("story"))
                        .map(request -> request.body().path("values").toString()))
                .containsExactly("[{\"goal\":\"G1\",\"value\":38}]", "");
    }

    @Test
    void a_story_goes_on_in_another_programme_with_other_units_and_above() {
        var file = "lien-minh-htx-2021.json";
        var of = CaseFile.read(file, text(file));
        var field = of.programme().fields().keySet().iterator().next();
        var unit = of.units().getLast().code();
        var told = """
                "otherProgrammes": [{"code": "SAU", "name": "Giai đoạn sau", "host": "%2$s", "from": "2022-01-01",
                 "to": "2025-12-31", "cutOff": "2025-12-31", "fields": {"%1$s": "Lĩnh vực"}, "levels": ["PROVINCE"],
                 "parent": "TREN", "parentFields": {"%1$s": "K"}},
                 {"code": "TREN", "name": "Cấp trên", "host": "%2$s", "from": "2022-01-01",
                 "to": "2025-12-31", "cutOff": "2025-12-31", "fields": {"K": "Kinh tế"}, "levels": ["PROVINCE"]}],
                "story": [
                 {"do": "submit", "on": "2021-02-01", "model": "M1", "unit": "%2$s", "field": "%1$s", "subject": "COLLECTIVE"},
                 {"do": "submit", "on": "2022-02-01", "model": "M2", "unit": "%2$s", "field": "%1$s", "subject": "COLLECTIVE",
                  "programme": "SAU", "continues": "M1", "with": ["%3$s"]},
                 {"do": "forward", "on": "2022-06-01", "model": "M2", "programme": "TREN"},
                 {"do": "undo-forward", "on": "2022-06-02", "model": "M2", "programme": "TREN", "reason": "Nhầm"},
                 {"do": "register", "on": "2018-12-31", "known": "2018", "model": "M0", "unit": "%2$s", "field": "%1$s",
                  "subject": "COLLECTIVE"},
                 {"do": "recognize", "on": "2018-12-31", "known": "2018", "model": "M0", "level": "PROVINCE", "issuer": "T",
                  "number": "7"}],""".formatted(field, unit, of.units().getFirst().code());
        var read = CaseFile.read(file, text(file).replaceFirst("\\{", "{" + told));
        assertThat(read.programmesTopDown().stream().map(one -> one.code()))
                .containsExactly(read.programme().code(), "TREN", "SAU");
        new Story(api, silent, new CatchUp(api, silent, _ -> {}), Planner.plan(read), new Marks(Path.of("no-marks")))
                .tell();

        var begun = stub.requests().stream()
                .filter(request -> request.path().endsWith("/registrations/bulk"))
                .map(request -> request.body())
                .filter(body -> body.path("programme").asString("").equals("SAU"))
                .toList();
        assertThat(begun).hasSize(1);
        var row = begun.getFirst().path("rows").get(0);
        assertThat(row.path("origin").asString()).isEqualTo("RUNNING");
        assertThat(row.path("continues").asString()).contains("story:1");
        assertThat(row.path("owners").findValuesAsString("role")).containsExactly("LEAD", "CO_OWNER");
        assertThat(stub.requests().stream()
                        .filter(request -> request.path().endsWith("/forwarding"))
                        .map(request -> request.body().path("programme").asString()))
                .containsExactly("TREN");
        assertThat(stub.requests().stream()
                        .filter(request -> request.path().endsWith("/forwarding/void"))
                        .map(request -> request.body().path("reason").asString()))
                .containsExactly("Nhầm");
        assertThat(stub.requests().stream()
                        .filter(request -> request.path().equals("/api/v1/recognitions/bulk"))
                        .map(request -> request.body().path("on").asString()
                                + request.body().at("/decision/date").asString()))
                .containsExactly("20182018");
        var rough = stub.requests().stream()
                .filter(request -> request.path().endsWith("/acceptance"))
                .map(request -> request.body())
                .toList();
        assertThat(rough).hasSize(1);
        assertThat(rough.getFirst().path("on").asString()).isEqualTo("2018");
        assertThat(rough.getFirst().path("approval").has("number")).isFalse();
        assertThat(stub.requests().stream()
                        .flatMap(request -> request.body().path("rows").valueStream())
                        .filter(one -> one.path("name").asString("").equals("M0"))
                        .map(one -> one.path("submitOn").asString()))
                .containsExactly("2018");
    }

    @Test
    void a_model_of_somebody_else_is_applied_and_confirmed() {
        var file = "lien-minh-htx-2021.json";
        var of = CaseFile.read(file, text(file));
        var told = """
                "story": [
                 {"do": "replicate-outside", "on": "2021-06-01", "source": "Dòng họ khuyến học", "owner": "tỉnh Thái Bình",
                  "field": "%1$s", "to": "%2$s"},
                 {"do": "confirm-replication", "on": "2021-06-05", "source": "Dòng họ khuyến học", "to": "%2$s"}],""".formatted(
                        of.programme().fields().keySet().iterator().next(),
                        of.units().getFirst().code());
        var read = CaseFile.read(file, text(file).replaceFirst("\\{", "{" + told));
        new Story(api, silent, new CatchUp(api, silent, _ -> {}), Planner.plan(read), new Marks(Path.of("no-marks")))
                .tell();

        var proposed = stub.requests().getFirst().body();
        assertThat(proposed.path("source").path("name").asString()).isEqualTo("Dòng họ khuyến học");
        assertThat(proposed.path("source").path("from").asString()).isEqualTo("tỉnh Thái Bình");
        assertThat(proposed.path("source").path("programme").asString())
                .isEqualTo(of.programme().code());
        assertThat(proposed.has("model")).isFalse();
        assertThat(stub.requests().stream().map(Request::path).map(path -> path.replaceAll("replications/.*/", ".../")))
                .containsExactly("/api/v1/replications", "/api/v1/.../application", "/api/v1/.../confirmation");

        assertThatThrownBy(() -> CaseFile.read(
                        file, text(file).replaceFirst("\\{", "{" + told.replace("\"confirm-replication\"", """
                                "confirm-replication", "model": "M1\""""))))
                .hasMessageContaining("story[1].model")
                .hasMessageContaining("either model or source");
        assertThatThrownBy(() -> CaseFile.read(
                        file, text(file).replaceFirst("\\{", "{" + told.replaceFirst("khuyến học", "hiếu học"))))
                .hasMessageContaining("story[1].source")
                .hasMessageContaining("Dòng họ hiếu học");
    }

    /** What a story says in the words of its own file arrives in those of the services. */
    @Test
    void holds_corrections_recipients_and_papers_are_sent_as_the_services_know_them() {
        var file = "lien-minh-htx-2021.json";
        var of = CaseFile.read(file, text(file));
        var field = of.programme().fields().keySet().iterator().next();
        var unit = of.units().getLast().code();
        var told = """
                "story": [
                 {"do": "submit", "on": "2021-02-01", "model": "M1", "unit": "%2$s", "field": "%1$s", "subject": "COLLECTIVE"},
                 {"do": "submit", "on": "2021-02-01", "model": "M2", "unit": "%2$s", "field": "%1$s", "subject": "INDIVIDUAL",
                  "person": "P", "replicaOf": "M1"},
                 {"do": "correct", "on": "2021-03-01", "model": "M1", "values": {"place": "Xóm 5", "goals": [{"measure": "hộ"}]},
                  "reason": "Nhầm"},
                 {"do": "place-hold", "on": "2021-03-02", "model": "M1", "hold": "INSPECTION", "reason": "Kiểm tra"},
                 {"do": "place-hold", "on": "2021-03-02", "person": "P", "hold": "COMPLAINT", "reason": "Đơn thư"},
                 {"do": "release-hold", "on": "2021-03-03", "model": "M1", "reason": "Xong"},
                 {"do": "release-hold", "on": "2021-03-03", "person": "P", "reason": "Xong"},
                 {"do": "award", "on": "2021-04-01", "model": "M1", "form": "GIAY_KHEN", "track": "PARTY", "issuer": "T",
                  "number": "1", "recipients": ["%2$s", "P"]},
                 {"do": "award-movement", "on": "2021-04-01", "to": "%2$s", "form": "GIAY_KHEN", "track": "PARTY", "issuer": "T",
                  "number": "1", "recipients": ["P"]},
                 {"do": "correct-award", "on": "2021-04-02", "model": "M1", "form": "GIAY_KHEN", "values": {"amount": 5},
                  "reason": "Nhầm"},
                 {"do": "replicate", "on": "2021-04-03", "model": "M1", "to": "%2$s"},
                 {"do": "stop-replication", "on": "2021-04-04", "model": "M1", "to": "%2$s", "reason": "Hết"},
                 {"do": "restart-replication", "on": "2021-04-05", "model": "M1", "to": "%2$s"},
                 {"do": "reorganize", "name": "v", "paper": {"effective": "2025-07-01", "type": "RENAMED", "units": ["%2$s"],
                  "name": "Mới"}}],""".formatted(field, unit);
        stub.answering(request -> {
            if (request.path().endsWith("/holds")) {
                return StubPlatform.Answer.ok("{\"hold\": \"h\"}");
            }
            return request.method().equals("GET") && request.path().startsWith("/api/v1/models/")
                    ? StubPlatform.Answer.ok("{\"awards\": [{\"award\": \"a\", \"form\": \"GIAY_KHEN\"}]}")
                    : null;
        });
        var read = CaseFile.read(file, text(file).replaceFirst("\\{", "{" + told));
        new Story(api, silent, new CatchUp(api, silent, _ -> {}), Planner.plan(read), new Marks(Path.of("no-marks")))
                .tell();

        var rows = stub.requests().stream()
                .flatMap(request -> request.body().path("rows").valueStream())
                .toList();
        assertThat(rows.get(1).path("origin").asString()).isEqualTo("REPLICA");
        assertThat(rows.get(1).path("replicaOf").asString()).contains("story:1");
        assertThat(body("/correction").path("place").asString()).isEqualTo("Xóm 5");
        assertThat(body("/correction").path("goals").toString()).isEqualTo("[{\"measure\":\"hộ\"}]");
        assertThat(body("/correction").path("reason").asString()).isEqualTo("Nhầm");
        assertThat(holdOnModel().path("kind").asString()).isEqualTo("INSPECTION");
        assertThat(body("v1/holds").path("subject").asString()).isEqualTo("one");
        assertThat(stub.requests().stream().filter(request -> request.path().endsWith("/holds/h/release")))
                .hasSize(2);
        assertThat(body("/awards").path("recipients").findValuesAsString("unit"))
                .containsExactly(unit, unit);
        assertThat(body("/movement-awards")
                        .path("recipients")
                        .get(1)
                        .path("subject")
                        .asString())
                .isEqualTo("one");
        assertThat(body("/awards/a/correction").path("amount").asInt()).isEqualTo(5);
        assertThat(stub.requests().stream().filter(request -> request.path().endsWith("/application")))
                .hasSize(2);
        assertThat(body("/successions").path("effective").asString()).isEqualTo("2025-07-01");
    }

    private JsonNode holdOnModel() {
        return stub.requests().stream()
                .filter(request -> request.path().matches("/api/v1/models/.*/holds"))
                .findFirst()
                .orElseThrow()
                .body();
    }

    private JsonNode body(String end) {
        return stub.requests().stream()
                .filter(request -> request.method().equals("POST"))
                .filter(request -> request.path().endsWith(end))
                .findFirst()
                .orElseThrow()
                .body();
    }

    @Test
    void what_has_to_be_refused_is_and_with_that_code() {
        var file = "lien-minh-htx-2021.json";
        var of = CaseFile.read(file, text(file));
        var told = """
                "story": [{"do": "submit", "on": "2021-12-01", "model": "M1", "unit": "%s", "field": "%s",
                 "subject": "COLLECTIVE", "refused": "outside-intake"}],""".formatted(
                        of.units().getLast().code(),
                        of.programme().fields().keySet().iterator().next());
        var plan = Planner.plan(CaseFile.read(file, text(file).replaceFirst("\\{", "{" + told)));
        var story = new Story(api, silent, new CatchUp(api, silent, _ -> {}), plan, new Marks(Path.of("no-marks")));
        assertThatThrownBy(story::tell).hasMessageContaining("should have been refused with outside-intake");

        for (var code : List.of("outside-intake", "other")) {
            stub.answering(request -> request.path().endsWith("/registrations/bulk")
                    ? StubPlatform.Answer.ok("""
                            {"rows": [{"key": "k", "outcome": "REFUSED",
                             "problem": {"status": 422, "code": "invalid-fields", "errors": [{"field": "on", "code": "%s"}]}}]}""".formatted(code))
                    : null);
            if (code.equals("other")) {
                assertThatThrownBy(story::tell).hasMessageContaining("invalid-fields");
            } else {
                story.tell();
            }
        }
    }

    @Test
    void a_figure_says_how_it_is_to_be_compared_and_with_what() {
        var file = "lien-minh-htx-2021.json";
        var of = CaseFile.read(
                file,
                text(file)
                        .replaceFirst(
                                "\"counts\": ",
                                "\"atLeast\": true, \"comparedWith\": {\"measure\": \"registered\", \"asOf\": \"2020-12-31\"},"
                                        + " \"counts\": "));
        var figures = Reporting.question(of, new Marks(Path.of("no-marks"))).published();

        assertThat(figures.getFirst().atLeast()).isTrue();
        assertThat(figures.getFirst().comparedWith())
                .isEqualTo(Map.of("programme", of.programme().code(), "measure", "registered", "asOf", "2020-12-31"));
        assertThat(figures.getLast().atLeast()).isNull();
        assertThat(figures.getLast().comparedWith()).isNull();
    }

    @Test
    void the_platform_s_own_words_end_a_replay() {
        stub.answering(request -> request.path().endsWith("bulk-selection") ? Answer.problem(403, "forbidden") : null);
        assertThatThrownBy(() -> replay("lien-minh-htx-2021.json"))
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining(
                        "registration-service từ chối /api/v1/registrations/bulk-selection – 403 forbidden");
    }

    @Test
    void catching_up_waits_for_a_still_platform_and_names_parked_streams() {
        var looks = new AtomicInteger();
        stub.answering(request -> {
            if (!request.path().endsWith("/lag") || !request.service().equals("awards")) {
                return null;
            }
            var look = looks.incrementAndGet();
            return Answer.ok("{\"outbox\":0,\"lag\":%d,\"waiting\":0,\"parked\":0,\"read\":%d}"
                    .formatted(look == 1 ? 5 : 0, Math.min(look, 4)));
        });
        new CatchUp(api, silent, _ -> {}).await();
        assertThat(looks).as("busy, still moving twice, then at rest twice").hasValue(5);

        stub.answering(request -> switch (request.path()) {
            case "/api/v1/operations/lag" ->
                Answer.ok("{\"outbox\":0,\"lag\":0,\"waiting\":1,\"parked\":1,\"read\":1}");
            case "/api/v1/operations/waiting" ->
                Answer.ok("{\"items\":[{\"subject\":\"m-1\",\"why\":\"PARKED\",\"reason\":\"hỏng\"}]}");
            default -> null;
        });
        assertThatThrownBy(() -> new CatchUp(api, silent, _ -> {}).await())
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining("registration-service m-1 (hỏng)");
    }

    @Test
    void a_platform_in_which_nothing_moves_any_more_is_not_waited_for_for_ever() {
        var looks = new AtomicInteger();
        stub.answering(_ -> Answer.ok("{\"outbox\":1,\"lag\":0,\"waiting\":0,\"parked\":0,\"read\":1}"));
        assertThatThrownBy(() -> new CatchUp(api, silent, _ -> looks.incrementAndGet()).await())
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining("awards-service: outbox 1, lag 0, waiting 0");
        assertThat(looks).hasValue(1001);
    }

    private int counted(String path, String list) {
        return stub.requests().stream()
                .filter(request -> request.path().equals(path))
                .mapToInt(request -> request.body().path(list).size())
                .sum();
    }

    private List<String> paths(String end) {
        return stub.requests().stream()
                .map(Request::path)
                .filter(path -> path.endsWith(end))
                .toList();
    }
}

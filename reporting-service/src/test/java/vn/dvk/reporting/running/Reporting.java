package vn.dvk.reporting.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.envelope.Json;
import vn.dvk.reporting.ReportingApplication;
import vn.dvk.spec.ApiClient;
import vn.dvk.spec.ApiResponse;
import vn.dvk.spec.RunningService;
import vn.dvk.spec.SampleEvent;
import vn.dvk.spec.Topic;

/**
 * A running reporting service, and the other services as far as it notices them: their events on their topics. Each test
 * brings programmes and models of its own.
 */
public record Reporting(RunningService service) {

    /** Last position told per unit, programme and term. */
    private static final Map<String, Long> POSITIONS = new ConcurrentHashMap<>();

    private static final String UNIT = "vn.dvk.directory.unit.v1";
    private static final String TERM = "vn.dvk.directory.term.v1";
    private static final String PROGRAMME = "vn.dvk.directory.programme.v1";

    /** The one that most tests ask. */
    public static synchronized Reporting shared() {
        var reporting = new Reporting(RunningService.shared(ReportingApplication.class));
        if (!POSITIONS.containsKey("term:level:DISTRICT")) {
            reporting.terms();
        }
        return reporting;
    }

    private void terms() {
        term("level", "GRASSROOTS", "cấp cơ sở", "grassroots level", 10);
        term("level", "DISTRICT", "cấp huyện", "district level", 20);
        term("level", "PROVINCE", "cấp tỉnh", null, 30);
        term("award-form", "GIAY_KHEN", "giấy khen", "certificate of merit", 10);
        term("award-form", "BANG_KHEN", "bằng khen", null, 20);
        term("track", "PARTY", "Đảng", "Party", 10);
        term("track", "STATE", "Nhà nước", "State", 20);
        term("grade", "GOOD", "tốt", "good", 10);
        term("unit-kind", "DISTRICT", "cấp huyện", "district", 10);
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(get("/api/v1/terms").json().path("items")).hasSizeGreaterThanOrEqualTo(9));
    }

    /** @param en null: none */
    public void term(String vocabulary, String code, String vi, @Nullable String en, int rank) {
        var subject = "term:" + vocabulary + ":" + code;
        Topic.publish(SampleEvent.minimal(TERM)
                .subject(subject)
                .at(next(subject))
                .with("vocabulary", vocabulary)
                .with("code", code)
                .with(
                        "name",
                        JsonNodeFactory.instance.objectNode().put("vi", vi).put("en", en))
                .with("rank", rank)
                .with("shippedTerms", 1));
    }

    public ApiClient as(String role) {
        return service.as(role);
    }

    public ApiResponse get(String path) {
        return as("VIEWER").get(path);
    }

    /** A programme nobody else uses, with a province and two districts of its own: {@code <programme>}, {@code -1}, {@code -2}. */
    public String newProgramme() {
        var code = newCode();
        unit(code, null, null);
        unit(code + "-1", code, null);
        unit(code + "-2", code, null);
        programme(code, code, null);
        return code;
    }

    /** A programme of a host that is there. */
    public String newProgramme(String host, @Nullable Integer expectedUnits) {
        var code = newCode();
        programme(code, host, expectedUnits);
        return code;
    }

    public static String newCode() {
        return "P" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    private void programme(String code, String host, @Nullable Integer expectedUnits) {
        programme(SampleEvent.full(PROGRAMME).without("targets").with("expectedUnits", expectedUnits), code, host);
    }

    /** @param targets JSON */
    public void programme(String code, String host, String from, String to, String targets) {
        var event = SampleEvent.full(PROGRAMME)
                .with("expectedUnits", null)
                .with("from", from)
                .with("to", to)
                .with("cutOff", to)
                .with("targets", Json.MAPPER.readTree(targets));
        programme(event, code, host);
    }

    /**
     * Of the year 2025.
     *
     * @param expectedUnits as somebody has typed it
     */
    public void programme(String code, String host, int expectedUnits, String targets) {
        var event = SampleEvent.full(PROGRAMME)
                .with("expectedUnits", expectedUnits)
                .with("from", "2025-01-01")
                .with("to", "2025-12-31")
                .with("cutOff", "2025-12-31")
                .with("targets", Json.MAPPER.readTree(targets));
        programme(event, code, host);
    }

    private void programme(SampleEvent event, String code, String host) {
        Topic.publish(event.subject("programme:" + code)
                .at(next("programme:" + code))
                .with("code", code)
                .with("host", host));
        Awaitility.await()
                .untilAsserted(() -> get("/api/v1/summary?programme=" + code).is(200));
    }

    /** @param successions JSON array, or null for none */
    public void unit(String code, @Nullable String parent, @Nullable String successions) {
        unit(code, "DISTRICT", parent, null, successions);
    }

    /**
     * @param from        first day, or null if it has always been there
     * @param successions JSON array of papers without id and place, or null for none
     */
    public void unit(
            String code, String kind, @Nullable String parent, @Nullable String from, @Nullable String successions) {
        Topic.publish(SampleEvent.full(UNIT)
                .subject("unit:" + code)
                .at(next("unit:" + code))
                .with("code", code)
                .with("kind", kind)
                .with("names", List.of(dated("name", "Đơn vị " + code)))
                .with("parents", parent == null ? List.of() : List.of(dated("unit", parent)))
                .with("validFrom", from)
                .with("validTo", null)
                .with("successions", papers(successions == null ? "[]" : successions)));
    }

    /** The same paper has the same id in each of its units. */
    private static JsonNode papers(String successions) {
        var papers = Json.MAPPER.readTree(successions);
        papers.valueStream()
                .map(ObjectNode.class::cast)
                .forEach(paper ->
                        paper.put("id", DeterministicId.of(paper.toString())).put("sequence", 1));
        return papers;
    }

    private static long next(String subject) {
        return POSITIONS.merge(subject, 1L, Long::sum);
    }

    private static JsonNode dated(String what, String value) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(what, value)
                .putNull("from")
                .putNull("to");
    }

    public Model newModel(String programme, String unit) {
        return new Model(programme, Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS))
                .with("unit", unit);
    }

    public void publish(Model model) {
        Topic.publish(model.events());
    }

    /**
     * A hold on somebody, and if {@code to} is not null its release.
     *
     * @param type UNIT or SUBJECT
     */
    public void hold(String type, String id, String from, @Nullable String to) {
        var hold = UUID.randomUUID().toString();
        Topic.publish(wider("placed", hold, type, id, from).at(1));
        if (to != null) {
            Topic.publish(wider("released", hold, type, id, to).at(2));
        }
    }

    private static SampleEvent wider(String happening, String hold, String type, String id, String on) {
        return SampleEvent.full("vn.dvk.awards.wider-hold-" + happening + ".v1")
                .about(hold)
                .with("hold", hold)
                .with(
                        "target",
                        JsonNodeFactory.instance.objectNode().put("type", type).put("id", id))
                .with("on", on);
    }

    /** Publishes what has happened to it since it had so many events. */
    public void publishSince(int events, Model model) {
        Topic.publish(model.events().subList(events, model.events().size()));
    }

    /** A watermark of all that lies on the topics now. */
    public String watermark() {
        return Awaitility.await("a watermark of all there is")
                .until(() -> get("/api/v1/watermark"), answer -> answer.status() == 200)
                .json()
                .path("watermark")
                .asString();
    }

    /** Waits until that many are counted. */
    public void await(String counts, int expected) {
        Awaitility.await().untilAsserted(() -> assertThat(count(counts)).isEqualTo(expected));
    }

    public long count(String counts) {
        return get("/api/v1/counts?" + counts).is(200).json().path("total").asLong();
    }

    /** What waits of this model. */
    public List<JsonNode> waiting(Model model) {
        return get("/api/v1/operations/waiting")
                .is(200)
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("subject").asString().equals(model.id()))
                .toList();
    }

    /** An administrator gives the first waiting event up. */
    public void discard(String waiting) {
        as("ADMINISTRATOR")
                .post("/api/v1/operations/waiting/" + waiting + "/discard", Map.of("reason", "thử nghiệm"))
                .is(200);
    }
}

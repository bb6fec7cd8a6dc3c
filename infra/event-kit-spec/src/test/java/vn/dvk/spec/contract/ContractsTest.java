package vn.dvk.spec.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ContractsTest {

    private static final String HOLD_PLACED = "vn.dvk.awards.hold-placed.v1";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Contracts CONTRACTS = Contracts.load();

    static Stream<Sample> everySample() {
        return CONTRACTS.types().stream().flatMap(type -> CONTRACTS.samples(type).stream());
    }

    @Test
    void each_service_publishes_the_events_of_the_topics_it_writes() {
        assertThat(CONTRACTS.types("registration"))
                .hasSize(13)
                .contains("vn.dvk.directory.unit.v1", "vn.dvk.registration.model-registered.v1");
        assertThat(CONTRACTS.types("evaluation")).hasSize(8);
        assertThat(CONTRACTS.types("awards")).hasSize(21);
        assertThat(CONTRACTS.types("reporting")).containsExactly("vn.dvk.reporting.claim-published.v1");
        assertThat(CONTRACTS.types())
                .hasSize(CONTRACTS.types("registration").size()
                        + CONTRACTS.types("evaluation").size()
                        + CONTRACTS.types("awards").size()
                        + CONTRACTS.types("reporting").size()
                        + CONTRACTS.asyncApi().reserved().size());
        assertThat(CONTRACTS.asyncApi().reserved()).containsExactly("vn.dvk.directory.assignment.v1");
    }

    @Test
    void an_event_has_a_topic_a_schema_and_samples() {
        assertThat(CONTRACTS.topicOf(HOLD_PLACED)).isEqualTo("dvk.awards.v1");
        assertThat(CONTRACTS.schemaOf(HOLD_PLACED).path("$id").asString())
                .isEqualTo("https://dvk.example/contracts/awards/hold-placed.v1.schema.json");
        assertThat(CONTRACTS.samples(HOLD_PLACED)).extracting(Sample::label).containsExactly("full", "minimal");
        assertThat(CONTRACTS.fieldsOf(HOLD_PLACED))
                .containsExactlyInAnyOrder(
                        "model",
                        "code",
                        "name",
                        "programme",
                        "unit",
                        "field",
                        "kind",
                        "subject",
                        "on",
                        "hold",
                        "holdKind",
                        "from",
                        "precision");
    }

    @Test
    void a_name_without_a_contract_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> CONTRACTS.topicOf("hold-placed"));
        assertThatIllegalArgumentException().isThrownBy(() -> CONTRACTS.schemaOf("vn.dvk.awards.hold-placed.v9"));
    }

    @ParameterizedTest
    @MethodSource("everySample")
    void a_field_nobody_knows_yet_is_allowed(Sample sample) {
        var body = object(sample).put("addedInALaterRelease", "x");

        assertThat(CONTRACTS.validate(sample.type(), body.toString())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everySample")
    void a_required_field_may_not_be_missing(Sample sample) {
        for (var field : requiredOf(sample.type())) {
            var body = object(sample);
            body.remove(field);

            assertThat(CONTRACTS.validate(sample.type(), body.toString()))
                    .as("without %s", field)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("everySample")
    void an_optional_field_is_absent_and_never_null(Sample sample) {
        for (var field : CONTRACTS.fieldsOf(sample.type())) {
            if (!requiredOf(sample.type()).contains(field)) {
                var body = object(sample).putNull(field);

                assertThat(CONTRACTS.validate(sample.type(), body.toString()))
                        .as("%s: null", field)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void problems_name_the_place_in_the_body() {
        var body = object(CONTRACTS.samples("vn.dvk.awards.model-recognized.v1").getFirst());
        ((ObjectNode) body.path("decision")).put("date", "31/10/2023");

        assertThat(CONTRACTS.validate("vn.dvk.awards.model-recognized.v1", body.toString()))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).contains("/decision/date"));
    }

    @Test
    void a_day_that_does_not_exist_is_no_date() {
        var body = object(CONTRACTS.samples(HOLD_PLACED).getFirst()).put("on", "2024-02-30");

        assertThatThrownBy(() -> CONTRACTS.assertValid(HOLD_PLACED, body.toString()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{} {}", "[]", "null"})
    void a_body_that_is_no_json_object_is_a_problem_and_no_crash(String body) {
        assertThat(CONTRACTS.validate(HOLD_PLACED, body)).isNotEmpty();
    }

    @Test
    void an_award_for_a_model_names_the_model_and_one_for_the_movement_need_not() {
        var award = "vn.dvk.awards.award-granted.v1";
        var body = object(sample(award, "full"));
        body.remove("model");
        assertThat(CONTRACTS.validate(award, body.toString())).isNotEmpty();

        body.put("category", "MOVEMENT");
        assertThat(CONTRACTS.validate(award, body.toString())).isEmpty();
    }

    @Test
    void a_record_is_valid_when_topic_key_headers_and_body_fit_together() {
        CONTRACTS.assertValid(record(Map.of()));
    }

    @Test
    void a_record_whose_parts_do_not_fit_together_is_not_valid() {
        assertThat(CONTRACTS.validate(record(Map.of("ce_source", "/dvk/local/evaluation"))))
                .containsExactly("ce_source should be /dvk/<installation>/awards and is /dvk/local/evaluation");
        assertThat(CONTRACTS.validate(record(Map.of("ce_position", "0")))).hasSize(1);
        assertThat(CONTRACTS.validate(record(Map.of("ce_type", "vn.dvk.awards.hold-forgotten.v1"))))
                .containsExactly("ce_type names no event that has a contract");
        assertThat(CONTRACTS.validate(record(Map.of("ce_dataschema", "/contracts/awards/hold-placed.v1.schema.json"))))
                .hasSizeGreaterThan(1)
                .anyMatch(problem -> problem.startsWith("ce_dataschema should be https://dvk.example/contracts/"));
        var trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        assertThat(CONTRACTS.validate(record(Map.of("ce_traceparent", trace, "traceparent", trace))))
                .isEmpty();
        assertThat(CONTRACTS.validate(record(Map.of("ce_traceparent", trace))))
                .containsExactly("traceparent should be %s and is null".formatted(trace));
        var right = record(Map.of());
        assertThat(CONTRACTS.validate(new PublishedRecord("dvk.evaluation.v1", "x", right.headers(), right.body())))
                .hasSize(2)
                .anyMatch(problem -> problem.startsWith("topic"))
                .anyMatch(problem -> problem.startsWith("key"));
        assertThatThrownBy(() -> CONTRACTS.assertValid(new PublishedRecord(right.topic(), right.key(), Map.of(), "{}")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("ce_type");
    }

    private static PublishedRecord record(Map<String, String> changed) {
        var body = sample(HOLD_PLACED, "full").text();
        var model = JSON.readTree(body).path("model").asString();
        var headers = new HashMap<>(Map.ofEntries(
                Map.entry("ce_specversion", "1.0"),
                Map.entry("ce_id", "5f6e"),
                Map.entry("ce_source", "/dvk/local/awards"),
                Map.entry("ce_type", HOLD_PLACED),
                Map.entry("ce_subject", model),
                Map.entry("ce_time", "2024-05-20T02:15:00Z"),
                Map.entry("ce_dataschema", "https://dvk.example/contracts/awards/hold-placed.v1.schema.json"),
                Map.entry("content-type", "application/json"),
                Map.entry("ce_position", "4"),
                Map.entry("ce_actor", "can-bo-1"),
                Map.entry("ce_correlation", "9c1e")));
        headers.putAll(changed);
        return new PublishedRecord("dvk.awards.v1", model, headers, body);
    }

    private static Set<String> requiredOf(String type) {
        return CONTRACTS
                .schemas()
                .requiredFields(EventName.ofType(type).orElseThrow().schemaPath());
    }

    private static Sample sample(String type, String label) {
        return CONTRACTS.samples(type).stream()
                .filter(sample -> sample.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode object(Sample sample) {
        return (ObjectNode) JSON.readTree(sample.text());
    }
}

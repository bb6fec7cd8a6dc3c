package vn.dvk.spec.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConsistencyTest {

    private static final String SCHEMA = "awards/hold-placed.v1.schema.json";
    private static final String MINIMAL = "awards/hold-placed.v1.minimal.json";
    private static final String READER = "awards/readers/evaluation.json";

    private static final ContractFiles FILES = ContractFiles.onClassPath();

    @Test
    void the_contracts_fit_together() {
        Contracts.load().assertConsistent();
    }

    @Test
    void the_readme_names_every_event_and_no_other() {
        var named = Pattern.compile("`(vn\\.dvk\\.[a-z]+\\.[a-z-]+\\.v[0-9]+)`")
                .matcher(FILES.text("README.md"))
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toSet());

        assertThat(named).isEqualTo(Contracts.load().types());
    }

    @Test
    void a_sample_that_breaks_its_schema_is_found() {
        found(changed(MINIMAL, "\"MODEL\"", "\"MODELL\""), MINIMAL + " /kind");
    }

    @Test
    void a_minimal_sample_with_more_than_is_required_is_found() {
        found(
                changed("registration/registration-submitted.v1.minimal.json", "\"on\"", "\"level\": \"BLOC\", \"on\""),
                "has level, which is not required");
    }

    @Test
    void a_missing_sample_is_found() {
        found(FILES.without(MINIMAL), "vn.dvk.awards.hold-placed.v1 has no minimal sample");
    }

    @Test
    void a_field_that_no_sample_shows_is_found() {
        found(
                changed(SCHEMA, "\"holdKind\": {", "\"until\": {\"type\": \"string\"}, \"holdKind\": {"),
                "no sample of vn.dvk.awards.hold-placed.v1 shows until");
    }

    @Test
    void a_sample_without_a_schema_and_a_message_without_one_are_found() {
        found(
                FILES.without(SCHEMA),
                MINIMAL + " is a sample of an event without a schema",
                "refers to ./" + SCHEMA + ", which is not there");
    }

    @Test
    void a_schema_without_a_message_is_found() {
        var orphan = FILES.text(SCHEMA).replace("hold-placed", "hold-forgotten");
        found(
                FILES.with("awards/hold-forgotten.v1.schema.json", orphan),
                "vn.dvk.awards.hold-forgotten.v1 belongs on dvk.awards.v1 alone and is on []");
    }

    @Test
    void a_schema_with_a_wrong_identity_or_a_broken_reference_is_found() {
        found(
                changed(SCHEMA, "https://dvk.example/contracts/", "https://dvk.example/other/"),
                SCHEMA + " should have $id");
        found(changed(SCHEMA, "codes.schema.json#/$defs/date", "codes.schema.json#/$defs/dat"), "refers to ../common");
    }

    @Test
    void a_topic_with_two_writers_is_found() {
        found(
                changed(AsyncApi.PATH, "x-service: awards", "x-service: evaluation"),
                "dvk.awards.v1 is written by awards, the send operations say [evaluation]");
    }

    @Test
    void a_payload_of_another_event_is_found() {
        found(
                changed(AsyncApi.PATH, "$ref: ./" + SCHEMA, "$ref: ./awards/hold-released.v1.schema.json"),
                "vn.dvk.awards.hold-placed.v1 should have the payload ./" + SCHEMA);
    }

    @Test
    void a_reader_that_receives_nothing_and_a_receiver_that_reads_nothing_are_found() {
        found(FILES.without(READER), "dvk.awards.v1 is read by [registration, reporting]");
        found(changed(AsyncApi.PATH, "x-service: reporting", "x-service: nobody"), "dvk.directory.v1 is read by");
    }

    @Test
    void a_reader_of_a_field_that_is_not_there_is_found() {
        found(changed(READER, "\"decision\"", "\"decision.colour\""), "which has no such field");
    }

    @Test
    void a_reader_that_forgets_an_event_or_names_a_foreign_one_is_found() {
        found(
                changed(READER, "vn.dvk.awards.hold-placed.v1", "vn.dvk.evaluation.step-completed.v1"),
                "should say once whether it reads or ignores vn.dvk.awards.hold-placed.v1",
                "names vn.dvk.evaluation.step-completed.v1, which is not on that topic");
    }

    @Test
    void a_reader_file_in_the_wrong_name_is_refused() {
        var files = changed(READER, "\"consumer\": \"evaluation\"", "\"consumer\": \"reporting\"");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contracts.of(files))
                .withMessageContaining(READER);
    }

    private static ContractFiles changed(String path, String from, String to) {
        var before = FILES.text(path);
        assertThat(before).contains(from);
        return FILES.with(path, before.replace(from, to));
    }

    private static void found(ContractFiles files, String... problems) {
        assertThatThrownBy(() -> Contracts.of(files).assertConsistent())
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(problems);
    }
}

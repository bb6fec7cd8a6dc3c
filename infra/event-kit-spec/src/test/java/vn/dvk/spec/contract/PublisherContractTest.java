package vn.dvk.spec.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PublisherContractTest {

    private static final String HOLD_PLACED = "vn.dvk.awards.hold-placed.v1";

    private static final ContractFiles FILES = ContractFiles.onClassPath();
    private static final Contracts CONTRACTS = Contracts.of(FILES);

    private final TreeSet<String> wireNames = new TreeSet<>(CONTRACTS.types("awards"));

    @Test
    void a_service_that_publishes_what_is_promised_passes() {
        CONTRACTS.publisher("awards").publishesExactly(wireNames);
    }

    @Test
    void an_event_nobody_has_been_told_of_is_found() {
        wireNames.add("vn.dvk.awards.hold-forgotten.v1");

        found(
                CONTRACTS,
                wireNames,
                "vn.dvk.awards.hold-forgotten.v1 has no schema",
                "vn.dvk.awards.hold-forgotten.v1 has no minimal sample",
                "vn.dvk.awards.hold-forgotten.v1 has no full sample",
                "vn.dvk.awards.hold-forgotten.v1 is no message in asyncapi.yaml");
    }

    @Test
    void a_promise_that_is_not_kept_is_found() {
        wireNames.remove(HOLD_PLACED);

        found(CONTRACTS, wireNames, HOLD_PLACED + " is promised and awards does not publish it");
    }

    @Test
    void an_event_on_a_topic_of_another_service_is_found() {
        wireNames.add("vn.dvk.evaluation.step-completed.v1");

        found(
                CONTRACTS,
                wireNames,
                "vn.dvk.evaluation.step-completed.v1 is on dvk.evaluation.v1, which evaluation writes");
    }

    @Test
    void an_event_on_the_wrong_topic_is_found() {
        var moved = FILES.text(AsyncApi.PATH)
                .replace(
                        "      vn.dvk.awards.hold-placed.v1:\n        $ref: '#/components/messages/vn.dvk.awards.hold-placed.v1'\n",
                        "")
                .replace(
                        "      vn.dvk.evaluation.step-completed.v1:\n        $ref",
                        "      vn.dvk.awards.hold-placed.v1:\n        $ref: '#/components/messages/vn.dvk.awards.hold-placed.v1'\n"
                                + "      vn.dvk.evaluation.step-completed.v1:\n        $ref");

        found(
                Contracts.of(FILES.with(AsyncApi.PATH, moved)),
                wireNames,
                HOLD_PLACED + " is on dvk.evaluation.v1 and belongs on dvk.awards.v1");
    }

    @Test
    void what_is_reserved_is_not_missed_and_not_published_either() {
        var reserved = "vn.dvk.directory.assignment.v1";
        var registration = new TreeSet<>(CONTRACTS.types("registration"));
        CONTRACTS.publisher("registration").publishesExactly(registration);

        registration.add(reserved);
        assertThatThrownBy(() -> CONTRACTS.publisher("registration").publishesExactly(registration))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(reserved + " is published, so it is not reserved any more");
    }

    @Test
    void what_is_no_wire_name_is_found() {
        wireNames.add("HoldPlaced");

        found(CONTRACTS, wireNames, "HoldPlaced is not a wire name");
    }

    private static void found(Contracts contracts, Collection<String> wireNames, String... problems) {
        assertThatThrownBy(() -> contracts.publisher("awards").publishesExactly(wireNames))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(problems);
    }
}

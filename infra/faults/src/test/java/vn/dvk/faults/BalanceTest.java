package vn.dvk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.replay.api.Service.EVALUATION;
import static vn.dvk.replay.api.Service.REGISTRATION;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BalanceTest {

    private static final String SUBMITTED = "vn.dvk.registration.registration-submitted.v1";
    private static final String REGISTERED = "vn.dvk.registration.model-registered.v1";
    private static final String INSPECTED = "vn.dvk.evaluation.model-inspected.v1";
    private static final String OPENED = "vn.dvk.evaluation.process-opened.v1";
    private static final List<String> HISTORY =
            List.of("registration.submitted.v1", "registration.selected.v1", "registration.registered.v1");

    private final Ledger ledger = new Ledger();
    private final Ledger.Page page = ledger.page("P");
    private final Balance balance = new Balance(ledger, page);

    @BeforeEach
    void four_commands_were_accepted() {
        page.accepted("m", What.DRAFTED, 1);
        page.accepted("m", What.SUBMITTED, 1);
        page.accepted("m", What.SELECTED, 2);
        page.accepted("m", What.REGISTERED, 3);
    }

    @Test
    void what_is_where_it_should_be_balances() {
        balance.stored("m", HISTORY);
        balance.published(REGISTRATION, "m", Map.of(1L, SUBMITTED, 2L, REGISTERED), "topic");
        balance.published(EVALUATION, "m", Map.of(1L, OPENED), "topic");
        balance.there("m", "registration");
        assertThat(balance.lost()).isEmpty();
        assertThat(balance.phantoms()).isEmpty();
    }

    @Test
    void an_event_that_is_missing_is_lost() {
        balance.published(REGISTRATION, "m", Map.of(1L, SUBMITTED), "topic");
        balance.stored("m", HISTORY.subList(0, 2));
        assertThat(balance.lost()).containsExactly("m REGISTERED (history)", "m REGISTERED (topic)");
        assertThat(balance.phantoms()).isEmpty();
    }

    @Test
    void what_should_have_followed_by_itself_and_has_not_is_lost() {
        balance.published(EVALUATION, "m", Map.of(), "card");
        assertThat(balance.lost()).containsExactly("m OPENED (card)");
    }

    @Test
    void what_stands_in_streams_of_its_own_is_counted_apart() {
        page.accepted("m", What.INSPECTED, 0);
        balance.published(EVALUATION, "m", Map.of(1L, OPENED), "topic");
        balance.beside(EVALUATION, "m", List.of(INSPECTED), "topic");
        assertThat(balance.lost()).isEmpty();
        assertThat(balance.phantoms()).isEmpty();

        balance.beside(EVALUATION, "m", List.of(), "card");
        balance.beside(EVALUATION, "m", List.of(INSPECTED, INSPECTED), "topic");
        assertThat(balance.lost()).containsExactly("m INSPECTED (card)");
        assertThat(balance.phantoms()).hasSize(1);
    }

    @Test
    void an_event_nobody_asked_for_is_a_phantom() {
        balance.published(REGISTRATION, "m", Map.of(1L, SUBMITTED, 2L, REGISTERED, 3L, REGISTERED), "topic");
        balance.stored("m", List.of(HISTORY.get(0), HISTORY.get(1), HISTORY.get(2), HISTORY.get(2)));
        balance.there("another", "registration");
        assertThat(balance.lost()).isEmpty();
        assertThat(balance.phantoms()).hasSize(3).anyMatch(one -> one.startsWith("another "));
    }

    @Test
    void another_event_in_its_place_is_both() {
        balance.published(REGISTRATION, "m", Map.of(1L, REGISTERED, 2L, REGISTERED), "topic");
        assertThat(balance.lost()).containsExactly("m SUBMITTED (topic)");
        assertThat(balance.phantoms()).hasSize(1);
    }

    @Test
    void an_answer_that_named_another_version_is_lost() {
        page.accepted("n", What.SUBMITTED, 2);
        balance.stored("n", HISTORY.subList(0, 1));
        assertThat(balance.lost()).containsExactly("n SUBMITTED (history)");
    }

    @Test
    void a_stranger_accounts_for_its_own_streams() {
        ledger.stranger("s");
        balance.there("s", "1 anything");
        assertThat(balance.phantoms()).isEmpty();
    }
}

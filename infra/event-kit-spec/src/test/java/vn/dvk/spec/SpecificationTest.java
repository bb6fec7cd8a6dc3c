package vn.dvk.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vn.dvk.kit.decide.Decider;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.ImpossibleHistory;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.spec.sample.Dossier;
import vn.dvk.spec.sample.DossierCommand;
import vn.dvk.spec.sample.DossierCommand.Close;
import vn.dvk.spec.sample.DossierCommand.Note;
import vn.dvk.spec.sample.DossierCommand.Open;
import vn.dvk.spec.sample.DossierDecider;
import vn.dvk.spec.sample.DossierEvent;
import vn.dvk.spec.sample.DossierEvent.Closed;
import vn.dvk.spec.sample.DossierEvent.Noted;
import vn.dvk.spec.sample.DossierEvent.Opened;

/** The words of the specification hold where they should and fail where they should. */
class SpecificationTest {

    private final Specification<DossierCommand, Dossier, DossierEvent> dossier = Specification.of(new DossierDecider());

    @Test
    void what_is_as_expected_passes() {
        dossier.given().when(new Open("A")).then(new Opened("A"));
        dossier.given(new Opened("A"), new Closed()).when(new Close()).thenNothing();
        assertThat(dossier.given(new Opened("A"))
                        .when(new Note(" "))
                        .thenRefused("empty-note")
                        .faults())
                .extracting(Refusal.Fault::field)
                .containsExactly("text");
    }

    @Test
    void other_events_than_expected_fail() {
        var asked = dossier.given(new Opened("A")).when(new Note("x"));

        fails(() -> asked.then(new Noted("y")), "Noted[text=y]", "Noted[text=x]");
        fails(() -> asked.then(new Noted("x"), new Closed()), "Closed[]");
        fails(asked::thenNothing, "Noted[text=x]");
    }

    @Test
    void a_refusal_is_no_event_and_an_event_no_refusal() {
        fails(() -> dossier.given().when(new Note("x")).then(new Noted("x")), "refused", "NOT_OPEN");
        fails(() -> dossier.given().when(new Note("x")).thenNothing(), "refused", "NOT_OPEN");
        fails(() -> dossier.given().when(new Open("A")).thenRefused("not-open"), "Opened[title=A]");
    }

    @Test
    void another_refusal_than_expected_fails() {
        fails(() -> dossier.given().when(new Note("x")).thenRefused("empty-note"), "empty-note", "NOT_OPEN");
    }

    @Test
    void a_history_that_cannot_be_is_no_test_of_anything() {
        var impossible = dossier.given(new Noted("x"));

        assertThatThrownBy(() -> impossible.when(new Close())).isInstanceOf(ImpossibleHistory.class);
    }

    @Test
    void a_decision_that_could_never_be_told_fails_even_if_it_is_expected() {
        var closesTwice = Specification.of(new ClosesTwice());

        assertThatThrownBy(() -> closesTwice
                        .given(new Opened("A"), new Closed())
                        .when(new Close())
                        .then(new Closed()))
                .isInstanceOf(ImpossibleHistory.class);
    }

    private static void fails(Runnable check, String... words) {
        assertThatThrownBy(check::run).isInstanceOf(AssertionError.class).hasMessageContainingAll(words);
    }

    /** Decides what it can then not tell. */
    private static final class ClosesTwice implements Decider<DossierCommand, Dossier, DossierEvent> {

        private final DossierDecider right = new DossierDecider();

        @Override
        public Dossier initial() {
            return right.initial();
        }

        @Override
        public Decision<DossierEvent> decide(DossierCommand command, Dossier state) {
            return Decision.accept(new Closed());
        }

        @Override
        public Dossier evolve(Dossier state, DossierEvent event) {
            return right.evolve(state, event);
        }
    }
}

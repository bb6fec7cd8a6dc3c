package vn.dvk.awards.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dvk.awards.domain.dossier.DossierFixture.DAY;
import static vn.dvk.awards.domain.dossier.DossierFixture.DECISION;
import static vn.dvk.awards.domain.dossier.DossierFixture.dossier;
import static vn.dvk.awards.domain.dossier.DossierFixture.entry;
import static vn.dvk.awards.domain.dossier.DossierFixture.evaluation;
import static vn.dvk.awards.domain.dossier.DossierFixture.failed;
import static vn.dvk.awards.domain.dossier.DossierFixture.granted;
import static vn.dvk.awards.domain.dossier.DossierFixture.held;
import static vn.dvk.awards.domain.dossier.DossierFixture.opened;
import static vn.dvk.awards.domain.dossier.DossierFixture.passed;
import static vn.dvk.awards.domain.dossier.DossierFixture.recognized;
import static vn.dvk.awards.domain.dossier.DossierFixture.refused;
import static vn.dvk.awards.domain.dossier.DossierFixture.withdrawn;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.dvk.awards.domain.Dimensions;
import vn.dvk.awards.domain.ModelKind;
import vn.dvk.awards.domain.Subject;
import vn.dvk.awards.domain.dossier.Dossier.Stage;
import vn.dvk.awards.domain.dossier.DossierCommand.Amend;
import vn.dvk.awards.domain.dossier.DossierCommand.NoteEvaluation;
import vn.dvk.awards.domain.dossier.DossierCommand.Open;
import vn.dvk.awards.domain.dossier.DossierCommand.Withdraw;
import vn.dvk.awards.domain.dossier.DossierEvent.Amended;
import vn.dvk.awards.domain.dossier.DossierEvent.Opened;
import vn.dvk.awards.domain.dossier.DossierEvent.Withdrawn;
import vn.dvk.kit.decide.ImpossibleHistory;

class FollowingTest {

    @Test
    void a_registered_model_gets_a_dossier_once() {
        dossier().given().when(new Open(entry(), DAY)).then(new Opened(entry(), DAY));
        dossier().given(opened()).when(new Open(entry(), DAY)).thenNothing();
    }

    @Test
    void the_evaluation_may_be_known_before_the_registration() {
        dossier().given().when(new NoteEvaluation(evaluation(true))).then(passed());
        dossier().given(passed()).when(new Open(entry(), DAY)).then(new Opened(entry(), DAY));
        assertThat(after(passed(), opened()).conclusion()).isEqualTo(Conclusion.of(evaluation(true)));
    }

    @Test
    void a_later_conclusion_replaces_an_earlier_one_and_the_same_is_nothing_new() {
        dossier()
                .given(opened(), failed())
                .when(new NoteEvaluation(evaluation(true)))
                .then(passed());
        dossier()
                .given(opened(), passed())
                .when(new NoteEvaluation(evaluation(true)))
                .thenNothing();
    }

    @Test
    void an_amendment_changes_what_is_told_from_then_on_and_nothing_that_was_decided() {
        var renamed = new Entry(
                new Dimensions(
                        DossierFixture.MODEL,
                        "KB-2015-2020/0001",
                        "Tên mới",
                        "KB-2015-2020",
                        "HNA-KB-14",
                        "KT",
                        ModelKind.EXEMPLAR,
                        Subject.HOUSEHOLD),
                null,
                null);
        dossier().given(opened()).when(new Amend(renamed, DAY, null)).then(new Amended(renamed, DAY, null));
        var state = after(opened(), passed(), recognized(1, "DISTRICT"), new Amended(renamed, DAY, null));
        assertThat(state.entry()).isEqualTo(renamed);
        assertThat(state.recognitions()).hasSize(1);
    }

    @Test
    void a_withdrawal_closes_the_dossier_once() {
        dossier().given(opened()).when(new Withdraw(entry(), DAY)).then(new Withdrawn(entry(), DAY));
        dossier().given(opened(), withdrawn()).when(new Withdraw(entry(), DAY)).thenNothing();
    }

    @Test
    void what_other_services_tell_is_never_refused_not_even_when_the_registration_was_given_up() {
        dossier().given().when(new Amend(entry(), DAY, null)).then(new Amended(entry(), DAY, null));
        dossier().given().when(new Withdraw(entry(), DAY)).then(new Withdrawn(entry(), DAY));
        dossier().given(passed()).when(new Withdraw(entry(), DAY)).then(new Withdrawn(entry(), DAY));
        assertThat(after(passed(), withdrawn()).withdrawn()).isTrue();
    }

    @Test
    void whatever_has_been_decided_a_withdrawal_closes_the_dossier() {
        for (var before : List.<List<DossierEvent>>of(
                List.of(held()),
                List.of(passed(), recognized(1, "DISTRICT")),
                List.of(passed(), refused("DISTRICT")),
                List.of(granted(1, DECISION)))) {
            var given = Stream.concat(Stream.of(opened()), before.stream()).toArray(DossierEvent[]::new);
            dossier().given(given).when(new Withdraw(entry(), DAY)).then(new Withdrawn(entry(), DAY));
        }
    }

    @Test
    void a_withdrawal_dated_before_the_registration_is_told_and_so_it_is() {
        var early = LocalDate.of(2015, 5, 31);
        dossier().given(opened()).when(new Withdraw(entry(), early)).then(new Withdrawn(entry(), early));
    }

    @Test
    void the_stage_is_the_first_that_applies_from_the_bottom_up() {
        assertThat(after(opened()).stage()).isEqualTo(Stage.REGISTERED);
        assertThat(after(opened(), passed()).stage()).isEqualTo(Stage.EVALUATED);
        assertThat(after(opened(), passed(), refused("PROVINCE")).stage()).isEqualTo(Stage.REFUSED);
        assertThat(after(opened(), passed(), refused("PROVINCE"), recognized(1, "DISTRICT"))
                        .stage())
                .isEqualTo(Stage.RECOGNIZED);
        assertThat(after(opened(), recognized(1, "DISTRICT"), held()).stage()).isEqualTo(Stage.ON_HOLD);
        assertThat(after(opened(), held(), withdrawn()).stage()).isEqualTo(Stage.WITHDRAWN);
    }

    @Test
    void a_history_that_cannot_be_is_a_defect() {
        assertThatThrownBy(() -> after(recognized(1, "DISTRICT"))).isInstanceOf(ImpossibleHistory.class);
        assertThatThrownBy(() -> after(opened(), opened())).isInstanceOf(ImpossibleHistory.class);
    }

    private static Dossier.Known after(DossierEvent... events) {
        var decider = new DossierDecider();
        var state = decider.initial();
        for (var event : events) {
            state = decider.evolve(state, event);
        }
        return (Dossier.Known) state;
    }
}

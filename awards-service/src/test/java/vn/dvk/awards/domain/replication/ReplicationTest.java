package vn.dvk.awards.domain.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dvk.awards.domain.dossier.DossierFixture.MODEL;
import static vn.dvk.awards.domain.dossier.DossierFixture.entry;
import static vn.dvk.awards.domain.dossier.DossierFixture.held;
import static vn.dvk.awards.domain.dossier.DossierFixture.opened;
import static vn.dvk.awards.domain.dossier.DossierFixture.withdrawn;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Dimensions;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.dossier.DossierDecider;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.awards.domain.dossier.DossierFixture;
import vn.dvk.awards.domain.replication.ReplicationCommand.Confirm;
import vn.dvk.awards.domain.replication.ReplicationCommand.NoteReplica;
import vn.dvk.awards.domain.replication.ReplicationCommand.Propose;
import vn.dvk.awards.domain.replication.ReplicationCommand.ProposeFromOutside;
import vn.dvk.awards.domain.replication.ReplicationCommand.Start;
import vn.dvk.awards.domain.replication.ReplicationCommand.Stop;
import vn.dvk.awards.domain.replication.ReplicationEvent.Confirmed;
import vn.dvk.awards.domain.replication.ReplicationEvent.Proposed;
import vn.dvk.awards.domain.replication.ReplicationEvent.ReplicaRegistered;
import vn.dvk.awards.domain.replication.ReplicationEvent.Started;
import vn.dvk.awards.domain.replication.ReplicationEvent.Stopped;
import vn.dvk.kit.decide.ImpossibleHistory;
import vn.dvk.spec.Specification;

class ReplicationTest {

    private static final LocalDate DAY = LocalDate.of(2019, 10, 15);
    private static final Target COMMUNE = new Target("HNA-KB-14", null);
    private static final Lifetime ALIVE = new Lifetime(null, LocalDate.of(2025, 6, 30));
    private static final String REPLICA = "d2f84a61-b7c9-4e05-83a1-0e6c9d517b28";
    private static final Dimensions SOURCE = entry().dimensions();
    private static final Replication.Confirmation CONFIRMATION =
            new Replication.Confirmation(DAY.plusYears(1), "Hài lòng 98%", null);
    private static final Replication.Stop STOP =
            new Replication.Stop(DAY.plusYears(1), "Địa phương chưa đủ điều kiện áp dụng");

    private final Specification<ReplicationCommand, Replication, ReplicationEvent> replication =
            Specification.of(new ReplicationDecider());

    @Test
    void a_model_is_proposed_to_a_unit_that_exists_on_the_day() {
        replication.given().when(propose(COMMUNE, false)).then(proposed(false));
    }

    @Test
    void proposing_the_same_again_is_nothing_new_and_with_other_content_is_refused() {
        replication.given(proposed(false)).when(propose(COMMUNE, false)).thenNothing();
        replication
                .given(proposed(false), started())
                .when(propose(COMMUNE, false))
                .thenNothing();
        replication.given(proposed(false)).when(propose(COMMUNE, true)).thenRefused("already-proposed");
    }

    @Test
    void a_unit_that_does_not_exist_or_not_on_that_day_is_no_target() {
        var unknown = replication.given().when(propose(COMMUNE, null, DAY)).thenRefused("unit-unknown");
        assertThat(unknown.faults()).extracting("field").containsExactly("target.unit");
        replication
                .given()
                .when(propose(COMMUNE, ALIVE, LocalDate.of(2025, 7, 1)))
                .thenRefused("unit-not-alive");
        replication
                .given()
                .when(propose(COMMUNE, new Lifetime(DAY.plusDays(1), null), DAY))
                .thenRefused("unit-not-alive");
    }

    @Test
    void the_sources_own_unit_and_place_is_no_target() {
        replication.given().when(propose(new Target("HNA-KB", null), false)).thenRefused("source-itself");
        replication
                .given()
                .when(propose(new Target("HNA-KB", "bộ phận một cửa HUYỆN "), false))
                .thenRefused("source-itself");
    }

    @Test
    void another_place_within_the_sources_unit_is_one() {
        var elsewhere = new Target("HNA-KB", "Bộ phận Tiếp dân");
        replication
                .given()
                .when(propose(elsewhere, false))
                .then(new Proposed("r-1", SOURCE, null, elsewhere, false, proposal(DAY)));
    }

    @Test
    void nothing_is_proposed_of_a_model_on_hold_or_withdrawn() {
        var during = DossierFixture.DAY;
        replication
                .given()
                .when(new Propose("r-1", source(opened(), held()), COMMUNE, ALIVE, false, proposal(during), null, null))
                .thenRefused("on-hold");
        replication.given().when(proposeOf(opened(), held())).then(proposed(false));
        replication
                .given()
                .when(new Propose("r-1", source(opened()), COMMUNE, ALIVE, false, proposal(DAY), "HNA-KB", null))
                .thenRefused("held-with-others");
        replication.given().when(proposeOf(opened(), withdrawn())).thenRefused("withdrawn");
    }

    @Test
    void nothing_is_proposed_before_it_was_registered() {
        replication
                .given()
                .when(propose(COMMUNE, ALIVE, LocalDate.of(2015, 5, 31)))
                .thenRefused("date-before-previous");
    }

    @Test
    void the_decision_is_there_on_the_day_of_the_proposal() {
        var later = new DecisionPaper(null, "3-KH/HU", DAY.plusDays(1), "Huyện ủy Kim Bảng", List.of());
        replication
                .given()
                .when(new Propose(
                        "r-1",
                        source(opened()),
                        COMMUNE,
                        ALIVE,
                        false,
                        new Replication.Proposal(DAY, later, null),
                        null,
                        null))
                .thenRefused("decision-later-than-day");
    }

    @Test
    void the_target_starts_to_apply_what_was_proposed() {
        replication.given(proposed(false)).when(start(DAY.plusDays(17))).then(started());
        replication.given().when(start(DAY)).thenRefused("replication-unknown");
    }

    @Test
    void starting_twice_is_nothing_new_on_the_same_day_and_refused_on_another() {
        replication
                .given(proposed(false), started())
                .when(start(DAY.plusDays(17)))
                .thenNothing();
        replication
                .given(proposed(false), started())
                .when(start(DAY.plusDays(18)))
                .thenRefused("already-applying");
    }

    @Test
    void no_step_is_earlier_than_the_one_before() {
        replication.given(proposed(false)).when(start(DAY.minusDays(1))).thenRefused("date-before-previous");
        replication
                .given(proposed(false), started())
                .when(new Confirm(SOURCE, new Replication.Confirmation(DAY, null, null)))
                .thenRefused("date-before-previous");
        replication
                .given(proposed(false), started(), confirmed())
                .when(new Stop(SOURCE, new Replication.Stop(DAY, "Sớm")))
                .thenRefused("date-before-previous");
    }

    @Test
    void only_what_is_applied_is_confirmed() {
        replication.given(proposed(false)).when(confirm()).thenRefused("not-applying");
        replication.given(proposed(false), started()).when(confirm()).then(confirmed());
    }

    @Test
    void confirming_twice_is_nothing_new_and_differently_is_refused() {
        replication
                .given(proposed(false), started(), confirmed())
                .when(confirm())
                .thenNothing();
        replication
                .given(proposed(false), started(), confirmed())
                .when(new Confirm(SOURCE, new Replication.Confirmation(DAY.plusYears(2), null, null)))
                .thenRefused("already-confirmed");
    }

    @Test
    void a_target_with_a_model_of_its_own_is_confirmed_after_that_is_registered() {
        replication.given(proposed(true), started()).when(confirm()).thenRefused("replica-not-registered");
        replication
                .given(proposed(true), started(), replicaRegistered())
                .when(confirm())
                .then(confirmed());
    }

    @Test
    void the_replica_is_noted_at_any_stage_and_the_first_counts() {
        var note = new NoteReplica(REPLICA, MODEL, DAY.plusDays(40));
        replication.given(proposed(true), started()).when(note).then(replicaRegistered());
        replication.given(proposed(true), started(), stopped()).when(note).then(replicaRegistered());
        replication
                .given(proposed(true), started(), replicaRegistered())
                .when(new NoteReplica("another", MODEL, DAY))
                .thenNothing();
    }

    @Test
    void a_replica_that_names_another_source_or_no_replication_is_the_replica_of_none_here() {
        replication
                .given(proposed(true), started())
                .when(new NoteReplica(REPLICA, "another source", DAY))
                .thenNothing();
        replication.given().when(new NoteReplica(REPLICA, MODEL, DAY)).thenNothing();
    }

    @Test
    void a_source_from_outside_is_counted_where_it_is_taken_up() {
        var outside = new Outside("Dân vận khéo trong xây dựng cầu", "Tỉnh Bến Tre");
        var source = outside.dimensions("KB-2015-2020", "HNA-KB-14", "KTXH");
        assertThat(source.unit()).isEqualTo("HNA-KB-14");
        assertThat(new Outside(" dân vận khéo  trong xây dựng cầu", "TỈNH BẾN TRE")
                        .dimensions("KB-2015-2020", "HNA-KB-13", "KTXH")
                        .model())
                .isEqualTo(source.model());
        var ask = new ProposeFromOutside("r-1", source, outside, COMMUNE, ALIVE, proposal(DAY), null, null);
        var proposed = new Proposed("r-1", source, outside, COMMUNE, false, proposal(DAY));
        replication.given().when(ask).then(proposed);
        replication.given(proposed).when(ask).thenNothing();
        replication
                .given()
                .when(new ProposeFromOutside("r-1", source, outside, COMMUNE, null, proposal(DAY), null, null))
                .thenRefused("unit-unknown");
        replication
                .given()
                .when(new ProposeFromOutside("r-1", source, outside, COMMUNE, ALIVE, proposal(DAY), "HNA-KB-14", null))
                .thenRefused("held-with-others");
        replication
                .given()
                .when(new ProposeFromOutside("r-1", source, outside, COMMUNE, ALIVE, proposal(DAY), null, "r-0"))
                .thenRefused("taken-over");
        var place = new Target(null, "Bản Huồi Tụ");
        replication
                .given()
                .when(new ProposeFromOutside("r-2", source, outside, place, null, proposal(DAY), null, null))
                .then(new Proposed("r-2", source, outside, place, false, proposal(DAY)));
        replication
                .given()
                .when(new ProposeFromOutside(
                        "r-3", source, outside, new Target(null, null), null, proposal(DAY), null, null))
                .thenRefused("target-needed");
    }

    @Test
    void what_a_unit_merged_into_the_target_applies_is_not_proposed_there_once_more() {
        var why = replication
                .given()
                .when(new Propose("r-1", source(opened()), COMMUNE, ALIVE, false, proposal(DAY), null, "r-0"))
                .thenRefused("taken-over");
        assertThat(why.faults()).extracting("field").containsExactly("target.unit");
    }

    @Test
    void it_may_be_stopped_with_a_reason_at_every_stage() {
        replication.given(proposed(false)).when(new Stop(SOURCE, STOP)).then(stopped());
        replication
                .given(proposed(false), started())
                .when(new Stop(SOURCE, STOP))
                .then(stopped());
        replication
                .given(proposed(false), started(), confirmed())
                .when(new Stop(SOURCE, STOP))
                .then(stopped());
    }

    @Test
    void what_is_stopped_stays_so_until_it_is_started_again() {
        var given = replication.given(proposed(false), started(), stopped());
        given.when(new Stop(SOURCE, STOP)).thenNothing();
        given.when(new Stop(SOURCE, new Replication.Stop(DAY.plusYears(3), "Khác")))
                .thenRefused("replication-stopped");
        given.when(confirm()).thenRefused("replication-stopped");
    }

    @Test
    void what_was_stopped_is_started_again_and_both_times_are_kept() {
        var again = new Started(SOURCE, STOP.on().plusDays(30));
        replication
                .given(proposed(false), started(), confirmed(), stopped())
                .when(start(again.on()))
                .then(again);
        replication
                .given(proposed(false), started(), stopped(), again)
                .when(start(again.on()))
                .thenNothing();
        replication
                .given(proposed(false), started(), stopped())
                .when(start(STOP.on().minusDays(1)))
                .thenRefused("date-before-previous");
        var known = (Replication.Known) fold(proposed(false), started(), confirmed(), stopped(), again);
        assertThat(known.stage()).isEqualTo(Replication.Stage.APPLYING);
        assertThat(known.spells())
                .containsExactly(
                        new Replication.Spell(DAY.plusDays(17), CONFIRMATION.on(), STOP.on()),
                        new Replication.Spell(again.on(), null, null));
    }

    @Test
    void a_time_in_which_it_was_only_proposed_is_no_time_of_applying() {
        var known = (Replication.Known) fold(proposed(false), stopped(), new Started(SOURCE, STOP.on()));
        assertThat(known.spells()).containsExactly(new Replication.Spell(STOP.on(), null, null));
    }

    @Test
    void a_place_in_words_is_a_target_unless_it_is_to_register() {
        var elsewhere = new Target(null, "Làng nghề Ba Sao");
        replication
                .given()
                .when(propose(elsewhere, null, DAY))
                .then(new Proposed("r-1", SOURCE, null, elsewhere, false, proposal(DAY)));
        replication.given().when(propose(elsewhere, true)).thenRefused("target-needed");
        var why =
                replication.given().when(propose(new Target(null, null), false)).thenRefused("target-needed");
        assertThat(why.faults()).extracting("field").containsExactly("target.unit");
    }

    private static Replication fold(ReplicationEvent... events) {
        var decider = new ReplicationDecider();
        var state = decider.initial();
        for (var event : events) {
            state = decider.evolve(state, event);
        }
        return state;
    }

    @Test
    void a_history_that_cannot_be_is_a_defect() {
        var decider = new ReplicationDecider();
        assertThatThrownBy(() -> decider.evolve(decider.initial(), started())).isInstanceOf(ImpossibleHistory.class);
    }

    private static Replication.Proposal proposal(LocalDate on) {
        return new Replication.Proposal(on, null, null);
    }

    private static ReplicationCommand propose(Target target, boolean ownModel) {
        return new Propose("r-1", source(opened()), target, ALIVE, ownModel, proposal(DAY), null, null);
    }

    private static ReplicationCommand propose(Target target, @Nullable Lifetime lifetime, LocalDate on) {
        return new Propose("r-1", source(opened()), target, lifetime, false, proposal(on), null, null);
    }

    private static ReplicationCommand proposeOf(DossierEvent... history) {
        return new Propose("r-1", source(history), COMMUNE, ALIVE, false, proposal(DAY), null, null);
    }

    private static Dossier.Known source(DossierEvent... history) {
        var decider = new DossierDecider();
        var state = decider.initial();
        for (var event : history) {
            state = decider.evolve(state, event);
        }
        return (Dossier.Known) state;
    }

    private static ReplicationEvent proposed(boolean ownModel) {
        return new Proposed("r-1", SOURCE, null, COMMUNE, ownModel, proposal(DAY));
    }

    private static ReplicationCommand start(LocalDate on) {
        return new Start(SOURCE, on);
    }

    private static ReplicationEvent started() {
        return new Started(SOURCE, DAY.plusDays(17));
    }

    private static ReplicationEvent replicaRegistered() {
        return new ReplicaRegistered(REPLICA, DAY.plusDays(40));
    }

    private static ReplicationCommand confirm() {
        return new Confirm(SOURCE, CONFIRMATION);
    }

    private static ReplicationEvent confirmed() {
        return new Confirmed(SOURCE, CONFIRMATION);
    }

    private static ReplicationEvent stopped() {
        return new Stopped(SOURCE, STOP);
    }
}

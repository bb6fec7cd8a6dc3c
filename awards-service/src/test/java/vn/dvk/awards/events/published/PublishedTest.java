package vn.dvk.awards.events.published;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.awards.domain.dossier.DossierFixture.DAY;
import static vn.dvk.awards.domain.dossier.DossierFixture.DECISION;
import static vn.dvk.awards.domain.dossier.DossierFixture.MODEL;
import static vn.dvk.awards.domain.dossier.DossierFixture.OTHER_DECISION;
import static vn.dvk.awards.domain.dossier.DossierFixture.commendation;
import static vn.dvk.awards.domain.dossier.DossierFixture.content;
import static vn.dvk.awards.domain.dossier.DossierFixture.entry;
import static vn.dvk.awards.domain.dossier.DossierFixture.granted;
import static vn.dvk.awards.domain.dossier.DossierFixture.held;
import static vn.dvk.awards.domain.dossier.DossierFixture.id;
import static vn.dvk.awards.domain.dossier.DossierFixture.opened;
import static vn.dvk.awards.domain.dossier.DossierFixture.passed;
import static vn.dvk.awards.domain.dossier.DossierFixture.recognized;
import static vn.dvk.awards.domain.dossier.DossierFixture.refused;
import static vn.dvk.awards.domain.dossier.DossierFixture.revocation;
import static vn.dvk.awards.domain.dossier.DossierFixture.voided;
import static vn.dvk.awards.domain.dossier.DossierFixture.withdrawn;
import static vn.dvk.spec.SampleEvent.CONTRACTS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Recipient;
import vn.dvk.awards.domain.Subject;
import vn.dvk.awards.domain.decision.DecisionText;
import vn.dvk.awards.domain.decision.RegisterDecider;
import vn.dvk.awards.domain.decision.RegisterEvent;
import vn.dvk.awards.domain.dossier.DossierDecider;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.awards.domain.dossier.Hold;
import vn.dvk.awards.domain.dossier.NonRecognition;
import vn.dvk.awards.domain.movementaward.Merit;
import vn.dvk.awards.domain.movementaward.MovementAwardDecider;
import vn.dvk.awards.domain.movementaward.MovementAwardEvent;
import vn.dvk.awards.domain.replication.Outside;
import vn.dvk.awards.domain.replication.Replication;
import vn.dvk.awards.domain.replication.ReplicationDecider;
import vn.dvk.awards.domain.replication.ReplicationEvent;
import vn.dvk.awards.domain.replication.Target;
import vn.dvk.awards.domain.submission.Addressee;
import vn.dvk.awards.domain.submission.Answer;
import vn.dvk.awards.domain.submission.Item;
import vn.dvk.awards.domain.submission.Submission;
import vn.dvk.awards.domain.submission.SubmissionDecider;
import vn.dvk.awards.domain.submission.SubmissionEvent;
import vn.dvk.awards.domain.submission.SubmissionText;
import vn.dvk.awards.domain.widerhold.HoldTarget;
import vn.dvk.awards.domain.widerhold.WiderHoldDecider;
import vn.dvk.awards.domain.widerhold.WiderHoldEvent;
import vn.dvk.awards.events.PublishedTypes;
import vn.dvk.kit.decide.Decider;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.envelope.Json;
import vn.dvk.kit.envelope.Publication;
import vn.dvk.kit.stream.StreamKind;

/** Every event that can happen, and what the world is told of it. */
class PublishedTest {

    private static final Recipient RECIPIENT = new Recipient("Lê Văn Tâm", "Bí thư chi bộ", "HNA-KB-13", null);
    private static final String REPLICA = "d2f84a61-b7c9-4e05-83a1-0e6c9d517b28";

    private static final List<DossierEvent> DOSSIER = List.of(
            opened(),
            new DossierEvent.Amended(entry(), DAY, null),
            passed(),
            recognized(1, "DISTRICT"),
            voided(),
            new DossierEvent.RecognitionRevoked(id("recognition", 1), revocation()),
            refused("PROVINCE"),
            new DossierEvent.RefusalCorrected(
                    nonRecognition("PROVINCE"), nonRecognition("GRASSROOTS"), "Ghi nhầm cấp", DAY),
            granted(1, DECISION),
            new DossierEvent.AwardCorrected(
                    id("award", 1),
                    content(commendation(DECISION)),
                    content(commendation(OTHER_DECISION)),
                    "Nhập nhầm số",
                    DAY),
            new DossierEvent.AwardRevoked(id("award", 1), revocation()),
            held(),
            new DossierEvent.HoldReleased(id("hold", 1), new Hold.Release("Đơn không đúng", DAY)),
            withdrawn());

    private static NonRecognition nonRecognition(String level) {
        return new NonRecognition(id("refusal", 1), level, null, "Kết quả chưa rõ", DAY, null, null);
    }

    private static final List<MovementAwardEvent> MOVEMENT = List.of(
            new MovementAwardEvent.Granted("a-1", merit("GIAY_KHEN")),
            new MovementAwardEvent.Corrected(merit("GIAY_KHEN"), merit("BANG_KHEN"), "Nhập nhầm hình thức", DAY),
            new MovementAwardEvent.Revoked(revocation()));

    private static final DecisionText DECISION_TEXT = DecisionText.of(DECISION);

    private static final List<RegisterEvent> REGISTER = List.of(
            new RegisterEvent.Issued("d-1", DECISION_TEXT),
            new RegisterEvent.Corrected(DECISION_TEXT, DecisionText.of(OTHER_DECISION), "Nhập nhầm số", DAY),
            new RegisterEvent.Revoked(revocation()));

    private static final List<WiderHoldEvent> WIDER_HOLD = List.of(
            new WiderHoldEvent.HoldPlaced(
                    "h-1",
                    new HoldTarget(HoldTarget.Type.UNIT, "HNA-KB"),
                    Hold.Kind.DISCIPLINE,
                    "Đang xem xét kỷ luật",
                    DAY),
            new WiderHoldEvent.HoldReleased(new Hold.Release("Không có vi phạm", DAY)));

    private static final Item ITEM = Item.recognition(MODEL, "PROVINCE");

    private static final List<SubmissionEvent> SUBMISSION = List.of(
            new SubmissionEvent.Sent(
                    "s-1",
                    new SubmissionText(
                            "17-TTr", "HNA-KB", new Addressee("HNA", "Ban Chỉ đạo tỉnh"), List.of(ITEM), "Kính trình"),
                    DAY),
            new SubmissionEvent.Answered(
                    List.of(new Answer(ITEM, Answer.Verdict.REFUSED, "d-1", DAY, "Chưa rõ kết quả"))),
            new SubmissionEvent.Decided(DAY),
            new SubmissionEvent.Returned(new Submission.Return("Thiếu biên bản", DAY)));

    private static final List<ReplicationEvent> REPLICATION = List.of(
            new ReplicationEvent.Proposed(
                    "r-1",
                    entry().dimensions(),
                    new Outside("Một cửa thân thiện", "Tỉnh Bến Tre"),
                    new Target("HNA-KB-14", "Một cửa xã"),
                    true,
                    new Replication.Proposal(DAY, null, null)),
            new ReplicationEvent.Started(entry().dimensions(), DAY),
            new ReplicationEvent.ReplicaRegistered(REPLICA, DAY),
            new ReplicationEvent.Confirmed(
                    entry().dimensions(), new Replication.Confirmation(DAY, "Hài lòng 98%", null)),
            new ReplicationEvent.Stopped(entry().dimensions(), new Replication.Stop(DAY, "Đã phủ toàn huyện")));

    @Test
    void what_is_published_is_what_the_contracts_promise() {
        CONTRACTS.publisher("awards").publishesExactly(PublishedTypes.ALL);
    }

    @Test
    void every_body_keeps_its_contract_and_every_type_is_reached() {
        var reached = new HashSet<String>();
        for (var publication : all()) {
            CONTRACTS.assertValid(publication.type(), Json.MAPPER.writeValueAsString(publication.body()));
            reached.add(publication.type());
        }
        assertThat(reached).isEqualTo(PublishedTypes.ALL);
    }

    @Test
    void the_lists_above_have_every_event_there_is() {
        assertThat(types(DOSSIER)).isEqualTo(Set.of(DossierEvent.class.getPermittedSubclasses()));
        assertThat(types(MOVEMENT)).isEqualTo(Set.of(MovementAwardEvent.class.getPermittedSubclasses()));
        assertThat(types(WIDER_HOLD)).isEqualTo(Set.of(WiderHoldEvent.class.getPermittedSubclasses()));
        assertThat(types(REGISTER)).isEqualTo(Set.of(RegisterEvent.class.getPermittedSubclasses()));
        assertThat(types(SUBMISSION)).isEqualTo(Set.of(SubmissionEvent.class.getPermittedSubclasses()));
        assertThat(types(REPLICATION)).isEqualTo(Set.of(ReplicationEvent.class.getPermittedSubclasses()));
    }

    @Test
    void what_other_services_have_said_is_not_said_again() {
        var news = List.of(opened(), new DossierEvent.Amended(entry(), DAY, null), passed(), voided(), withdrawn());
        assertThat(publications(new DossierDecider(), DossierPublisher::publish, news))
                .isEmpty();
    }

    @Test
    void events_about_a_model_have_its_key_and_a_movement_award_its_own() {
        assertThat(publications(new DossierDecider(), DossierPublisher::publish, DOSSIER))
                .allSatisfy(one -> assertThat(one.key()).isEqualTo(MODEL));
        assertThat(publications(new ReplicationDecider(), ReplicationPublisher::publish, REPLICATION))
                .allSatisfy(one -> assertThat(one.key()).isEqualTo(MODEL));
        assertThat(publications(new MovementAwardDecider(), MovementAwardPublisher::publish, MOVEMENT))
                .allSatisfy(one -> assertThat(one.key()).isEqualTo("a-1"));
        assertThat(publications(new SubmissionDecider(), SubmissionPublisher::publish, SUBMISSION))
                .allSatisfy(one -> assertThat(one.key()).isEqualTo("s-1"));
        assertThat(publications(new RegisterDecider(), RegisterPublisher::publish, REGISTER))
                .allSatisfy(one -> assertThat(one.key()).isEqualTo("d-1"));
    }

    @Test
    void a_correction_tells_field_by_field_what_was_and_what_is() {
        var body = publications(new MovementAwardDecider(), MovementAwardPublisher::publish, MOVEMENT)
                .get(1)
                .body();
        var told = Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(body)).path("changes");
        assertThat(told.toString()).isEqualTo("[{\"field\":\"form\",\"was\":\"GIAY_KHEN\",\"now\":\"BANG_KHEN\"}]");
    }

    @Test
    void why_somebody_is_on_hold_is_told_to_nobody() {
        assertThat(all())
                .filteredOn(one -> one.type().contains("hold"))
                .hasSize(4)
                .allSatisfy(one -> assertThat(Json.MAPPER.writeValueAsString(one.body()))
                        .contains("\"holdKind\"", "\"from\"")
                        .doesNotContain("\"reason\""));
    }

    @Test
    void a_number_not_known_is_told_as_such() {
        var unknown = new DecisionPaper("d-2", null, DAY, "Ban Chỉ đạo", List.of());
        var told = DecisionBody.of(unknown);
        assertThat(told.number()).isEqualTo("?");
        var award = publications(
                        new DossierDecider(), DossierPublisher::publish, List.of(opened(), granted(1, unknown)))
                .getFirst();
        CONTRACTS.assertValid(award.type(), Json.MAPPER.writeValueAsString(award.body()));
        assertThat(Json.MAPPER
                        .readTree(Json.MAPPER.writeValueAsString(award.body()))
                        .path("incomplete")
                        .path(0)
                        .asString())
                .isEqualTo("decision.number");
    }

    private static Merit merit(String form) {
        return new Merit(
                "KB-2015-2020",
                Subject.INDIVIDUAL,
                List.of(RECIPIENT),
                form,
                "PARTY",
                DECISION,
                DAY,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static List<Publication> all() {
        var all = new ArrayList<Publication>();
        all.addAll(publications(new DossierDecider(), DossierPublisher::publish, DOSSIER));
        all.addAll(publications(new WiderHoldDecider(), WiderHoldPublisher::publish, WIDER_HOLD));
        all.addAll(publications(new SubmissionDecider(), SubmissionPublisher::publish, SUBMISSION));
        all.addAll(publications(new RegisterDecider(), RegisterPublisher::publish, REGISTER));
        all.addAll(publications(new MovementAwardDecider(), MovementAwardPublisher::publish, MOVEMENT));
        all.addAll(publications(new ReplicationDecider(), ReplicationPublisher::publish, REPLICATION));
        return all;
    }

    private static <C, S, E> List<Publication> publications(
            Decider<C, S, E> decider, StreamKind.AtMostOne<S, E> publisher, List<? extends E> events) {
        var publications = new ArrayList<Publication>();
        var state = decider.initial();
        for (var event : events) {
            state = decider.evolve(state, event);
            @Nullable
            Publication publication = publisher.publish(state, new Recorded<>("e", 1, Instant.EPOCH, "someone", event));
            if (publication != null) {
                publications.add(publication);
            }
        }
        return publications;
    }

    private static Set<Class<?>> types(List<?> events) {
        var types = new HashSet<Class<?>>();
        events.forEach(event -> types.add(event.getClass()));
        return types;
    }
}

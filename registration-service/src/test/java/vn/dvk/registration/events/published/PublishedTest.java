package vn.dvk.registration.events.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dvk.kit.decide.Decider;
import vn.dvk.kit.decide.Precision;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.envelope.Json;
import vn.dvk.kit.envelope.Publication;
import vn.dvk.kit.stream.StreamKind;
import vn.dvk.registration.domain.Combination;
import vn.dvk.registration.domain.KnownPaper;
import vn.dvk.registration.domain.Paper;
import vn.dvk.registration.domain.RegistrationKind;
import vn.dvk.registration.domain.SubjectType;
import vn.dvk.registration.domain.programme.Intake;
import vn.dvk.registration.domain.programme.ProgrammeDecider;
import vn.dvk.registration.domain.programme.ProgrammeEvent;
import vn.dvk.registration.domain.programme.ReportRhythm;
import vn.dvk.registration.domain.programme.Settings;
import vn.dvk.registration.domain.programme.Settings.RecognitionRequires;
import vn.dvk.registration.domain.programme.StepDefinition;
import vn.dvk.registration.domain.programme.Targets;
import vn.dvk.registration.domain.registration.Accepted;
import vn.dvk.registration.domain.registration.Draft;
import vn.dvk.registration.domain.registration.FieldMapping;
import vn.dvk.registration.domain.registration.Form;
import vn.dvk.registration.domain.registration.Owner;
import vn.dvk.registration.domain.registration.RegistrationDecider;
import vn.dvk.registration.domain.registration.RegistrationEvent;
import vn.dvk.registration.domain.term.Definition;
import vn.dvk.registration.domain.term.TermDecider;
import vn.dvk.registration.domain.term.TermEvent;
import vn.dvk.registration.domain.unit.Profile;
import vn.dvk.registration.domain.unit.Structure;
import vn.dvk.registration.domain.unit.StructureEvent;
import vn.dvk.registration.domain.unit.Succession;
import vn.dvk.registration.events.PublishedTypes;
import vn.dvk.spec.contract.Contracts;

/** Every body this service can publish, as its schema says; nothing private in it. */
class PublishedTest {

    private static final String ID = "6f1c2f9e-0d3b-3c55-9a55-0d5d0c9f6a11";
    private static final LocalDate DAY = LocalDate.of(2024, 1, 26);
    private static final Paper APPROVAL = new Paper("15-TB/ĐU", DAY, "Đảng ủy xã");

    private final Contracts contracts = Contracts.load();

    @Test
    void what_is_published_and_what_is_promised_are_the_same() {
        contracts.publisher("registration").publishesExactly(PublishedTypes.ALL);
    }

    @Test
    void the_readme_names_the_same_events() {
        contracts.canvas("registration").agreesWith(Path.of("README.md"));
    }

    @Test
    void a_registrations_whole_life_keeps_the_contracts_with_every_field_and_with_few() {
        for (var form : List.of(full(), minimal())) {
            var published = published(
                    new RegistrationDecider(),
                    RegistrationPublisher::publish,
                    List.of(
                            submitted(form),
                            new RegistrationEvent.Returned(DAY, "Nội dung còn chung chung"),
                            submitted(form),
                            new RegistrationEvent.Selected(DAY, null),
                            new RegistrationEvent.Registered(DAY, APPROVAL),
                            new RegistrationEvent.Corrected(DAY, List.of("name"), "Ghi nhầm tên", null, form),
                            new RegistrationEvent.Changed(DAY, List.of("place"), "Mở rộng", APPROVAL, form),
                            new RegistrationEvent.Transferred(DAY, "NA-01", "NA-02", null, null, null),
                            new RegistrationEvent.Transferred(DAY, "NA-02", "NA-03", "Sáp nhập", APPROVAL, null),
                            new RegistrationEvent.Forwarded(
                                    DAY, "NA-2021-2025", List.of(new FieldMapping("KT", "PTKT")), null),
                            new RegistrationEvent.Forwarded(
                                    DAY, "TU-2021-2025", List.of(new FieldMapping("KT", "K")), APPROVAL),
                            new RegistrationEvent.ForwardUndone(
                                    DAY,
                                    new RegistrationEvent.Forwarded(
                                            DAY, "TU-2021-2025", List.of(new FieldMapping("KT", "K")), APPROVAL),
                                    "Chuyển nhầm"),
                            new RegistrationEvent.Corrected(DAY, List.of("origin", "replicaOf"), "Sửa", null, form),
                            new RegistrationEvent.Corrected(
                                    DAY,
                                    List.of("registeredOn", "approval"),
                                    "Sửa ngày",
                                    null,
                                    form,
                                    new Accepted(
                                            DAY,
                                            Precision.YEAR,
                                            new KnownPaper(null, DAY, "Đảng ủy xã", Precision.YEAR))),
                            new RegistrationEvent.Withdrawn(DAY, "Đơn vị giải thể"),
                            new RegistrationEvent.Voided(DAY, "Nhập trùng")));

            assertEquals(
                    List.of(
                            PublishedTypes.SUBMITTED,
                            PublishedTypes.RETURNED,
                            PublishedTypes.SUBMITTED,
                            PublishedTypes.REGISTERED,
                            PublishedTypes.CORRECTED,
                            PublishedTypes.CHANGED,
                            PublishedTypes.TRANSFERRED,
                            PublishedTypes.TRANSFERRED,
                            PublishedTypes.FORWARDED,
                            PublishedTypes.FORWARDED,
                            PublishedTypes.FORWARDED,
                            PublishedTypes.CORRECTED,
                            PublishedTypes.CORRECTED,
                            PublishedTypes.WITHDRAWN,
                            PublishedTypes.VOIDED),
                    published.stream().map(Publication::type).toList());
            published.forEach(this::keepsItsContract);
            assertTrue(published.stream().allMatch(one -> one.key().equals(ID)));
            assertEquals(
                    "[\"on\",\"approval.date\",\"approval.number\"]",
                    Json.MAPPER
                            .readTree(body(published.get(12)))
                            .at("/accepted/incomplete")
                            .toString());
        }
    }

    @Test
    void of_people_an_id_is_told_and_nothing_that_names_them() {
        var published = published(
                new RegistrationDecider(),
                RegistrationPublisher::publish,
                List.of(
                        submitted(full()),
                        new RegistrationEvent.Returned(DAY, "Nội dung còn chung chung"),
                        submitted(full().sealed(ID)),
                        new RegistrationEvent.Selected(DAY, null),
                        new RegistrationEvent.Registered(DAY, APPROVAL),
                        new RegistrationEvent.Corrected(DAY, List.of("name"), "Ghi nhầm", null, full()),
                        new RegistrationEvent.Changed(DAY, List.of("place"), "Mở rộng", null, full()),
                        new RegistrationEvent.Transferred(DAY, "NA-01", "NA-02", null, null, null)));
        assertEquals(7, published.size());
        for (var publication : published) {
            var body = body(publication);
            assertTrue(body.contains("\"subjectId\":\"b1f7a0c4-62de-4d18-8c35-9e07f4a2d6b1\""), body);
            for (var text : List.of("Tổ tự quản", "Thôn 3", "Số hộ", "Rác")) {
                assertFalse(body.contains(text), body);
            }
        }
    }

    @Test
    void a_transfer_names_the_new_unit_and_the_one_before() {
        var published = published(
                new RegistrationDecider(),
                RegistrationPublisher::publish,
                List.of(
                        submitted(minimal()),
                        new RegistrationEvent.Selected(DAY, null),
                        new RegistrationEvent.Registered(DAY, APPROVAL),
                        new RegistrationEvent.Transferred(DAY.plusYears(1), "NA-01", "NA-02", "Sáp nhập", null, null)));

        var body = Json.MAPPER.readTree(body(published.getLast()));
        assertEquals("NA-02", body.path("unit").asString());
        assertEquals("NA-01", body.path("from").asString());
        assertEquals("2025-01-26", body.path("on").asString());
    }

    @Test
    void what_the_papers_do_not_tell_is_told_to_be_missing() {
        var published = published(
                new RegistrationDecider(),
                RegistrationPublisher::publish,
                List.of(
                        new RegistrationEvent.Submitted(
                                new Draft(ID, "NA-2024/0001", minimal(), "as-it-began"), DAY, Precision.MONTH),
                        new RegistrationEvent.Selected(DAY, null),
                        new RegistrationEvent.Registered(
                                DAY, new KnownPaper(null, DAY, "Đảng ủy xã", Precision.YEAR), Precision.YEAR)));

        published.forEach(this::keepsItsContract);
        var registered = Json.MAPPER.readTree(body(published.getLast()));
        assertEquals("YEAR", registered.path("precision").asString());
        assertEquals(
                "[\"submittedOn\",\"on\",\"approval.date\",\"approval.number\"]",
                registered.path("incomplete").toString());
        assertFalse(registered.path("approval").has("number"));
    }

    @Test
    void owners_are_told_as_they_are_from_then_on() {
        var published = published(
                new RegistrationDecider(),
                RegistrationPublisher::publish,
                List.of(
                        submitted(full()),
                        new RegistrationEvent.Selected(DAY, null),
                        new RegistrationEvent.Registered(DAY, APPROVAL),
                        new RegistrationEvent.Transferred(DAY, "NA-01", "NA-07", null, null, null)));

        var registered = Json.MAPPER.readTree(body(published.get(1)));
        assertEquals(
                "5e0f7a92-6c1d-4b38-a7e4-93d2c8b10f56",
                registered.path("continues").asString());
        assertEquals("CO_OWNER", registered.at("/owners/1/role").asString());
        var transferred = Json.MAPPER.readTree(body(published.getLast())).path("owners");
        assertEquals("[{\"unit\":\"NA-07\",\"role\":\"LEAD\",\"share\":100}]", transferred.toString());
    }

    @Test
    void of_the_goals_those_that_can_be_measured_are_told_in_numbers() {
        var published = published(
                new RegistrationDecider(),
                RegistrationPublisher::publish,
                List.of(
                        submitted(minimal()),
                        new RegistrationEvent.Selected(DAY, null),
                        new RegistrationEvent.Registered(DAY, APPROVAL)));

        var goals = Json.MAPPER.readTree(body(published.getLast())).path("goals");
        assertEquals(1, goals.size());
        assertEquals("25.5", goals.get(0).path("baseline").decimalValue().toPlainString());
        assertTrue(goals.get(0).path("target").isNumber());
        assertEquals("DOWN", goals.get(0).path("direction").asString());
        assertFalse(goals.get(0).has("indicator"));
    }

    @Test
    void what_is_not_approved_is_published() {
        var published = published(
                new RegistrationDecider(),
                RegistrationPublisher::publish,
                List.of(submitted(minimal()), new RegistrationEvent.NotApproved(DAY, "Trùng nội dung")));

        assertEquals(PublishedTypes.NOT_APPROVED, published.getLast().type());
        published.forEach(this::keepsItsContract);
    }

    @Test
    void what_was_withdrawn_before_it_was_registered_stays_home() {
        var published = published(
                new RegistrationDecider(),
                RegistrationPublisher::publish,
                List.of(submitted(minimal()), new RegistrationEvent.Withdrawn(DAY, "Đăng ký nhầm")));

        assertEquals(
                List.of(PublishedTypes.SUBMITTED),
                published.stream().map(Publication::type).toList());
    }

    @Test
    void a_term_is_published_in_full_each_time_whoever_said_it() {
        var ended = new Definition(
                "kỷ niệm chương", "medal", 60, "PARTY", LocalDate.of(2015, 1, 1), LocalDate.of(2025, 6, 30), "NA");
        var published = published(
                new TermDecider(),
                TermPublisher::publish,
                List.of(
                        new TermEvent.Shipped(
                                "award-form",
                                "MEDAL",
                                new Definition("kỷ niệm chương", null, 60, null, null, null, null),
                                1,
                                7),
                        new TermEvent.Described("award-form", "MEDAL", ended)));

        published.forEach(this::keepsItsContract);
        assertEquals(
                List.of("term:award-form:MEDAL", "term:award-form:MEDAL"),
                published.stream().map(Publication::key).toList());
        assertTrue(body(published.getLast()).contains("\"to\":\"2025-06-30\""));
        assertTrue(body(published.getLast()).contains("\"shippedTerms\":7"), "still one of the shipped");
    }

    @Test
    void a_unit_is_published_in_full_each_time() {
        var decision = new Paper("1678/NQ-UBTVQH15", DAY, "Ủy ban Thường vụ Quốc hội");
        var structure = new Structure();
        var published = Stream.of(
                        new StructureEvent.Described("NA", new Profile("Nghệ An", "PROVINCE", null, null, null)),
                        new StructureEvent.Described(
                                "NA",
                                new Profile("Tỉnh Nghệ An", "PROVINCE", "VN", LocalDate.of(1991, 8, 12), null, "40")),
                        new StructureEvent.Described("HT", new Profile("Hà Tĩnh", "PROVINCE", null, null, null)),
                        new StructureEvent.Reorganized(new Succession(
                                "renamed",
                                1,
                                Succession.Type.RENAMED,
                                List.of("NA"),
                                List.of(),
                                DAY,
                                "Tỉnh N",
                                null,
                                "CITY",
                                decision,
                                null,
                                null)),
                        new StructureEvent.Reorganized(new Succession(
                                "merged",
                                1,
                                Succession.Type.MERGED,
                                List.of("HT", "NA"),
                                List.of("NT"),
                                DAY.plusYears(2),
                                null,
                                null,
                                null,
                                "Giả định",
                                null)),
                        new StructureEvent.Annulled("renamed", DAY, "Nhập nhầm quyết định", null))
                .flatMap(event -> structure.apply(event).stream())
                .filter(unit -> unit.code().equals("NA"))
                .map(UnitPublisher::publish)
                .toList();

        assertEquals(5, published.size());
        published.forEach(this::keepsItsContract);
        assertTrue(published.stream().allMatch(one -> one.key().equals("unit:NA")));
        var both = Json.MAPPER.readTree(body(published.get(3)));
        assertEquals("2026-01-25", both.path("validTo").asString());
        assertEquals(2, both.path("names").size());
        assertEquals(List.of("PROVINCE", "CITY"), both.path("kinds").findValuesAsString("kind"));
        assertEquals("CITY", both.path("kind").asString());
        assertEquals("40", both.path("nationalCode").asString());
        assertEquals(List.of("renamed", "merged"), both.path("successions").findValuesAsString("id"));
        var last = Json.MAPPER.readTree(body(published.getLast()));
        assertEquals(1, last.path("names").size());
        assertEquals(List.of("merged"), last.path("successions").findValuesAsString("id"));
    }

    @Test
    void a_programme_is_published_in_full_each_time() {
        var published = published(
                new ProgrammeDecider(),
                ProgrammePublisher::publish,
                List.of(
                        new ProgrammeEvent.Launched("NA-2024", settings(null, StepDefinition.DEFAULT)),
                        new ProgrammeEvent.Changed(
                                settings(
                                        21,
                                        List.of(new StepDefinition(
                                                "ALL",
                                                "Tất cả",
                                                "Đơn vị",
                                                List.of(),
                                                StepDefinition.CompletedBy.PERSON,
                                                null,
                                                DAY,
                                                List.of("PLAN"),
                                                "PROVINCE"))),
                                "Gia hạn do bão lụt"),
                        new ProgrammeEvent.IntakeSet(new Intake(DAY, DAY.plusMonths(2)), null),
                        new ProgrammeEvent.Closed(DAY.plusYears(1)),
                        new ProgrammeEvent.Reopened(DAY.plusYears(2), "Còn thiếu đơn vị"),
                        new ProgrammeEvent.TargetsSet(new Targets(List.of("NA-01", "NA-02"), null, null, List.of())),
                        new ProgrammeEvent.TargetsSet(new Targets(
                                null,
                                "COMMUNE",
                                "NA",
                                List.of(
                                        new Targets.Exemption("NA-01", DAY, null, "Khắc phục thiên tai"),
                                        new Targets.Exemption("NA-02", DAY, DAY, "Khắc phục thiên tai"))))));

        assertEquals(7, published.size());
        assertTrue(body(published.get(3)).contains("\"closedOn\":\"2025-01-26\""));
        assertFalse(body(published.get(4)).contains("closedOn"));
        assertFalse(body(published.get(4)).contains("targets"));
        assertEquals(
                "{\"units\":[\"NA-01\",\"NA-02\"]}",
                Json.MAPPER.readTree(body(published.get(5))).path("targets").toString());
        published.forEach(this::keepsItsContract);
        var changed = Json.MAPPER.readTree(body(published.getLast()));
        assertEquals(
                List.of("Gia hạn do bão lụt", "Còn thiếu đơn vị"),
                published.stream()
                        .map(one -> Json.MAPPER.readTree(body(one)).path("reason"))
                        .filter(reason -> !reason.isMissingNode())
                        .map(JsonNode::asString)
                        .toList(),
                "each with what it moves");
        assertEquals("ECONOMY", changed.at("/fields/0/usualField").asString());
        assertEquals("method", changed.at("/required/0").asString());
        assertEquals(
                "{\"kind\":\"EXEMPLAR\",\"subject\":\"INDIVIDUAL\",\"label\":{\"vi\":\"Gương cá nhân\"}}",
                changed.at("/combinations/1").toString());
        assertEquals("PLAN", changed.at("/steps/0/requiredEvidence/0").asString());
        assertEquals("PROVINCE", changed.at("/steps/0/level").asString());
        assertEquals("QUARTER", changed.at("/reportRhythm/every").asString());
    }

    @Test
    void what_goes_over_by_itself_has_a_name_that_follows_from_merger_and_model() {
        var went = new RegistrationEvent.Transferred(DAY, "NA-01", "NA-02", null, APPROVAL, "merger");
        var undone = new RegistrationEvent.TransferUndone(DAY, "NA-02", "NA-01", "merger");
        assertEquals(RegistrationPublisher.idOf("m", went), RegistrationPublisher.idOf("m", went));
        assertEquals(
                4,
                Stream.of(
                                RegistrationPublisher.idOf("m", went),
                                RegistrationPublisher.idOf("n", went),
                                RegistrationPublisher.idOf("m", undone),
                                RegistrationPublisher.idOf("n", undone))
                        .distinct()
                        .count());
        assertNull(RegistrationPublisher.idOf(
                "m", new RegistrationEvent.Transferred(DAY, "NA-01", "NA-02", null, null, null)));

        var published = published(
                new RegistrationDecider(),
                RegistrationPublisher::publish,
                List.of(
                        submitted(minimal()),
                        new RegistrationEvent.Selected(DAY, null),
                        new RegistrationEvent.Registered(DAY, APPROVAL),
                        went,
                        undone));
        published.forEach(this::keepsItsContract);
        var body = Json.MAPPER.readTree(body(published.getLast()));
        assertEquals("NA-01", body.path("unit").asString());
        assertEquals("merger", body.path("succession").asString());
        assertTrue(body.path("undone").asBoolean());
    }

    private <S, E> List<Publication> published(
            Decider<?, S, E> decider, StreamKind.AtMostOne<S, E> publisher, List<? extends E> events) {
        var state = decider.initial();
        var published = new ArrayList<Publication>();
        for (var event : events) {
            state = decider.evolve(state, event);
            var publication = publisher.publish(state, recorded(event));
            if (publication != null) {
                published.add(publication);
            }
        }
        return published;
    }

    private static <E> Recorded<E> recorded(E event) {
        return new Recorded<>("id", 1, Instant.EPOCH, "canbo", event);
    }

    private void keepsItsContract(Publication publication) {
        contracts.assertValid(publication.type(), body(publication));
    }

    private static String body(Publication publication) {
        return Json.MAPPER.writeValueAsString(publication.body());
    }

    private static Settings settings(@Nullable Integer expectedUnits, List<StepDefinition> steps) {
        return new Settings(
                "Dân vận khéo 2024",
                "NA",
                LocalDate.of(2024, 1, 1),
                LocalDate.of(2024, 12, 31),
                LocalDate.of(2024, 6, 30),
                List.of(new Settings.Field("KT", "Kinh tế", null, expectedUnits == null ? null : "ECONOMY")),
                List.of("GRASSROOTS"),
                List.of(RegistrationKind.values()),
                List.of(SubjectType.values()),
                steps,
                expectedUnits,
                expectedUnits == null ? null : new ReportRhythm(ReportRhythm.Every.QUARTER, 10),
                RecognitionRequires.EVALUATED,
                expectedUnits == null ? null : Settings.SeveralForms.ONE_PER_TRACK,
                expectedUnits == null ? null : "NA-2021-2025",
                expectedUnits != null,
                expectedUnits == null ? List.of() : List.of("method"),
                expectedUnits == null
                        ? List.of()
                        : List.of(
                                new Combination(RegistrationKind.MODEL, SubjectType.COLLECTIVE, null),
                                new Combination(
                                        RegistrationKind.EXEMPLAR,
                                        SubjectType.INDIVIDUAL,
                                        new Combination.Label("Gương cá nhân", null))));
    }

    private static RegistrationEvent.Submitted submitted(Form form) {
        return new RegistrationEvent.Submitted(new Draft(ID, "NA-2024/0001", form, "as-it-began"), DAY);
    }

    private static Form minimal() {
        return form(SubjectType.COLLECTIVE, null, Form.Origin.NEW, null, null, null, null, null, List.of());
    }

    private static Form full() {
        return form(
                SubjectType.INDIVIDUAL,
                "DISTRICT",
                Form.Origin.REPLICA,
                "a1c7d2f0-58e3-4b96-8d14-6f0b2e9c3a45",
                "0b9d6c3e-41f7-35a8-92d0-7f5e1c8a64b2",
                "b1f7a0c4-62de-4d18-8c35-9e07f4a2d6b1",
                DAY,
                "5e0f7a92-6c1d-4b38-a7e4-93d2c8b10f56",
                List.of(
                        new Owner("NA-01", Owner.Role.LEAD, new BigDecimal("62.50")),
                        new Owner("NA-07", Owner.Role.CO_OWNER, new BigDecimal("37.5"))));
    }

    private static Form form(
            SubjectType subject,
            @Nullable String level,
            Form.Origin origin,
            @Nullable String replicaOf,
            @Nullable String replication,
            @Nullable String subjectId,
            @Nullable LocalDate chosenOn,
            @Nullable String continues,
            List<Owner> owners) {
        return new Form(
                "NA-2024",
                "NA-01",
                "Tổ tự quản",
                "KT",
                RegistrationKind.MODEL,
                subject,
                level,
                origin,
                replicaOf,
                replication,
                "Rác ứ đọng",
                "Thôn 3",
                null,
                List.of(
                        new Form.Goal("G1", "Số hộ", "hộ", "25,5", "4", null, DAY.plusMonths(6)),
                        new Form.Goal("G2", "Nhận thức", null, null, "nâng cao", null, null)),
                List.of(new Form.Milestone("Ra mắt", DAY)),
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                subjectId,
                chosenOn,
                null,
                null,
                continues,
                owners,
                null);
    }
}

package vn.dvk.registration.domain.registration;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Decider;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.Vocabulary;
import vn.dvk.registration.domain.Paper;
import vn.dvk.registration.domain.RegistrationKind;
import vn.dvk.registration.domain.SubjectType;
import vn.dvk.registration.domain.registration.Registration.Known;
import vn.dvk.registration.domain.registration.RegistrationCommand.Submit;
import vn.dvk.registration.domain.registration.RegistrationEvent.Registered;
import vn.dvk.registration.domain.registration.RegistrationEvent.Returned;
import vn.dvk.registration.domain.registration.RegistrationEvent.Selected;
import vn.dvk.registration.domain.registration.RegistrationEvent.Submitted;
import vn.dvk.registration.domain.registration.RegistrationEvent.Withdrawn;
import vn.dvk.registration.domain.unit.Mergers;
import vn.dvk.spec.Specification;

/** One entry of a programme, complete unless a test says otherwise, and the days of its life. */
final class RegistrationFixtures {

    static final String ID = "6f1c2f9e-0d3b-3c55-9a55-0d5d0c9f6a11";
    static final String CODE = "NA-2024/0001";
    static final LocalDate SUBMITTED = LocalDate.of(2024, 1, 26);
    static final LocalDate SELECTED = LocalDate.of(2024, 1, 30);
    static final LocalDate ACCEPTED = LocalDate.of(2024, 2, 5);
    static final LocalDate LATER = LocalDate.of(2024, 6, 1);
    static final Paper MINUTES = new Paper("02/BB", SELECTED, "Chi bộ");
    static final Paper APPROVAL = new Paper("15-TB/ĐU", ACCEPTED, "Đảng ủy xã");
    static final String REASON = "Nội dung còn chung chung";

    private RegistrationFixtures() {}

    static Specification<RegistrationCommand, Registration, RegistrationEvent> registration() {
        return Specification.of(new RegistrationDecider());
    }

    static Form complete() {
        return form(
                "Tổ tự quản thu gom rác",
                "KT",
                SubjectType.COLLECTIVE,
                "Rác ứ đọng",
                "Thôn 3",
                goals("50", "hộ"),
                null);
    }

    static Form named(String name) {
        return form(name, "KT", SubjectType.COLLECTIVE, "Rác ứ đọng", "Thôn 3", goals("50", "hộ"), null);
    }

    static List<Form.Goal> goals(@Nullable String target, @Nullable String measure) {
        return List.of(new Form.Goal("G1", "Số hộ tham gia", measure, "0", target, null, null));
    }

    static Form form(
            String name,
            @Nullable String field,
            @Nullable SubjectType subject,
            @Nullable String situation,
            @Nullable String place,
            List<Form.Goal> goals,
            @Nullable String subjectId) {
        return form(
                name,
                field,
                RegistrationKind.MODEL,
                subject,
                "GRASSROOTS",
                Form.Origin.NEW,
                null,
                null,
                situation,
                place,
                goals,
                subjectId);
    }

    static Form replica(String name, @Nullable String model, @Nullable String replication) {
        return form(
                name,
                "KT",
                RegistrationKind.MODEL,
                SubjectType.COLLECTIVE,
                "GRASSROOTS",
                Form.Origin.REPLICA,
                model,
                replication,
                "Rác ứ đọng",
                "Thôn 3",
                goals("50", "hộ"),
                null);
    }

    static Form form(
            String name,
            @Nullable String field,
            @Nullable RegistrationKind kind,
            @Nullable SubjectType subject,
            @Nullable String level,
            Form.Origin origin,
            @Nullable String replicaOf,
            @Nullable String replication,
            @Nullable String situation,
            @Nullable String place,
            List<Form.Goal> goals,
            @Nullable String subjectId) {
        return new Form(
                "NA-2024",
                "NA-01-01",
                name,
                field,
                kind,
                subject,
                level,
                origin,
                replicaOf,
                replication,
                situation,
                place,
                null,
                goals,
                List.of(),
                null,
                List.of(new Form.Force("Chi hội Phụ nữ", "MOBILIZE")),
                List.of(),
                null,
                null,
                null,
                null,
                subjectId,
                LocalDate.of(2024, 1, 19),
                null,
                null,
                null);
    }

    static final FormWords WORDS = new FormWords(
            Vocabulary.of("level", "GRASSROOTS", "DISTRICT", "BLOC", "PROVINCE", "CENTRAL"),
            Vocabulary.of("force-role", "LEAD", "MOBILIZE", "CARRY_OUT"));

    /** One level, until its last day. */
    static FormWords wordsUntil(String level, LocalDate last) {
        return new FormWords(
                new Vocabulary("level", List.of(new Vocabulary.Term(level, 1, null, last))), WORDS.forceRoles());
    }

    static Conditions conditions() {
        return conditions(true);
    }

    static Conditions conditions(boolean unitAlive) {
        return new Conditions(
                LocalDate.of(2024, 1, 1),
                LocalDate.of(2024, 6, 30),
                Set.of("KT", "VHXH"),
                List.of("GRASSROOTS", "DISTRICT"),
                List.of(RegistrationKind.values()),
                List.of(SubjectType.values()),
                unitAlive,
                Mergers.NONE,
                WORDS,
                null,
                null);
    }

    static Draft written(Form form) {
        return new Draft(ID, CODE, form, "as-it-began");
    }

    static Submit submit() {
        return submit(complete());
    }

    static Submit submit(Form form) {
        return new Submit(written(form), SUBMITTED, conditions());
    }

    /** What is decided on a form that nobody but its unit knows of. */
    static Specification<RegistrationCommand, Registration, RegistrationEvent> draft() {
        return Specification.of(new Decider<>() {
            private final RegistrationDecider decider = new RegistrationDecider();

            @Override
            public Registration initial() {
                return Known.of(written(complete()));
            }

            @Override
            public Decision<RegistrationEvent> decide(RegistrationCommand command, Registration state) {
                return decider.decide(command, state);
            }

            @Override
            public Registration evolve(Registration state, RegistrationEvent event) {
                return decider.evolve(state, event);
            }
        });
    }

    static RegistrationEvent[] submitted() {
        return new RegistrationEvent[] {submittedAs(complete())};
    }

    static Submitted submittedAs(Form form) {
        return new Submitted(written(form), SUBMITTED);
    }

    static RegistrationEvent[] selected() {
        return and(submitted(), new Selected(SELECTED, MINUTES));
    }

    static RegistrationEvent[] returned() {
        return and(submitted(), new Returned(SELECTED, REASON));
    }

    static RegistrationEvent[] registered() {
        return and(selected(), new Registered(ACCEPTED, APPROVAL));
    }

    static RegistrationEvent[] withdrawn() {
        return and(registered(), new Withdrawn(LATER, REASON));
    }

    static RegistrationEvent[] and(RegistrationEvent[] before, RegistrationEvent... more) {
        var all = java.util.Arrays.copyOf(before, before.length + more.length);
        System.arraycopy(more, 0, all, before.length, more.length);
        return all;
    }
}

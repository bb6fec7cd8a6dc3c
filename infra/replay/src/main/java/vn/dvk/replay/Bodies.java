package vn.dvk.replay;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dvk.replay.cases.Case;
import vn.dvk.replay.cases.Vocabulary.CompletedBy;
import vn.dvk.replay.cases.Vocabulary.Kind;
import vn.dvk.replay.cases.Vocabulary.RecognitionRequires;
import vn.dvk.replay.cases.Vocabulary.Subject;
import vn.dvk.replay.cases.Vocabulary.SuccessionType;
import vn.dvk.replay.plan.Document;
import vn.dvk.replay.plan.Entry;
import vn.dvk.replay.plan.Plan;

/** The bodies of the requests, field for field as the services' APIs name them. Absent fields are not sent. */
final class Bodies {

    private Bodies() {}

    record Units(List<Unit> rows) {
        static Units of(List<Case.Unit> units) {
            return new Units(units.stream().map(Unit::of).toList());
        }
    }

    record Unit(
            String code,
            String name,
            String kind,
            @Nullable String parent,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {
        static Unit of(Case.Unit unit) {
            return new Unit(unit.code(), unit.name(), unit.kind(), unit.parent(), unit.validFrom(), unit.validTo());
        }
    }

    record Term(
            TermName name,
            @Nullable Integer rank,
            @Nullable String track,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        static Term of(Case.Term term) {
            return new Term(new TermName(term.vi(), term.en()), term.rank(), term.track(), term.from(), term.to());
        }
    }

    record TermName(String vi, @Nullable String en) {}

    /** A paper of several acts. */
    record Paper(LocalDate effective, @Nullable String basis, List<Act> acts) {
        static Paper of(Case.Succession paper) {
            return new Paper(
                    paper.effective(),
                    paper.basis(),
                    paper.acts().stream().map(Act::of).toList());
        }
    }

    record Act(
            SuccessionType type,
            List<String> units,
            List<String> successors,
            @Nullable String name,
            @Nullable String parent) {
        static Act of(Case.Act act) {
            return new Act(act.type(), act.units(), act.successors(), act.name(), act.parent());
        }
    }

    record Succession(
            @Nullable SuccessionType type,
            List<String> units,
            List<String> successors,
            LocalDate effective,
            @Nullable String name,
            @Nullable String parent,
            @Nullable String basis) {
        static Succession of(Case.Succession succession) {
            return new Succession(
                    succession.type(),
                    succession.units(),
                    succession.successors(),
                    succession.effective(),
                    succession.name(),
                    succession.parent(),
                    succession.basis());
        }
    }

    record Programme(
            String name,
            String host,
            LocalDate from,
            LocalDate to,
            LocalDate cutOff,
            List<Field> fields,
            List<String> levels,
            @Nullable List<Kind> kinds,
            @Nullable List<Subject> subjects,
            @Nullable List<Step> steps,
            @Nullable Integer expectedUnits,
            RecognitionRequires recognitionRequires,
            @Nullable String parent,
            @Nullable Boolean historic,
            @Nullable Map<String, Object> reportRhythm) {
        static Programme of(Case.Programme programme) {
            return new Programme(
                    programme.name(),
                    programme.host(),
                    programme.from(),
                    programme.to(),
                    programme.cutOff(),
                    programme.fields().entrySet().stream()
                            .map(field -> new Field(
                                    field.getKey(),
                                    field.getValue(),
                                    programme.parentFields().get(field.getKey())))
                            .toList(),
                    programme.levels(),
                    stated(programme.kinds()),
                    stated(programme.subjects()),
                    stated(programme.steps().stream().map(Step::of).toList()),
                    programme.expectedUnits(),
                    programme.recognitionRequires(),
                    programme.parent(),
                    programme.historic() ? true : null,
                    programme.reportRhythm() == null
                            ? null
                            : Map.of(
                                    "every", programme.reportRhythm().every(),
                                    "dueDay", programme.reportRhythm().dueDay()));
        }

        /** What a case leaves out, the platform's defaults decide. */
        private static <T> @Nullable List<T> stated(List<T> list) {
            return list.isEmpty() ? null : list;
        }
    }

    record Targets(
            @Nullable List<String> units,
            @Nullable String kind,
            @Nullable String under,
            @Nullable List<Exemption> exemptions) {
        static Targets of(Case.Targets targets) {
            var exemptions = targets.exemptions().stream().map(Exemption::of).toList();
            return new Targets(
                    targets.units(), targets.kind(), targets.under(), exemptions.isEmpty() ? null : exemptions);
        }
    }

    record Intake(LocalDate from, LocalDate to) {}

    record Exemption(String unit, LocalDate from, @Nullable LocalDate to, String reason) {
        static Exemption of(Case.Exemption exempt) {
            return new Exemption(exempt.unit(), exempt.from(), exempt.to(), exempt.reason());
        }
    }

    record Field(String code, String name, @Nullable String parentField) {}

    record Step(
            String code,
            String label,
            String actor,
            List<String> evidence,
            CompletedBy completedBy,
            @Nullable Integer dueDays,
            @Nullable LocalDate due) {
        static Step of(Case.Step step) {
            return new Step(
                    step.code(),
                    step.label(),
                    step.actor(),
                    step.evidence(),
                    step.completedBy(),
                    step.dueDays(),
                    step.due());
        }
    }

    record Registrations(String programme, List<Entry> rows) {}

    record Selection(LocalDate on, Document minutes, List<String> ids) {}

    record Acceptance(LocalDate on, Document approval, List<String> ids) {}

    record Completion(String step, LocalDate on, List<Plan.Evidence> evidence, List<String> models) {}

    record Report(LocalDate from, LocalDate to, LocalDate on, String done) {}

    record Scores(LocalDate on, List<Score> rows) {}

    record Score(String model, Map<String, Integer> criteria) {}

    record Conclusion(LocalDate on, Document minutes, List<String> models) {}

    /** @param printed of people, by the model's id: whom the decision names, and the title of the entry */
    record Recognitions(
            String level,
            Document decision,
            LocalDate on,
            List<String> models,
            @Nullable Map<String, Printed> printed) {}

    /** What a decision prints, and makes public. */
    record Printed(String name, @Nullable String post, String title) {
        static @Nullable Printed of(Entry entry) {
            var person = entry.person();
            return person == null ? null : new Printed(person.printed(), person.post(), entry.name());
        }
    }

    record NewSubject(
            Subject type,
            String name,
            @Nullable String head,
            @Nullable String post,
            String unit) {}

    record ModelAwards(
            String form,
            String track,
            Document decision,
            LocalDate on,
            List<String> models,
            @Nullable Map<String, Printed> printed) {}

    record MovementAwards(
            String programme, String form, String track, Document decision, LocalDate on, List<MovementAward> rows) {}

    record MovementAward(String key, Subject subject, Recipient recipient) {
        static MovementAward of(Plan.Recipient recipient) {
            return new MovementAward(
                    recipient.key(),
                    recipient.subject(),
                    new Recipient(recipient.name(), recipient.post(), recipient.unit()));
        }
    }

    record Recipient(String name, @Nullable String post, String unit) {}

    record Replication(
            String model,
            Target target,
            boolean ownModel,
            LocalDate on,
            @Nullable String note) {}

    record Target(String unit) {}

    record On(LocalDate on) {}
}

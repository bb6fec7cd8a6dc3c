package vn.dvk.registration.write;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.decide.Vocabulary;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.KnownPaper;
import vn.dvk.registration.domain.RegistrationReason;
import vn.dvk.registration.domain.registration.Closings;
import vn.dvk.registration.domain.registration.Conditions;
import vn.dvk.registration.domain.registration.Destination;
import vn.dvk.registration.domain.registration.Draft;
import vn.dvk.registration.domain.registration.Form;
import vn.dvk.registration.domain.registration.Historic;
import vn.dvk.registration.domain.registration.Registration;
import vn.dvk.registration.domain.registration.Registration.Known;
import vn.dvk.registration.domain.registration.Registration.Stage;
import vn.dvk.registration.domain.registration.RegistrationCommand;
import vn.dvk.registration.domain.registration.RegistrationCommand.SubmitRow;
import vn.dvk.registration.domain.registration.RegistrationDecider;
import vn.dvk.registration.domain.registration.RegistrationEvent;
import vn.dvk.registration.domain.registration.RegistrationEvent.Withdrawn;
import vn.dvk.registration.domain.unit.Mergers;
import vn.dvk.registration.store.ConditionsLookup;
import vn.dvk.registration.store.Drafts;
import vn.dvk.registration.store.Drafts.Current;
import vn.dvk.registration.store.Drafts.Kept;
import vn.dvk.registration.store.PrivateTexts;
import vn.dvk.registration.store.RegistrationCodes;
import vn.dvk.registration.store.RelatedLookup;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;
import vn.dvk.service.web.Refused;

/** Carries out commands on registrations that are there, and looks up what they are checked against. */
@Component
public class RegistrationCommandHandler {

    private static final int ATTEMPTS = 8;

    private final Streams<RegistrationCommand, Registration, RegistrationEvent> registrations;
    private final Drafts drafts;
    private final RegistrationCodes codes;
    private final ConditionsLookup conditions;
    private final RelatedLookup related;
    private final PrivateTexts texts;
    private final NamedSubjects subjects;
    private final Answers answers;

    RegistrationCommandHandler(
            Streams<RegistrationCommand, Registration, RegistrationEvent> registrations,
            Drafts drafts,
            RegistrationCodes codes,
            ConditionsLookup conditions,
            RelatedLookup related,
            PrivateTexts texts,
            NamedSubjects subjects,
            Answers answers) {
        this.registrations = registrations;
        this.drafts = drafts;
        this.codes = codes;
        this.conditions = conditions;
        this.related = related;
        this.texts = texts;
        this.subjects = subjects;
        this.answers = answers;
    }

    public ResponseEntity<?> handle(
            String id, RegistrationCommand command, RequestContext context, ExpectedVersion expected) {
        return handle(id, _ -> command, context, expected);
    }

    /** A command that is made from the registration it is for. */
    public ResponseEntity<?> handle(
            String id,
            Function<? super Known, RegistrationCommand> command,
            RequestContext context,
            ExpectedVersion expected) {
        var outcome = expected.handle(version -> decide(id, command, context, version));
        return answers.ok(outcome, RegistrationAnswer.with(outcome));
    }

    /**
     * Submits what the unit has written. The draft is looked for first, and if it was never submitted before, nothing
     * else: the stream begins with this.
     */
    public ResponseEntity<?> submit(
            String id,
            Function<? super Known, RegistrationCommand> command,
            RequestContext context,
            ExpectedVersion expected) {
        var outcome = expected.handle(version -> decideOnWritten(id, command, context, version));
        return answers.ok(outcome, RegistrationAnswer.with(outcome));
    }

    /** What is under review or registered has no draft: its stream says all. */
    private Outcome<Registration> decide(
            String id,
            Function<? super Known, RegistrationCommand> command,
            RequestContext context,
            @Nullable Long version) {
        return registrations
                .handleIf(
                        id,
                        state -> state instanceof Known known && known.stage() != Stage.RETURNED,
                        state -> CommandEnvelope.of(id, made(id, command, known(state)), context, version))
                .orElseGet(() -> decideOnWritten(id, command, context, version));
    }

    private Outcome<Registration> decideOnWritten(
            String id,
            Function<? super Known, RegistrationCommand> command,
            RequestContext context,
            @Nullable Long version) {
        var kept = drafts.find(id).orElse(null);
        if (kept == null) {
            return registrations.handle(
                    id, state -> CommandEnvelope.of(id, made(id, command, known(state)), context, version));
        }
        var current = kept.isFirst() && (version == null || version == kept.saves())
                ? kept.unsubmitted()
                : drafts.current(id).orElseThrow(() -> new Refused(RegistrationReason.REGISTRATION_UNKNOWN));
        if (version != null && version != current.version()) {
            return new Outcome.Overtaken<>(current.version());
        }
        var outcome = current.streamVersion() == 0
                ? decideOnDraft(id, command.apply(current.state()), context, current)
                : registrations.handle(
                        id,
                        state -> CommandEnvelope.of(
                                id,
                                made(id, command, asWritten(known(state), current)),
                                context,
                                version(version, current)));
        if (outcome instanceof Outcome.Stored<Registration> stored && !isDraft(stored.state())) {
            drafts.remove(id);
        }
        return outcome;
    }

    /** From the whole registration; what its texts would be is kept before the event that says where. */
    private RegistrationCommand made(String id, Function<? super Known, RegistrationCommand> command, Known sealed) {
        var made = command.apply(texts.whole(sealed));
        texts.keep(Map.of(id, made));
        return made;
    }

    private static boolean isDraft(Registration state) {
        return state instanceof Known known && known.gates().submittedOn() == null && known.lastOn() == null;
    }

    private static Known asWritten(Known state, Current current) {
        return current.kept() == null
                ? state
                : state.writtenAnew(current.state().form());
    }

    private static @Nullable Long version(@Nullable Long version, Current current) {
        return version == null ? null : current.streamVersion();
    }

    /** What nobody knows of yet can be submitted, and it can be given up. */
    private Outcome<Registration> decideOnDraft(
            String id, RegistrationCommand command, RequestContext context, Current current) {
        var kept = Objects.requireNonNull(current.kept(), "there is no stream");
        return switch (new RegistrationDecider().decide(command, current.state())) {
            case Decision.Refused<RegistrationEvent>(var why) -> new Outcome.Refused<>(why);
            case Decision.Accepted<RegistrationEvent>(var events)
            when events.isEmpty() -> new Outcome.Unchanged<>(id, current.version(), current.state());
            case Decision.Accepted<RegistrationEvent>(var events)
            when events.getFirst() instanceof Withdrawn(var _, var reason) ->
                drafts.withdraw(kept, reason)
                        ? new Outcome.Stored<>(id, current.version() + 1, Known.withdrawn(kept.draft(), reason))
                        : new Outcome.Overtaken<>(current.version());
            case Decision.Accepted<RegistrationEvent> _ -> {
                texts.keep(Map.of(id, command));
                yield registrations.begin(CommandEnvelope.of(id, command, context));
            }
        };
    }

    /** Saves what its unit has written, at first or after a return. */
    public ResponseEntity<?> rewrite(String id, NamedSubjects.Named written, ExpectedVersion expected) {
        var outcome = expected.handle(version -> save(id, written, version));
        return answers.ok(outcome, RegistrationAnswer.with(outcome));
    }

    private Outcome<Registration> save(String id, NamedSubjects.Named written, @Nullable Long version) {
        var form = written.form();
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var current = drafts.current(id).orElseThrow(() -> new Refused(RegistrationReason.REGISTRATION_UNKNOWN));
            var state = texts.whole(current.state());
            if (version != null && version != current.version()) {
                return new Outcome.Overtaken<>(current.version());
            }
            if (state.stage() != Stage.DRAFT && state.stage() != Stage.RETURNED) {
                return new Outcome.Refused<>(Refusal.because(RegistrationReason.NOT_EDITABLE, state.stage()));
            }
            var faults = state.toDraft().fixed(form);
            if (!faults.isEmpty()) {
                return new Outcome.Refused<>(Refusal.of(RegistrationReason.REGISTRATION_FIXED, faults));
            }
            if (subjects.describe(written.implied(), id).orElse(null) instanceof Refusal why) {
                return new Outcome.Refused<>(why);
            }
            if (form.equals(state.form())) {
                return new Outcome.Unchanged<>(id, current.version(), state);
            }
            if (drafts.save(current, form)) {
                return new Outcome.Stored<>(id, current.version() + 1, state.writtenAnew(form));
            }
        }
        return new Outcome.Overtaken<>(drafts.current(id).map(Current::version).orElse(0L));
    }

    /**
     * A row of many.
     *
     * @param written    the form, and its subject
     * @param on         to be submitted on that day at once, or null to stay a draft
     * @param conditions as on that day
     */
    public record Row(
            String id,
            NamedSubjects.Named written,
            @Nullable Day on,
            @Nullable Conditions conditions) {

        Form form() {
            return written.form();
        }
    }

    /** What is submitted at once, then the drafts; one outcome per row, in order. */
    public List<Outcome<Registration>> enter(String programme, List<Row> rows, RequestContext context) {
        var outcomes = new TreeMap<Integer, Outcome<Registration>>();
        for (var i = 0; i < rows.size(); i++) {
            if (rows.get(i).written().why() instanceof Refusal why) {
                outcomes.put(i, new Outcome.Refused<>(why));
            }
        }
        var numbers = IntStream.range(0, rows.size())
                .filter(i -> !outcomes.containsKey(i))
                .boxed()
                .collect(Collectors.partitioningBy(i -> rows.get(i).on() != null));
        submit(programme, rows, Objects.requireNonNull(numbers.get(true)), context, outcomes);
        open(programme, rows, Objects.requireNonNull(numbers.get(false)), outcomes);
        return List.copyOf(outcomes.values());
    }

    private void open(
            String programme, List<Row> rows, List<Integer> numbers, Map<Integer, Outcome<Registration>> outcomes) {
        var ids = numbers.stream().map(i -> rows.get(i).id()).toList();
        var forms = new LinkedHashMap<String, Drafts.Begun>();
        numbers.forEach(
                i -> forms.putIfAbsent(rows.get(i).id(), rows.get(i).written().begun()));
        subjects.enter(numbers.stream().map(i -> rows.get(i).written()).toList());
        var opened = drafts.open(programme, forms, ids).iterator();
        numbers.forEach(i -> outcomes.put(
                i, Drafts.again(opened.next(), rows.get(i).written().began())));
    }

    private void submit(
            String programme,
            List<Row> rows,
            List<Integer> numbers,
            RequestContext context,
            Map<Integer, Outcome<Registration>> outcomes) {
        var ids = numbers.stream().map(i -> rows.get(i).id()).toList();
        var kept = drafts.find(ids);
        var code = codes.forNew(programme, ids);
        var commands = new LinkedHashMap<Integer, CommandEnvelope<RegistrationCommand>>();
        for (var i : numbers) {
            var row = rows.get(i);
            if (kept.containsKey(row.id())) {
                outcomes.put(i, new Outcome.Refused<>(Refusal.because(RegistrationReason.IDEMPOTENCY_KEY_REUSED)));
            } else {
                var draft = new Draft(
                        row.id(),
                        Objects.requireNonNull(code.get(row.id())),
                        row.form(),
                        row.written().began());
                var command = new SubmitRow(
                        draft, Objects.requireNonNull(row.on()), Objects.requireNonNull(row.conditions()));
                commands.put(i, CommandEnvelope.of(row.id(), command, context));
            }
        }
        keepBefore(rows, commands);
        var results = registrations.handleAll(List.copyOf(commands.values())).iterator();
        commands.keySet().forEach(i -> outcomes.put(i, results.next()));
    }

    /** Subjects and texts of those rows that are about people, are new, and will be accepted: one write for each kind, or none. */
    private void keepBefore(List<Row> rows, Map<Integer, CommandEnvelope<RegistrationCommand>> commands) {
        var decider = new RegistrationDecider();
        var named = new ArrayList<NamedSubjects.Named>();
        var kept = new LinkedHashMap<String, RegistrationCommand>();
        commands.forEach((i, envelope) -> {
            var row = rows.get(i);
            if (row.form().subjectId() != null
                    && envelope.command() instanceof SubmitRow submit
                    && !submit.draft().code().isEmpty()
                    && decider.decide(submit, decider.initial()) instanceof Decision.Accepted<RegistrationEvent> _) {
                named.add(row.written());
                kept.putIfAbsent(row.id(), submit);
            }
        });
        subjects.enter(named);
        texts.keep(kept);
    }

    /**
     * The same command for many, a row each, with a key of its own: asked again, it undoes nothing done since.
     *
     * @param content what was asked, without what was looked up for it: the key is for that
     */
    public Map<String, Object> handleAll(
            List<String> ids, RegistrationCommand command, Object content, RequestContext context) {
        var outcomes = registrations.handleAll(ids.stream()
                .map(id -> CommandEnvelope.of(id, command, context.forRow(id, content)))
                .toList());
        var kept = drafts.find(IntStream.range(0, ids.size())
                .filter(i -> isUnknown(outcomes.get(i)))
                .mapToObj(ids::get)
                .toList());
        var rows = answers.rows();
        for (var i = 0; i < ids.size(); i++) {
            rows.add("id", ids.get(i), saying(command, outcomes.get(i), kept.get(ids.get(i))), RegistrationAnswer::of);
        }
        return rows.body();
    }

    private static boolean isUnknown(Outcome<Registration> outcome) {
        return outcome instanceof Outcome.Refused<Registration>(var why)
                && why.reason() == RegistrationReason.REGISTRATION_UNKNOWN;
    }

    /** Of a draft it is not to be said that it is not there. */
    private static Outcome<Registration> saying(
            RegistrationCommand command, Outcome<Registration> outcome, @Nullable Kept kept) {
        return kept != null
                        && new RegistrationDecider().decide(command, kept.known())
                                instanceof Decision.Refused<RegistrationEvent>(var better)
                ? new Outcome.Refused<>(better)
                : outcome;
    }

    /** @throws Refused if there is no such registration */
    private static Known known(Registration state) {
        return switch (state) {
            case Known known -> known;
            case Registration.Unknown() -> throw new Refused(RegistrationReason.REGISTRATION_UNKNOWN);
        };
    }

    /** @throws Refused if there is no such programme */
    public ConditionsLookup.OfProgramme conditions(String programme, Collection<String> units) {
        return conditions
                .find(programme, units)
                .orElseThrow(() -> new Refused(RegistrationReason.PROGRAMME_UNKNOWN, programme));
    }

    public Mergers mergers() {
        return conditions.mergers();
    }

    /** The closed programmes, as of a moment ago. */
    public Closings closings() {
        return conditions.closings();
    }

    public Vocabulary levels() {
        return conditions.words().levels();
    }

    /** As the correction or change that waits would be checked; without one, it makes no difference. */
    public Conditions conditionsOfProposal(Known known, LocalDate day) {
        var waiting = known.since().proposal();
        if (waiting == null) {
            return conditions(known.form(), day);
        }
        var values = waiting.values();
        return switch (waiting.kind()) {
            case CORRECTION ->
                conditions(
                        values.appliedTo(known.atRegistration()),
                        values.accepted() == null
                                ? known.registeredOnOr(waiting.on())
                                : values.accepted().on());
            case CHANGE -> conditions(values.appliedTo(known.form()), waiting.on());
        };
    }

    /** What a form is checked against, with the other entries and units that it names. */
    public Conditions conditions(Form form, LocalDate on) {
        return conditions(form, Day.of(on));
    }

    public Conditions conditions(Form form, Day day) {
        return conditions(form.programme(), List.of(form.unit()))
                .of(form.unit(), day)
                .with(related.find(List.of(form)).of(form, day.on()));
    }

    /** The historic programmes, if something is missing that only they may lack. */
    public Historic historic(Day on, @Nullable KnownPaper paper) {
        var complete = on.isExact()
                && (paper == null || paper.number() != null && paper.day().isExact());
        return complete ? Historic.NONE : conditions.historic();
    }

    /** The other entries and units that many forms name. */
    public RelatedLookup.OfForms related(Collection<Form> forms) {
        return related.find(forms);
    }

    /** What is above the programme that an entry has come to. */
    public Destination destination(Known known) {
        return conditions.above(known.uppermost());
    }
}

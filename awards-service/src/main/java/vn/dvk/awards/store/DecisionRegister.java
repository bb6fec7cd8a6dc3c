package vn.dvk.awards.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvk.awards.domain.AwardsReason;
import vn.dvk.awards.domain.CommonRules;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Rest;
import vn.dvk.awards.domain.decision.DecisionText;
import vn.dvk.awards.domain.decision.RegisterCommand;
import vn.dvk.awards.domain.decision.RegisterEntry;
import vn.dvk.awards.domain.decision.RegisterEvent;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.movementaward.MovementAward;
import vn.dvk.awards.domain.submission.Submission;
import vn.dvk.awards.domain.submission.SubmissionCommand;
import vn.dvk.awards.domain.submission.SubmissionEvent;
import vn.dvk.awards.store.DecisionRegister.Named.InRegister;
import vn.dvk.awards.store.DecisionRegister.Named.ToEnter;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Refused;

/** The register of decisions, as far as commands and answers need it. */
@Component
public class DecisionRegister {

    private final Streams<RegisterCommand, RegisterEntry, RegisterEvent> decisions;
    private final Streams<SubmissionCommand, Submission, SubmissionEvent> submissions;
    private final DecisionNumbers numbers;
    private final Directory directory;

    DecisionRegister(
            Streams<RegisterCommand, RegisterEntry, RegisterEvent> decisions,
            Streams<SubmissionCommand, Submission, SubmissionEvent> submissions,
            DecisionNumbers numbers,
            Directory directory) {
        this.decisions = decisions;
        this.submissions = submissions;
        this.numbers = numbers;
        this.directory = directory;
    }

    /** A decision as a request names it. */
    public sealed interface Named {

        DecisionPaper paper();

        /** Ids of the submissions that it answers. */
        List<String> answers();

        record InRegister(DecisionPaper paper, List<String> answers) implements Named {}

        /** It has its id, but is entered only when something rests on it. */
        record ToEnter(DecisionPaper paper, DecisionText text) implements Named {

            @Override
            public List<String> answers() {
                return text.answers();
            }
        }
    }

    /**
     * The decision of that issuer, year and number, whether it is in the register or not.
     *
     * @param prefix of the fields to blame: {@code decision.}, or nothing
     * @throws Refused if the register knows it with another day, or as revoked
     */
    public Named named(DecisionText text, String prefix) {
        return named(text, prefix, UUID.randomUUID().toString());
    }

    /** @param id that it gets if the register does not have it yet */
    public Named named(DecisionText text, String prefix, String id) {
        var found = at(text.registerKey());
        return found.isPresent() ? checked(found.get(), text.day(), prefix) : toEnter(text, prefix, id);
    }

    /** @throws Refused if there is no such decision, or it was revoked */
    public Named byId(String id, String prefix) {
        var found = Optional.ofNullable(views(Filters.eq("_id", id)).get(id))
                .orElseThrow(() -> new Refused(CommonRules.fault(prefix + "id", AwardsReason.DECISION_UNKNOWN, id)));
        return checked(found, found.paper().day(), prefix);
    }

    /** Of a day that is known by the month or year only, the register may know more. */
    private static Named checked(View found, Day said, String prefix) {
        var paper = found.paper();
        if (found.revoked()) {
            throw new Refused(AwardsReason.DECISION_REVOKED, paper.asNumbered());
        }
        if (paper.date().isBefore(said.first()) || paper.date().isAfter(said.on())) {
            throw new Refused(CommonRules.fault(
                    prefix + "date", AwardsReason.DECISION_DATE_DIFFERS, paper.asNumbered(), paper.date()));
        }
        return new InRegister(paper, found.answers());
    }

    private Named toEnter(DecisionText text, String prefix, String ifNew) {
        if (text.unit() != null && directory.unit(text.unit()).isEmpty()) {
            throw new Refused(CommonRules.fault(prefix + "unit", AwardsReason.UNIT_UNKNOWN, text.unit()));
        }
        checkAnswers(text.answers(), prefix);
        var id = numbers.take(text.registerKey(), ifNew, holds(text.registerKey()));
        if (!decisions.exists(id)) {
            return new ToEnter(text.paper(id), text);
        }
        // Entered by another request just now, or the rest of a correction that is only seconds old.
        var found = views(Filters.eq("_id", id)).get(id);
        if (found != null && found.key().equals(text.registerKey())) {
            return new InRegister(found.paper(), found.answers());
        }
        throw new Refused(AwardsReason.DECISION_BEING_ENTERED, text.paper(id).asNumbered());
    }

    /**
     * @param answers ids of submissions, if any are named
     * @throws Refused if one of them was never sent
     */
    public void checkAnswers(@Nullable List<String> answers, String prefix) {
        if (answers == null || answers.isEmpty()) {
            return;
        }
        var sent = submissions.find(answers).keySet();
        answers.stream().filter(one -> !sent.contains(one)).findFirst().ifPresent(one -> {
            throw new Refused(CommonRules.fault(prefix + "answers", AwardsReason.SUBMISSION_UNKNOWN, one));
        });
    }

    private Predicate<String> holds(String key) {
        return id -> views(Filters.eq("_id", id)).get(id) instanceof View view
                && view.key().equals(key);
    }

    /**
     * Gives a decision another place in the register, before it is corrected.
     *
     * @return whether it is the decision's now; otherwise another one has it
     */
    public boolean move(String id, DecisionText now) {
        var key = now.registerKey();
        return numbers.take(key, id, holds(key)).equals(id);
    }

    /** After a correction: the old place is free. */
    public void leave(String id, DecisionText was) {
        numbers.leave(was.registerKey(), id);
    }

    /** Doing it twice is doing it once. */
    public Outcome<RegisterEntry> enter(ToEnter named, RequestContext context) {
        var id = String.valueOf(named.paper().id());
        return decisions.handle(
                CommandEnvelope.of(id, new RegisterCommand.Enter(id, named.text()), context.withoutKey()));
    }

    /** How the papers read now; one of which no register is kept reads as it did. */
    public UnaryOperator<DecisionPaper> reading(Collection<String> ids) {
        var known = ids.isEmpty() ? Map.<String, View>of() : views(Filters.in("_id", ids));
        return paper -> paper.id() != null && known.get(paper.id()) instanceof View view ? view.paper() : paper;
    }

    /** The dossier with its papers as they read now. */
    public Dossier.Known reading(Dossier.Known dossier) {
        return dossier.reading(reading(decisions(dossier.rests())));
    }

    /** The award with its papers as they read now. */
    public MovementAward reading(MovementAward award) {
        return switch (award) {
            case MovementAward.NotOpened() -> award;
            case MovementAward.Given given -> given.reading(reading(decisions(given.rests())));
        };
    }

    private static List<String> decisions(List<Rest> rests) {
        return rests.stream().map(Rest::decision).distinct().toList();
    }

    private Optional<View> at(String key) {
        return views(Filters.eq("view.key", key)).values().stream().findFirst();
    }

    private record View(DecisionPaper paper, String key, List<String> answers, boolean revoked) {}

    private Map<String, View> views(Bson filter) {
        var found = new HashMap<String, View>();
        decisions
                .documents()
                .find(filter)
                .projection(Projections.include("view"))
                .forEach(document -> {
                    var id = document.getString("_id");
                    var view = document.get("view", new Document());
                    var paper = new DecisionPaper(
                            id,
                            view.getString("number"),
                            LocalDate.parse(view.getString("date")),
                            view.getString("issuer"),
                            view.getList("legalBasis", String.class, List.of()),
                            Views.precision(view.getString("precision")));
                    found.put(
                            id,
                            new View(
                                    paper,
                                    view.getString("key"),
                                    view.getList("answers", String.class, List.of()),
                                    view.containsKey("revoked")));
                });
        return found;
    }
}

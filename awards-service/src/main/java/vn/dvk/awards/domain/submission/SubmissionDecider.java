package vn.dvk.awards.domain.submission;

import static vn.dvk.awards.domain.AwardsReason.ALREADY_RETURNED;
import static vn.dvk.awards.domain.AwardsReason.ALREADY_SENT;
import static vn.dvk.awards.domain.AwardsReason.ITEM_ANSWERED;
import static vn.dvk.awards.domain.AwardsReason.ITEM_ASKS_ONE;
import static vn.dvk.awards.domain.AwardsReason.ITEM_NOT_ASKED;
import static vn.dvk.awards.domain.AwardsReason.ITEM_SUBMITTED;
import static vn.dvk.awards.domain.AwardsReason.ITEM_TWICE;
import static vn.dvk.awards.domain.AwardsReason.ITEM_UNKNOWN;
import static vn.dvk.awards.domain.AwardsReason.PARTLY_DECIDED;
import static vn.dvk.awards.domain.AwardsReason.SUBMISSION_DECIDED;
import static vn.dvk.awards.domain.AwardsReason.SUBMISSION_INCOMPLETE;
import static vn.dvk.awards.domain.AwardsReason.SUBMISSION_RETURNED;
import static vn.dvk.awards.domain.AwardsReason.SUBMISSION_UNKNOWN;
import static vn.dvk.awards.domain.AwardsReason.UNIT_UNKNOWN;
import static vn.dvk.kit.decide.Decision.accept;
import static vn.dvk.kit.decide.Decision.nothingNew;
import static vn.dvk.kit.decide.Decision.refuse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.dvk.awards.domain.AwardsReason;
import vn.dvk.awards.domain.CommonRules;
import vn.dvk.awards.domain.dossier.Eligibility;
import vn.dvk.awards.domain.submission.Submission.Known;
import vn.dvk.awards.domain.submission.Submission.NotOpened;
import vn.dvk.awards.domain.submission.SubmissionCommand.Note;
import vn.dvk.awards.domain.submission.SubmissionCommand.RefuseItems;
import vn.dvk.awards.domain.submission.SubmissionCommand.Return;
import vn.dvk.awards.domain.submission.SubmissionCommand.Send;
import vn.dvk.awards.domain.submission.SubmissionEvent.Answered;
import vn.dvk.awards.domain.submission.SubmissionEvent.Decided;
import vn.dvk.awards.domain.submission.SubmissionEvent.Returned;
import vn.dvk.awards.domain.submission.SubmissionEvent.Sent;
import vn.dvk.kit.decide.Decider;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.ImpossibleHistory;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.decide.Refusal.Fault;

/** The rules of submissions. What a decision could not give anyhow is not submitted: each item says what is in its way. */
public final class SubmissionDecider implements Decider<SubmissionCommand, Submission, SubmissionEvent> {

    @Override
    public Submission initial() {
        return new NotOpened();
    }

    @Override
    public Decision<SubmissionEvent> decide(SubmissionCommand command, Submission state) {
        return switch (command) {
            case Send send -> send(send, state);
            case Return back -> ifSent(state, known -> giveBack(back, known));
            case Note note -> note(note.answers(), state);
            case RefuseItems refuse -> ifSent(state, known -> refuseItems(refuse, known));
        };
    }

    private static Decision<SubmissionEvent> ifSent(Submission state, Function<Known, Decision<SubmissionEvent>> rule) {
        return switch (state) {
            case NotOpened _ -> refuse(SUBMISSION_UNKNOWN);
            case Known known -> rule.apply(known);
        };
    }

    private static Decision<SubmissionEvent> send(Send command, Submission state) {
        return switch (state) {
            case NotOpened _ -> send(command);
            case Known known ->
                switch (known.stage()) {
                    case RETURNED -> {
                        var back = known.returned();
                        yield CommonRules.inOrder(command.on(), back == null ? null : back.on())
                                .map(Decision::<SubmissionEvent>refuse)
                                .orElseGet(() -> send(command));
                    }
                    case SENT, DECIDED ->
                        known.text().equals(command.text()) && known.sentOn().equals(command.on())
                                ? nothingNew()
                                : refuse(ALREADY_SENT, known.sentOn());
                };
        };
    }

    private static Decision<SubmissionEvent> send(Send command) {
        var faults = new ArrayList<>(gaps(command.text()));
        command.unknownUnits().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(one -> faults.add(Fault.of(one.getKey(), UNIT_UNKNOWN, one.getValue())));
        faults.addAll(items(command));
        return faults.isEmpty()
                ? accept(new Sent(command.submission(), command.text(), command.on()))
                : refuse(Refusal.of(SUBMISSION_INCOMPLETE, faults));
    }

    private static List<Fault> gaps(SubmissionText text) {
        var gaps = new ArrayList<Fault>();
        if (text.to() == null || text.to().unit() == null && text.to().name() == null) {
            gaps.add(Fault.of("to", AwardsReason.ADDRESSEE_NEEDED));
        }
        if (text.items().isEmpty()) {
            gaps.add(Fault.of("items", AwardsReason.ITEMS_NEEDED));
        }
        return gaps;
    }

    /** What is wrong with each, all of it at once: somebody has to mend it all before it can go out. */
    private static List<Fault> items(Send command) {
        var faults = new ArrayList<Fault>();
        var before = new HashSet<Item>();
        var items = command.text().items();
        for (var i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var field = "items[" + i + "]";
            if (!before.add(item)) {
                faults.add(Fault.of(field, ITEM_TWICE));
            } else {
                inTheWay(item, command.known().get(i), command.on())
                        .ifPresent(why -> faults.add(new Fault(field, why.reason(), why.arguments())));
            }
        }
        return faults;
    }

    private static Optional<Refusal> inTheWay(Item item, Send.Known known, LocalDate on) {
        if ((item.level() == null) == (item.form() == null)) {
            return Optional.of(Refusal.because(ITEM_ASKS_ONE));
        }
        if (known.dossier() == null) {
            return Optional.of(Refusal.because(ITEM_UNKNOWN, item.model()));
        }
        if (known.running() != null) {
            return Optional.of(Refusal.because(ITEM_SUBMITTED, known.running()));
        }
        return item.level() != null
                ? Eligibility.recognition(known.dossier(), item.level(), on, known.rules(), known.heldBy())
                : Eligibility.award(known.dossier(), item.what(), on, known.giving(), known.heldBy());
    }

    private static Decision<SubmissionEvent> giveBack(Return command, Known state) {
        var by = command.by();
        return switch (state.stage()) {
            case RETURNED -> by.equals(state.returned()) ? nothingNew() : refuse(ALREADY_RETURNED);
            case DECIDED -> refuse(SUBMISSION_DECIDED);
            case SENT ->
                state.answers().isEmpty()
                        ? CommonRules.inOrder(by.on(), state.sentOn())
                                .map(Decision::<SubmissionEvent>refuse)
                                .orElseGet(() -> accept(new Returned(by)))
                        : refuse(
                                PARTLY_DECIDED,
                                state.answers().size(),
                                state.text().items().size());
        };
    }

    private static Decision<SubmissionEvent> note(List<Answer> answers, Submission state) {
        return state instanceof Known known && known.stage() == Submission.Stage.SENT
                ? answered(known, answers)
                : nothingNew();
    }

    /** The first answer to an item counts. */
    private static Decision<SubmissionEvent> answered(Known state, List<Answer> answers) {
        var open = new HashSet<>(state.open());
        var now = answers.stream().filter(one -> open.remove(one.item())).toList();
        if (now.isEmpty()) {
            return nothingNew();
        }
        return open.isEmpty()
                ? accept(new Answered(now), new Decided(state.answered(now).lastOn()))
                : accept(new Answered(now));
    }

    private static Decision<SubmissionEvent> refuseItems(RefuseItems command, Known state) {
        if (state.stage() == Submission.Stage.RETURNED) {
            return refuse(SUBMISSION_RETURNED);
        }
        for (var item : command.items()) {
            if (!state.text().items().contains(item)) {
                return refuse(ITEM_NOT_ASKED, item.model(), item.what());
            }
            if (state.answer(item)
                    .filter(one -> one.verdict() != Answer.Verdict.REFUSED)
                    .isPresent()) {
                return refuse(ITEM_ANSWERED, item.model(), item.what());
            }
        }
        return CommonRules.inOrder(command.on(), state.sentOn())
                .map(Decision::<SubmissionEvent>refuse)
                .orElseGet(() -> answered(
                        state,
                        command.items().stream()
                                .map(item -> new Answer(
                                        item,
                                        Answer.Verdict.REFUSED,
                                        command.decision(),
                                        command.on(),
                                        command.reason()))
                                .toList()));
    }

    @Override
    public Submission evolve(Submission state, SubmissionEvent event) {
        return switch (event) {
            case Sent(var id, var text, var on)
            when state instanceof NotOpened
                    || state instanceof Known known && known.stage() == Submission.Stage.RETURNED ->
                new Known(id, text, on, List.of(), null);
            case Returned(var by) when state instanceof Known known -> known.returned(by);
            case Answered(var answers) when state instanceof Known known -> known.answered(answers);
            case Decided _ when state instanceof Known -> state;
            case Sent _, Returned _, Answered _, Decided _ -> throw new ImpossibleHistory(state, event);
        };
    }
}

package vn.dvk.evaluation.automation.whenprogrammechanged;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.dvk.evaluation.domain.process.ProcessCommand;
import vn.dvk.evaluation.domain.process.ProcessEvent;
import vn.dvk.evaluation.domain.process.ProcessState;
import vn.dvk.evaluation.domain.process.ProcessState.Stage;
import vn.dvk.evaluation.store.Programmes;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.kit.stream.Streams;

/**
 * Lets open processes take over deadlines that their programme has moved.
 *
 * <p>That it is to be done is written with the programme itself, so it is found again by whichever instance is there after a
 * crash. A model may be opened at the very moment by what was read of the programme just before; so it is done a second
 * time when no such opening can be left. Any number of instances may do it at once: a step that has its deadline keeps it.
 */
@Component
class MoveDeadlines {

    private static final Logger LOG = LoggerFactory.getLogger(MoveDeadlines.class);

    private static final int TOGETHER = 200;

    /** No opening lasts as long. */
    static final Duration SETTLED = Duration.ofMinutes(1);

    private final Programmes programmes;
    private final Streams<ProcessCommand, ProcessState, ProcessEvent> processes;
    private final Clock clock;

    MoveDeadlines(Programmes programmes, Streams<ProcessCommand, ProcessState, ProcessEvent> processes, Clock clock) {
        this.programmes = programmes;
        this.processes = processes;
        this.clock = clock;
    }

    /** Nearly always there is nothing to do, which costs one look at a handful of documents. */
    @Scheduled(initialDelay = 2_000, fixedDelay = 1_000)
    void moveWhatIsDue() {
        try {
            programmes.moved().forEach(this::move);
        } catch (RuntimeException e) {
            LOG.warn("Deadlines could not be moved, will be tried again: {}", e.toString());
        }
    }

    private void move(Programmes.Moved moved) {
        var settled = !clock.instant().isBefore(moved.since().plus(SETTLED));
        if (!moved.followed() || settled) {
            var command = new ProcessCommand.MoveDeadlines(moved.programme().steps(), moved.reason());
            var open = openIn(moved.programme().code());
            for (var first = 0; first < open.size(); first += TOGETHER) {
                move(open.subList(first, Math.min(first + TOGETHER, open.size())), command);
            }
            programmes.followed(moved, settled);
        }
    }

    private List<String> openIn(String programme) {
        return processes
                .documents()
                .find(Filters.and(
                        Filters.eq("view.programme", programme),
                        Filters.in("view.state", Stage.OPEN.name(), Stage.EVALUATED.name())))
                .projection(Projections.include("_id"))
                .map((Document document) -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    private void move(List<String> models, ProcessCommand command) {
        var context =
                new RequestContext("evaluation", null, UUID.randomUUID().toString(), null, null, null, clock.instant());
        var outcomes = processes.handleAll(models.stream()
                .map(model -> CommandEnvelope.of(model, command, context))
                .toList());
        var moved = outcomes.stream().filter(Outcome.Stored.class::isInstance).count();
        if (moved > 0) {
            LOG.info("The deadlines of {} processes were moved", moved);
        }
        if (outcomes.stream().anyMatch(Outcome.Overtaken.class::isInstance)) {
            throw new IllegalStateException("others were faster again and again");
        }
    }
}

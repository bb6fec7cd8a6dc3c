package vn.dvk.evaluation.write;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.dvk.evaluation.domain.process.ProcessCommand;
import vn.dvk.evaluation.domain.process.ProcessEvent;
import vn.dvk.evaluation.domain.process.ProcessState;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;

/** Hands what people ask for to the processes, and their answer back. */
@Component
public class ProcessCommands {

    /**
     * One row of a bulk request.
     *
     * @param content what the caller has asked for in it; the command may hold more, as the rubrics of the moment
     */
    public record Row(String model, ProcessCommand command, Object content) {

        public Row(String model, ProcessCommand command) {
            this(model, command, command);
        }
    }

    private final Streams<ProcessCommand, ProcessState, ProcessEvent> processes;
    private final Answers answers;

    ProcessCommands(Streams<ProcessCommand, ProcessState, ProcessEvent> processes, Answers answers) {
        this.processes = processes;
        this.answers = answers;
    }

    /** As it stands, for what is decided about it in a stream of its own. */
    public ProcessState state(String model) {
        return processes.find(model).map(Outcome.Unchanged::state).orElseGet(ProcessState.NotOpened::new);
    }

    public ResponseEntity<?> handle(
            String model, ProcessCommand command, ExpectedVersion expected, RequestContext context) {
        return answers.ok(
                expected.handle(version -> processes.handle(CommandEnvelope.of(model, command, context, version))),
                ProcessSummary::of);
    }

    /**
     * Many at once; a row per model, in order. Each row has a key of its own under the request's, so that the same
     * request again does not undo what was corrected meanwhile.
     *
     * @param result what a row says of a process beside its outcome
     */
    public ResponseEntity<?> handleAll(
            List<Row> rows, RequestContext context, Function<ProcessSummary, Map<String, ?>> result) {
        var outcomes = processes.handleAll(rows.stream()
                .map(row -> CommandEnvelope.of(row.model(), row.command(), context.forRow(row.model(), row.content())))
                .toList());
        var answered = answers.rows();
        for (var i = 0; i < rows.size(); i++) {
            answered.add("id", rows.get(i).model(), outcomes.get(i), state -> result.apply(ProcessSummary.of(state)));
        }
        return ResponseEntity.ok(answered.body());
    }
}

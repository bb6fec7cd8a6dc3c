package vn.dvk.evaluation.write;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.dvk.evaluation.domain.process.ProcessCommand;
import vn.dvk.evaluation.domain.process.ProcessEvent;
import vn.dvk.evaluation.domain.process.ProcessState;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ETag;

/** Hands what people ask for to the processes, and their answer back. */
@Component
public class ProcessCommands {

    /** One row of a bulk request. */
    public record Row(String model, ProcessCommand command) {}

    private final Streams<ProcessCommand, ProcessState, ProcessEvent> processes;
    private final Answers answers;

    ProcessCommands(Streams<ProcessCommand, ProcessState, ProcessEvent> processes, Answers answers) {
        this.processes = processes;
        this.answers = answers;
    }

    /** @param version the version the caller has seen, if it says so */
    public ResponseEntity<?> handle(
            String model, ProcessCommand command, @Nullable ETag version, RequestContext context) {
        var expected = version == null ? null : version.number();
        return answers.ok(processes.handle(CommandEnvelope.of(model, command, context, expected)), ProcessSummary::of);
    }

    /**
     * Asks many at once; a row per model, in order.
     *
     * <p>The request's key is not remembered per stream: the same rows again ask for what is already so.
     *
     * @param result what a row says of a process beside its outcome
     */
    public ResponseEntity<?> handleAll(
            List<Row> rows, RequestContext context, Function<ProcessSummary, Map<String, ?>> result) {
        var withoutKey = context.withoutKey();
        var outcomes = processes.handleAll(rows.stream()
                .map(row -> CommandEnvelope.of(row.model(), row.command(), withoutKey))
                .toList());
        var answered = answers.rows();
        for (var i = 0; i < rows.size(); i++) {
            answered.add("id", rows.get(i).model(), outcomes.get(i), state -> result.apply(ProcessSummary.of(state)));
        }
        return ResponseEntity.ok(answered.body());
    }
}

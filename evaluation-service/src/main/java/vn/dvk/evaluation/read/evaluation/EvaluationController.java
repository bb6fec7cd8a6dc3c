package vn.dvk.evaluation.read.evaluation;

import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.evaluation.domain.EvaluationReason;
import vn.dvk.evaluation.domain.process.ProcessCommand;
import vn.dvk.evaluation.domain.process.ProcessEvent;
import vn.dvk.evaluation.domain.process.ProcessState;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.ETag;
import vn.dvk.service.web.Refused;

/** One evaluation, and how it came to be what it is. */
@RestController
class EvaluationController {

    private final Streams<ProcessCommand, ProcessState, ProcessEvent> processes;

    EvaluationController(Streams<ProcessCommand, ProcessState, ProcessEvent> processes) {
        this.processes = processes;
    }

    /** The audit log's entry: what happened, when it was recorded and by whom. */
    record HistoryEntry(long n, String type, Instant at, String by, ProcessEvent data) {}

    /**
     * The version is read before the history, so it may be older than what is shown, never newer: whoever sends it back
     * is then told to look again.
     */
    @GetMapping("/api/v1/evaluations/{model}")
    ResponseEntity<Evaluation> evaluation(@PathVariable String model) {
        var version = processes
                .find(model)
                .orElseThrow(EvaluationController::notKnown)
                .version();
        return ResponseEntity.ok().eTag(new ETag(version).toString()).body(EvaluationFold.of(version, history(model)));
    }

    @GetMapping("/api/v1/evaluations/{model}/history")
    List<HistoryEntry> historyOf(@PathVariable String model) {
        return history(model).stream()
                .map(one -> new HistoryEntry(one.n(), processes.nameOf(one.event()), one.at(), one.by(), one.event()))
                .toList();
    }

    private List<Recorded<ProcessEvent>> history(String model) {
        var history = processes.history(model);
        if (history.isEmpty()) {
            throw notKnown();
        }
        return history;
    }

    private static Refused notKnown() {
        return new Refused(EvaluationReason.NOT_KNOWN_YET);
    }
}

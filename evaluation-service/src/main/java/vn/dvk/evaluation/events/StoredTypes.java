package vn.dvk.evaluation.events;

import java.util.Map;
import vn.dvk.evaluation.domain.inspection.InspectionEvent;
import vn.dvk.evaluation.domain.process.ProcessEvent;
import vn.dvk.evaluation.domain.progressreport.ProgressReportEvent;
import vn.dvk.evaluation.domain.review.ReviewEvent;
import vn.dvk.evaluation.domain.rubric.RubricEvent;
import vn.dvk.kit.stream.EventTypes;

/** The words this service has written to disk. Add a line; never edit one that has been released. */
public final class StoredTypes {

    public static final EventTypes<ProcessEvent> PROCESS = EventTypes.of(
            ProcessEvent.class,
            Map.ofEntries(
                    Map.entry(ProcessEvent.Opened.class, "process.opened.v1"),
                    Map.entry(ProcessEvent.Amended.class, "process.amended.v1"),
                    Map.entry(ProcessEvent.Withdrawn.class, "process.withdrawn.v1"),
                    Map.entry(ProcessEvent.StepCompleted.class, "process.step-completed.v1"),
                    Map.entry(ProcessEvent.EvidenceAttached.class, "process.evidence-attached.v1"),
                    Map.entry(ProcessEvent.StepAwaitsEvidence.class, "process.step-awaits-evidence.v1"),
                    Map.entry(ProcessEvent.StepReturned.class, "process.step-returned.v1"),
                    Map.entry(ProcessEvent.DeadlinesMoved.class, "process.deadlines-moved.v1"),
                    Map.entry(ProcessEvent.Scored.class, "process.scored.v1"),
                    Map.entry(ProcessEvent.Concluded.class, "process.concluded.v1"),
                    Map.entry(ProcessEvent.ConclusionVoided.class, "process.conclusion-voided.v1")));

    public static final EventTypes<RubricEvent> RUBRIC =
            EventTypes.of(RubricEvent.class, Map.of(RubricEvent.Released.class, "rubric.released.v1"));

    public static final EventTypes<ProgressReportEvent> PROGRESS_REPORT = EventTypes.of(
            ProgressReportEvent.class, Map.of(ProgressReportEvent.Filed.class, "progress-report.filed.v1"));

    public static final EventTypes<InspectionEvent> INSPECTION =
            EventTypes.of(InspectionEvent.class, Map.of(InspectionEvent.Made.class, "inspection.made.v1"));

    public static final EventTypes<ReviewEvent> REVIEW =
            EventTypes.of(ReviewEvent.class, Map.of(ReviewEvent.Reviewed.class, "review.reviewed.v1"));

    private StoredTypes() {}
}

package vn.dvk.evaluation.events;

import java.util.Set;

/** The types of event this service publishes. Each has a schema and samples in the event contracts. */
public final class PublishedTypes {

    public static final String PROCESS_OPENED = "vn.dvk.evaluation.process-opened.v1";
    public static final String STEP_COMPLETED = "vn.dvk.evaluation.step-completed.v1";
    public static final String STEP_RETURNED = "vn.dvk.evaluation.step-returned.v1";
    public static final String PROGRESS_REPORTED = "vn.dvk.evaluation.progress-reported.v1";
    public static final String MODEL_INSPECTED = "vn.dvk.evaluation.model-inspected.v1";
    public static final String MODEL_EVALUATED = "vn.dvk.evaluation.model-evaluated.v1";

    public static final String CONCLUSION_VOIDED = "vn.dvk.evaluation.conclusion-voided.v1";

    public static final String MODEL_REVIEWED = "vn.dvk.evaluation.model-reviewed.v1";

    public static final Set<String> ALL = Set.of(
            PROCESS_OPENED,
            STEP_COMPLETED,
            STEP_RETURNED,
            PROGRESS_REPORTED,
            MODEL_INSPECTED,
            MODEL_EVALUATED,
            CONCLUSION_VOIDED,
            MODEL_REVIEWED);

    private PublishedTypes() {}
}

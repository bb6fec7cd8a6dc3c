package vn.dvk.awards.events;

/** The types of event this service hears of others, by the service that tells them: what is used, and what is ignored by name. */
public final class ConsumedTypes {

    public static final String DIRECTORY = "directory";
    public static final String UNIT = "vn.dvk.directory.unit.v1";
    public static final String PROGRAMME = "vn.dvk.directory.programme.v1";
    public static final String TERM = "vn.dvk.directory.term.v1";
    public static final String ASSIGNMENT = "vn.dvk.directory.assignment.v1";

    public static final String REGISTRATION = "registration";
    public static final String REGISTRATION_SUBMITTED = "vn.dvk.registration.registration-submitted.v1";
    public static final String REGISTRATION_RETURNED = "vn.dvk.registration.registration-returned.v1";
    public static final String REGISTRATION_NOT_APPROVED = "vn.dvk.registration.registration-not-approved.v1";
    public static final String MODEL_FORWARDED = "vn.dvk.registration.model-forwarded.v1";
    public static final String MODEL_REGISTERED = "vn.dvk.registration.model-registered.v1";
    public static final String MODEL_CORRECTED = "vn.dvk.registration.model-corrected.v1";
    public static final String MODEL_CHANGED = "vn.dvk.registration.model-changed.v1";
    public static final String MODEL_TRANSFERRED = "vn.dvk.registration.model-transferred.v1";
    public static final String MODEL_VOIDED = "vn.dvk.registration.model-voided.v1";
    public static final String MODEL_WITHDRAWN = "vn.dvk.registration.model-withdrawn.v1";

    public static final String EVALUATION = "evaluation";
    public static final String PROCESS_OPENED = "vn.dvk.evaluation.process-opened.v1";
    public static final String STEP_COMPLETED = "vn.dvk.evaluation.step-completed.v1";
    public static final String STEP_RETURNED = "vn.dvk.evaluation.step-returned.v1";
    public static final String PROGRESS_REPORTED = "vn.dvk.evaluation.progress-reported.v1";
    public static final String MODEL_INSPECTED = "vn.dvk.evaluation.model-inspected.v1";
    public static final String MODEL_EVALUATED = "vn.dvk.evaluation.model-evaluated.v1";
    public static final String CONCLUSION_VOIDED = "vn.dvk.evaluation.conclusion-voided.v1";
    public static final String MODEL_REVIEWED = "vn.dvk.evaluation.model-reviewed.v1";

    private ConsumedTypes() {}
}

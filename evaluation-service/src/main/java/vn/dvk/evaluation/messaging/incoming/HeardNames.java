package vn.dvk.evaluation.messaging.incoming;

import java.util.Map;

/** The types of event of other services that are used here, with the reading of each. */
public final class HeardNames {

    public static final String PROGRAMME = "vn.dvk.directory.programme.v1";
    public static final String MODEL_REGISTERED = "vn.dvk.registration.model-registered.v1";
    public static final String MODEL_AMENDED = "vn.dvk.registration.model-amended.v1";
    public static final String MODEL_WITHDRAWN = "vn.dvk.registration.model-withdrawn.v1";
    public static final String MODEL_RECOGNIZED = "vn.dvk.awards.model-recognized.v1";
    public static final String RECOGNITION_REFUSED = "vn.dvk.awards.recognition-refused.v1";

    public static final Map<String, Class<?>> READINGS = Map.of(
            PROGRAMME, ProgrammeState.class,
            MODEL_REGISTERED, ModelRegistered.class,
            MODEL_AMENDED, ModelAmended.class,
            MODEL_WITHDRAWN, ModelWithdrawn.class,
            MODEL_RECOGNIZED, ModelRecognized.class,
            RECOGNITION_REFUSED, RecognitionRefused.class);

    private HeardNames() {}
}

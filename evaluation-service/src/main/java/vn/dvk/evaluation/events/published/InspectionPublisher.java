package vn.dvk.evaluation.events.published;

import vn.dvk.evaluation.domain.inspection.InspectionEvent;
import vn.dvk.evaluation.domain.inspection.InspectionState;
import vn.dvk.evaluation.events.PublishedTypes;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.envelope.Publication;

/**
 * That there was an inspection. Its subject is the inspection, in whose stream it is the first and only event; its key is
 * the model, so it is found on the model's partition.
 */
public final class InspectionPublisher {

    private InspectionPublisher() {}

    public static Publication publish(InspectionState state, Recorded<InspectionEvent> recorded) {
        return switch (recorded.event()) {
            case InspectionEvent.Made(var model, var inspection) ->
                new Publication(
                        PublishedTypes.MODEL_INSPECTED,
                        model.id(),
                        new ModelInspected(
                                Dimensions.of(model, inspection.on()),
                                inspection.id(),
                                EvidenceRef.of(inspection.evidence())));
        };
    }
}

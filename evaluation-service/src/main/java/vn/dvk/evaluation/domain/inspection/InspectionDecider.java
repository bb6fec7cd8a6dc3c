package vn.dvk.evaluation.domain.inspection;

import static vn.dvk.kit.decide.Decision.accept;
import static vn.dvk.kit.decide.Decision.nothingNew;

import vn.dvk.evaluation.domain.inspection.InspectionCommand.Enter;
import vn.dvk.evaluation.domain.process.Entering;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Decider;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.ImpossibleHistory;

/** The rules of an inspection. The request's key is its identity, so a repeated request finds it entered. */
public final class InspectionDecider implements Decider<InspectionCommand, InspectionState, InspectionEvent> {

    @Override
    public InspectionState initial() {
        return new InspectionState.NotOpened();
    }

    @Override
    public Decision<InspectionEvent> decide(InspectionCommand command, InspectionState state) {
        return switch (command) {
            case Enter(var process, var inspection) ->
                switch (state) {
                    case InspectionState.Made _ -> nothingNew();
                    case InspectionState.NotOpened() ->
                        Entering.about(
                                process,
                                Day.of(inspection.on()),
                                opened -> accept(new InspectionEvent.Made(opened.model(), inspection)));
                };
        };
    }

    @Override
    public InspectionState evolve(InspectionState state, InspectionEvent event) {
        return switch (event) {
            case InspectionEvent.Made(var model, var inspection)
            when state instanceof InspectionState.NotOpened -> new InspectionState.Made(model, inspection);
            case InspectionEvent.Made _ -> throw new ImpossibleHistory(state, event);
        };
    }
}

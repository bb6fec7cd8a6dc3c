package vn.dvk.spec.sample;

import static vn.dvk.kit.decide.Decision.accept;
import static vn.dvk.kit.decide.Decision.nothingNew;
import static vn.dvk.kit.decide.Decision.refuse;

import java.util.List;
import vn.dvk.kit.decide.Decider;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.ImpossibleHistory;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.spec.sample.Dossier.Stage;
import vn.dvk.spec.sample.DossierCommand.Close;
import vn.dvk.spec.sample.DossierCommand.Note;
import vn.dvk.spec.sample.DossierCommand.Open;
import vn.dvk.spec.sample.DossierCommand.Stumble;
import vn.dvk.spec.sample.DossierEvent.Closed;
import vn.dvk.spec.sample.DossierEvent.Noted;
import vn.dvk.spec.sample.DossierEvent.Opened;

/** The rules of a dossier. */
public final class DossierDecider implements Decider<DossierCommand, Dossier, DossierEvent> {

    @Override
    public Dossier initial() {
        return Dossier.NONE;
    }

    @Override
    public Decision<DossierEvent> decide(DossierCommand command, Dossier state) {
        return switch (command) {
            case Open(var title) when state.stage() == Stage.ABSENT -> accept(new Opened(title));
            case Open(var title) when state.title().equals(title) -> nothingNew();
            case Open _ -> refuse(DossierReason.ANOTHER_TITLE, state.title());
            case Note(var text)
            when text.isBlank() ->
                refuse(Refusal.of(
                        DossierReason.EMPTY_NOTE, List.of(Refusal.Fault.of("text", DossierReason.EMPTY_NOTE))));
            case Note(var text) when state.stage() == Stage.OPEN -> accept(new Noted(text));
            case Close _ when state.stage() == Stage.OPEN -> accept(new Closed());
            case Close _ when state.stage() == Stage.CLOSED -> nothingNew();
            case Note _, Close _ -> refuse(DossierReason.NOT_OPEN);
            case Stumble _ -> throw new UnsupportedOperationException("a defect of the decider");
        };
    }

    @Override
    public Dossier evolve(Dossier state, DossierEvent event) {
        return switch (event) {
            case Opened(var title) when state.stage() == Stage.ABSENT -> new Dossier(Stage.OPEN, title, List.of());
            case Noted(var text) when state.stage() == Stage.OPEN -> state.with(text);
            case Closed _ when state.stage() == Stage.OPEN -> new Dossier(Stage.CLOSED, state.title(), state.notes());
            case Opened _, Noted _, Closed _ -> throw new ImpossibleHistory(state, event);
        };
    }
}

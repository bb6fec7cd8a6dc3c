package vn.dvk.spec.sample;

import java.util.List;
import java.util.Map;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.envelope.Publication;
import vn.dvk.kit.stream.EventTypes;
import vn.dvk.kit.stream.StreamKind;
import vn.dvk.spec.sample.DossierEvent.Closed;
import vn.dvk.spec.sample.DossierEvent.Noted;
import vn.dvk.spec.sample.DossierEvent.Opened;

/** How dossiers are kept and what of them is published. */
public final class Dossiers {

    public static final String COLLECTION = "dossiers";

    public static final String OPENED = "vn.dvk.sample.dossier-opened.v1";
    public static final String NOTED = "vn.dvk.sample.dossier-noted.v1";

    public static final EventTypes<DossierEvent> NAMES = EventTypes.of(
            DossierEvent.class, Map.of(Opened.class, "opened", Noted.class, "noted", Closed.class, "closed"));

    /** What the world reads. */
    public record Published(String text) {}

    private Dossiers() {}

    /** @param source differs from test to test, so that each finds its own records on the shared topic */
    public static StreamKind<DossierCommand, Dossier, DossierEvent> kind(String source, String topic) {
        return new StreamKind<>(
                COLLECTION,
                source,
                topic,
                "",
                new DossierDecider(),
                NAMES,
                state -> Map.of("stage", state.stage().name(), "notes", state.notes()),
                Dossiers::publish);
    }

    /** The title, which never changes, is the record's key. */
    private static List<Publication> publish(Dossier state, Recorded<DossierEvent> recorded) {
        return switch (recorded.event()) {
            case Opened(var title) -> List.of(new Publication(OPENED, title, new Published(title)));
            case Noted(var text) -> List.of(new Publication(NOTED, state.title(), new Published(text)));
            case Closed _ -> List.of();
        };
    }
}

package vn.dvk.awards.automation.directory;

import vn.dvk.awards.store.Directory;
import vn.dvk.awards.store.Programme;
import vn.dvk.awards.store.Unit;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.Json;
import vn.dvk.kit.envelope.SourcePosition.Reading;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.Projection;

/** Units and programmes, as stated last. */
public final class CopyTheDirectory {

    public static final String UNIT = "vn.dvk.directory.unit.v1";
    public static final String PROGRAMME = "vn.dvk.directory.programme.v1";

    private CopyTheDirectory() {}

    public static EventHandler into(Directory directory) {
        return new Projection("/dvk/directory", Reading.LATEST, directory::collection, IncomingEvent::subject)
                .on(UNIT, (document, event) -> document.put(Directory.UNIT, Json.toDocument(event.as(Unit.class))))
                .on(
                        PROGRAMME,
                        (document, event) ->
                                document.put(Directory.PROGRAMME, Json.toDocument(event.as(Programme.class))));
    }
}

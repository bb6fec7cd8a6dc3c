package vn.dvk.faults.kind;

import static vn.dvk.replay.api.Actor.VIEWER;
import static vn.dvk.replay.api.Service.AWARDS;
import static vn.dvk.replay.api.Service.EVALUATION;
import static vn.dvk.replay.api.Service.REPORTING;

import java.util.List;
import java.util.Map;
import vn.dvk.faults.Fault;
import vn.dvk.faults.Scene;
import vn.dvk.replay.api.Service;

/**
 * A writer that is newer than its readers: a field nobody knows is passed over, a type nobody knows waits where an
 * operator sees it, and so does what follows it in its stream; tried again it goes on waiting, given up it makes way.
 * That an older writer is read by newer readers is shown where old samples are read for ever, in the services' tests.
 */
public final class UnknownVersion implements Fault {

    private static final List<Service> READERS = List.of(REPORTING, EVALUATION, AWARDS);
    private static final String NEWER = "vn.dvk.registration.registration-submitted.v2";

    @Override
    public String name() {
        return "F13";
    }

    @Override
    public String what() {
        return "phiên bản chưa biết · unknown version";
    }

    @Override
    public void strike(Scene scene) {
        var model = scene.stranger();
        var dimensions = scene.dimensions(model);
        var newField = Stranger.body(dimensions, Map.of("district", Map.of("code", "VI-01", "since", 2031)));
        scene.underLoad(3, () -> {
            scene.kafka()
                    .write(List.of(
                            Stranger.event(model, Stranger.SUBMITTED, 1, newField),
                            Stranger.event(model, NEWER, 2, newField),
                            Stranger.event(
                                    model,
                                    Stranger.RETURNED,
                                    3,
                                    Stranger.body(dimensions, Map.of("reason", "Bổ sung")))));
            for (var reader : READERS) {
                scene.await("an unknown type waits", () -> waits(scene, reader, model));
                scene.operate(reader, "waiting/retry?why=UNKNOWN_TYPE", Map.of());
                scene.promise("không còn chờ · it waits no longer", waits(scene, reader, model));
            }
            scene.restart(REPORTING);
            scene.promise("mất sau khi chạy lại · gone after a restart", waits(scene, REPORTING, model));
        });
        for (var reader : READERS) {
            var id = item(scene, reader, model).getFirst();
            scene.operate(reader, "waiting/" + id + "/discard", Map.of("reason", "Phiên bản thử"));
            scene.await("nothing waits", () -> !waits(scene, reader, model));
        }
        scene.awaitQuiet();
        var timeline = scene.api()
                .get(REPORTING, VIEWER, "/api/v1/cards/" + model)
                .path("timeline")
                .size();
        scene.promise("thẻ có %d sự kiện thay vì 2 · events on its card".formatted(timeline), timeline == 2);
    }

    private static boolean waits(Scene scene, Service reader, String model) {
        return !item(scene, reader, model).isEmpty();
    }

    private static List<String> item(Scene scene, Service reader, String model) {
        return scene.waiting(reader).stream()
                .filter(item -> item.path("subject").asString("").equals(model)
                        && item.path("why").asString("").equals("UNKNOWN_TYPE"))
                .map(item -> item.path("id").asString(""))
                .toList();
    }
}

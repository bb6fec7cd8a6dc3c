package vn.dvk.faults.kind;

import static vn.dvk.replay.api.Actor.ADMINISTRATOR;
import static vn.dvk.replay.api.Service.REPORTING;

import java.time.Duration;
import java.util.Map;
import vn.dvk.faults.Fault;
import vn.dvk.faults.Scene;
import vn.dvk.replay.api.Key;

/** A rebuild while commands come in, killed on its way; it is noticed, cleared up, and begun again under the same load. */
public final class RebuildKilled implements Fault {

    private static final String REBUILDS = "/api/v1/rebuilds";

    @Override
    public String name() {
        return "F16";
    }

    @Override
    public String what() {
        return "dựng lại bị tắt giữa chừng · rebuild killed";
    }

    @Override
    public void strike(Scene scene) {
        scene.underLoad(1, () -> {
            scene.pass(2);
            scene.store().delay(Duration.ofMillis(200)); // so that there is a middle to be killed in
            var begun = scene.api().post(REPORTING, ADMINISTRATOR, REBUILDS, new Key("rebuild"), Map.of());
            scene.passBetween(0.3, 1);
            scene.kill(REPORTING);
            scene.store().restore();
            scene.awaitReady(REPORTING);
            scene.await("the end of the killed one", () -> !state(scene).equals("RUNNING"));
            scene.promise(
                    "%s kết thúc là %s · the killed rebuild ended so"
                            .formatted(begun.path("id").asString(""), state(scene)),
                    state(scene).equals("INTERRUPTED"));
            scene.promise("khác kho đang đọc · differs from the store that is read", scene.rebuild());
        });
    }

    private static String state(Scene scene) {
        return scene.api()
                .get(REPORTING, ADMINISTRATOR, REBUILDS + "/current")
                .path("state")
                .asString("");
    }
}

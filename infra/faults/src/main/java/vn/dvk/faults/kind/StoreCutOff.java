package vn.dvk.faults.kind;

import vn.dvk.faults.Fault;
import vn.dvk.faults.Scene;

/** The store's connections are cut, its process is killed, and its machine answers nobody for longer than anybody waits. */
public final class StoreCutOff implements Fault {

    /** Operations on the store end after ten. */
    private static final int SILENT_SECONDS = 12;

    @Override
    public String name() {
        return "F10";
    }

    @Override
    public String what() {
        return "kho bị cắt, bị tắt · store cut off, killed";
    }

    @Override
    public void strike(Scene scene) {
        scene.underLoad(2, () -> {
            for (var cut = 0; cut < 5; cut++) {
                scene.passBetween(0.2, 0.8);
                scene.store().cut();
            }
            scene.passBetween(0.5, 1);
            scene.killStore();
            scene.awaitStore();
            scene.passBetween(0.5, 1);
            var before = scene.api().postponed();
            scene.store().blackHole();
            scene.pass(SILENT_SECONDS);
            scene.store().restore();
            scene.promise(
                    "503 không kèm Retry-After · without Retry-After",
                    scene.api().postponed().withoutTime() == before.withoutTime());
        });
    }
}

package vn.dvk.faults.kind;

import java.time.Duration;
import vn.dvk.faults.Fault;
import vn.dvk.faults.Scene;

/** The store answers late, now a little, now a lot. */
public final class SlowStore implements Fault {

    @Override
    public String name() {
        return "F9";
    }

    @Override
    public String what() {
        return "kho chậm · slow store";
    }

    @Override
    public void strike(Scene scene) {
        scene.underLoad(1, () -> {
            scene.pass(1);
            for (var millis : new int[] {20, 100, 500}) {
                scene.store().delay(Duration.ofMillis(millis));
                scene.pass(3);
            }
            scene.store().restore();
        });
    }
}

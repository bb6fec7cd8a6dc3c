package vn.dvk.faults.kind;

import static vn.dvk.replay.api.Service.REGISTRATION;

import java.util.HashSet;
import vn.dvk.faults.Fault;
import vn.dvk.faults.Kafka;
import vn.dvk.faults.Scene;
import vn.dvk.spec.FaultProxy.Write;

/**
 * The relay dies when the broker has an event and the store does not know it yet. The moment cannot be met from outside,
 * so it is made long: for some tenths of a second before the kill the store is reached by no update, while what was
 * written before goes on being published. That the moment was met shows on the topic, where the same event then stands
 * twice.
 */
public final class KilledBeforeMark implements Fault {

    private static final int KILLS = 4;
    private static final int EVERY = 1_000_000;

    @Override
    public String name() {
        return "F2";
    }

    @Override
    public String what() {
        return "kill -9 trước khi đánh dấu · before the mark";
    }

    @Override
    public void strike(Scene scene) {
        var before = sentAgain(scene);
        scene.underLoad(1, () -> {
            for (var kill = 0; kill < KILLS; kill++) {
                scene.passBetween(0.5, 1.5);
                scene.store().next(EVERY, "update").cut(Write.NOT_DONE);
                scene.passBetween(0.05, 0.3);
                scene.kill(REGISTRATION);
                scene.store().restore();
                scene.awaitReady(REGISTRATION);
            }
        });
        scene.awaitQuiet();
        scene.remark("%d sự kiện gửi lại · events were sent again".formatted(sentAgain(scene) - before));
    }

    private static long sentAgain(Scene scene) {
        var seen = new HashSet<String>();
        return scene.kafka().read(Kafka.TOPICS).stream()
                .map(record -> Kafka.header(record, "ce_id"))
                .filter(id -> id != null && !seen.add(id))
                .count();
    }
}

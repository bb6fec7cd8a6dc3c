package vn.dvk.faults.kind;

import vn.dvk.faults.Fault;
import vn.dvk.faults.Scene;

/**
 * The broker answers nobody for forty seconds: it is frozen, alone, because the store has a process of its own here.
 * Commands go on being accepted up to the bound that this run sets low, and are then refused with 503 and a time.
 */
public final class BrokerAway implements Fault {

    private static final int AWAY_SECONDS = 40;

    @Override
    public String name() {
        return "F5";
    }

    @Override
    public String what() {
        return "Kafka vắng 40 giây · broker away for 40 s";
    }

    @Override
    public void strike(Scene scene) {
        scene.underLoad(1, () -> {
            scene.pass(1);
            var before = scene.registered();
            var refused = scene.api().postponed();
            scene.freezeBroker();
            scene.pass(AWAY_SECONDS);
            scene.wakeBroker();
            var meanwhile = scene.registered() - before;
            var postponed = scene.api().postponed();
            scene.remark(
                    "%d mô hình được nhận lúc vắng, rồi %d lần 503 · models accepted meanwhile, then %2$d times 503"
                            .formatted(meanwhile, postponed.all() - refused.all()));
            scene.promise("không nhận lệnh khi Kafka vắng · no command was accepted meanwhile", meanwhile > 0);
            scene.promise(
                    "không có 503 khi quá giới hạn · nothing was refused beyond the bound",
                    postponed.all() > refused.all());
            scene.promise(
                    "503 không kèm Retry-After · without Retry-After",
                    postponed.withoutTime() == refused.withoutTime());
        });
    }
}

package vn.dvk.faults.kind;

import vn.dvk.faults.Fault;
import vn.dvk.faults.Scene;

/** Broker and store, each stopped in good order and each killed, and in the end both killed at once. */
public final class BrokerAndStoreRestarted implements Fault {

    @Override
    public String name() {
        return "F4";
    }

    @Override
    public String what() {
        return "Kafka, kho chạy lại · broker, store restarted";
    }

    @Override
    public void strike(Scene scene) {
        scene.underLoad(2, () -> {
            scene.pass(1);
            scene.restartBroker();
            scene.passBetween(0.5, 1.5);
            scene.restartStore();
            scene.passBetween(0.5, 1.5);
            scene.killBroker();
            scene.awaitBroker();
            scene.passBetween(0.5, 1.5);
            scene.killStore();
            scene.killBroker();
            scene.awaitBroker();
            scene.awaitStore();
        });
    }
}

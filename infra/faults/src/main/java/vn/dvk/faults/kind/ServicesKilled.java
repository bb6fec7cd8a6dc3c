package vn.dvk.faults.kind;

import java.util.List;
import vn.dvk.faults.Fault;
import vn.dvk.faults.Scene;
import vn.dvk.replay.api.Service;

/** Each service dies at a moment of chance, while the others go on. */
public record ServicesKilled(List<Service> services) implements Fault {

    @Override
    public String name() {
        return "F1";
    }

    @Override
    public String what() {
        return "kill -9 dịch vụ · of services";
    }

    @Override
    public void strike(Scene scene) {
        scene.underLoad(
                3,
                () -> services.forEach(service -> {
                    scene.passBetween(0.5, 2);
                    scene.kill(service);
                    scene.awaitReady(service);
                }));
    }
}

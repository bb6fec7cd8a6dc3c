package vn.dvk.faults.kind;

import java.util.List;
import vn.dvk.faults.Fault;
import vn.dvk.faults.Scene;
import vn.dvk.replay.api.Service;

/**
 * Two instances of services side by side, with commands of one stream going now through one and now through the other;
 * one of them is killed, the other restarted in good order, as when a new version is rolled out.
 */
public record TwoInstances(List<Service> services) implements Fault {

    @Override
    public String name() {
        return "F14";
    }

    @Override
    public String what() {
        return "hai tiến trình, một bị tắt · two, one killed";
    }

    @Override
    public void strike(Scene scene) {
        services.forEach(service -> scene.scale(service, 2));
        try {
            scene.underLoad(
                    3,
                    (service, _, command) ->
                            services.contains(service) && command % 2 == 1 ? scene.secondApi() : scene.api(),
                    () -> {
                        scene.pass(1);
                        for (var service : services) {
                            if (scene.random().nextBoolean()) {
                                scene.kill(service);
                                scene.restartSecond(service);
                                scene.awaitReady(service);
                            } else {
                                scene.killSecond(service);
                                scene.restart(service);
                            }
                            scene.passBetween(0.2, 1);
                        }
                    });
        } finally {
            services.forEach(service -> scene.scale(service, 1));
        }
    }
}

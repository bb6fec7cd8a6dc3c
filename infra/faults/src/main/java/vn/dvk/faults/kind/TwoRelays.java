package vn.dvk.faults.kind;

import static vn.dvk.replay.api.Service.REGISTRATION;

import vn.dvk.faults.Fault;
import vn.dvk.faults.Scene;

/**
 * Two instances publish from one store. One is frozen in the middle of whatever it does, longer than two sweeps, so that
 * the other takes over what it has left; then it goes on as if nothing had been, with what it still held in its hands.
 */
public final class TwoRelays implements Fault {

    /** Two sweeps of five seconds, and some. */
    private static final int FROZEN_SECONDS = 12;

    @Override
    public String name() {
        return "F3";
    }

    @Override
    public String what() {
        return "hai relay, một bị dừng · two relays, one frozen";
    }

    @Override
    public void strike(Scene scene) {
        scene.scale(REGISTRATION, 2);
        try {
            // Each client stays with its instance: those of the frozen one wait with it, the others go on.
            scene.underLoad(
                    2,
                    (service, client, _) ->
                            service == REGISTRATION && client % 2 == 1 ? scene.secondApi() : scene.api(),
                    () -> {
                        scene.passBetween(1, 2);
                        scene.freeze(REGISTRATION);
                        scene.pass(FROZEN_SECONDS);
                        scene.wake(REGISTRATION);
                        scene.passBetween(0.5, 1.5);
                        scene.freezeSecond(REGISTRATION);
                        scene.pass(3);
                        scene.wakeSecond(REGISTRATION);
                    });
        } finally {
            scene.scale(REGISTRATION, 1);
        }
    }
}

package vn.dvk.replay.api;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Time between two looks at a condition. Returning early does no harm: the condition is looked at again. */
@FunctionalInterface
public interface Pause {

    Pause REAL = time -> LockSupport.parkNanos(time.toNanos());

    void take(Duration time);
}

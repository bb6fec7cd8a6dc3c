package vn.dvk.local;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What the machine, or the container, has. */
final class Machine {

    private Machine() {}

    static long memoryMb() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() >> 20;
    }
}

package vn.dvk.local;

import static vn.dvk.local.Words.both;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** Whether there is room for more documents, known before the collector does nothing but look for it. */
final class Heap {

    private static final double MOST = 0.9;

    /** Where objects stay that live long. */
    private static final List<MemoryPoolMXBean> LASTING = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP
                    && pool.isUsageThresholdSupported()
                    && pool.isCollectionUsageThresholdSupported())
            .toList();

    private Heap() {}

    /** By what the last collection of long-lived objects left; what has become garbage since does not count. */
    static boolean isFull() {
        for (var pool : LASTING) {
            var left = pool.getCollectionUsage();
            if (left != null && left.getMax() > 0 && left.getUsed() > MOST * left.getMax()) {
                return true;
            }
        }
        return false;
    }

    /** @throws CannotRun when there is none */
    static void requireRoom() {
        if (isFull()) {
            throw new CannotRun(sentence());
        }
    }

    static String sentence() {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        return both(
                        "Kho dữ liệu không còn đủ chỗ trong %1$d MB bộ nhớ: hãy chạy lại với DVK_HEAP_BACKBONE=%2$d.",
                        "The store's documents no longer fit into %1$d MB of memory: start again with"
                                + " DVK_HEAP_BACKBONE=%2$d.")
                .formatted(megabytes, 2 * megabytes);
    }
}

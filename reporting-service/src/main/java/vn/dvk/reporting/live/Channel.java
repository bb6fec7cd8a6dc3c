package vn.dvk.reporting.live;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Everybody who looks at the same figures in the same language. */
final class Channel {

    private static final int REMEMBERED = 32;

    /** What a page shows. */
    record Key(@Nullable String programme, @Nullable LocalDate asOf, Locale locale) {}

    private final Key key;
    private final String epoch;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Client> clients = new HashSet<>();
    private final Deque<Frame> recent = new ArrayDeque<>();
    private @Nullable String state;
    private long number;
    private long idleSince = System.nanoTime();

    /**
     * Nobody waits for its figures to be counted: whoever joins before gets them when they are.
     *
     * @param epoch tells this channel from the ones before a restart and in other instances
     */
    Channel(Key key, String epoch) {
        this.key = key;
        this.epoch = epoch;
    }

    Key key() {
        return key;
    }

    /** Whoever says where they were gets what they missed, if it is still remembered; everybody else a snapshot. */
    Client join(@Nullable String lastEventId) {
        lock.lock();
        try {
            var client = new Client(missed(lastEventId));
            clients.add(client);
            return client;
        } finally {
            lock.unlock();
        }
    }

    private List<Frame> missed(@Nullable String lastEventId) {
        if (lastEventId != null && lastEventId.startsWith(epoch + '-')) {
            var seen = lastEventId.substring(epoch.length() + 1);
            if (seen.matches("\\d{1,18}")) {
                var last = Long.parseLong(seen);
                var first = recent.isEmpty() ? number + 1 : recent.getFirst().number();
                if (last <= number && last >= first - 1) {
                    return recent.stream()
                            .filter(frame -> frame.number() > last)
                            .toList();
                }
            }
        }
        return state == null ? List.of() : List.of(Frame.of(epoch, number, "snapshot", state));
    }

    /** The first figures, unless newer ones are there already. */
    void begin(String first) {
        tell(first, true);
    }

    void leave(Client client) {
        lock.lock();
        try {
            clients.remove(client);
            idleSince = System.nanoTime();
        } finally {
            lock.unlock();
        }
    }

    /** @return how many were too slow and are dropped */
    int publish(String next) {
        return tell(next, false);
    }

    /** Whether they are the first is decided where they are kept, so that of two who count at once the newer ones stay. */
    private int tell(String next, boolean onlyAsFirst) {
        List<Client> told;
        int dropped;
        lock.lock();
        try {
            var isFirst = state == null;
            if (next.equals(state) || onlyAsFirst && !isFirst) {
                return 0;
            }
            state = next;
            var frame = isFirst ? Frame.of(epoch, number, "snapshot", next) : Frame.of(epoch, ++number, "change", next);
            if (!isFirst) {
                recent.addLast(frame);
            }
            if (recent.size() > REMEMBERED) {
                recent.removeFirst();
            }
            told = List.copyOf(clients);
            clients.removeIf(client -> !client.offer(frame.bytes()));
            dropped = told.size() - clients.size();
        } finally {
            lock.unlock();
        }
        told.forEach(Client::send);
        return dropped;
    }

    /** Shows every page, and whatever is on the way to it, that the connection lives. */
    void beat() {
        var told = clients();
        told.forEach(client -> client.offer(Frame.HEARTBEAT));
        told.forEach(Client::send);
    }

    private List<Client> clients() {
        lock.lock();
        try {
            return List.copyOf(clients);
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return clients.size();
        } finally {
            lock.unlock();
        }
    }

    boolean idleFor(long nanos) {
        lock.lock();
        try {
            return clients.isEmpty() && System.nanoTime() - idleSince > nanos;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        var all = clients();
        all.forEach(Client::close);
        all.forEach(Client::send);
        all.forEach(this::leave);
    }
}

package vn.dvk.local;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * What happens while the platform comes up, line by line, for whoever watches: those who come late get the earlier lines
 * too.
 */
final class Announcements {

    private final List<String> lines = new ArrayList<>();
    private OptionalInt outcome = OptionalInt.empty();

    /** Adds a line; after the start nobody listens any more, and nothing is kept. */
    synchronized void say(String line) {
        if (outcome.isEmpty()) {
            lines.add(line);
            notifyAll();
        }
    }

    /** The start is over; 0 means that everything serves. */
    synchronized void finish(int code) {
        if (outcome.isEmpty()) {
            outcome = OptionalInt.of(code);
            notifyAll();
        }
    }

    /** Hands over every line until the start is over. */
    int follow(Consumer<String> listener) throws InterruptedException {
        for (int next = 0; ; next++) {
            String line;
            synchronized (this) {
                while (next >= lines.size() && outcome.isEmpty()) {
                    wait();
                }
                if (next >= lines.size()) {
                    return outcome.getAsInt();
                }
                line = lines.get(next);
            }
            listener.accept(line);
        }
    }
}

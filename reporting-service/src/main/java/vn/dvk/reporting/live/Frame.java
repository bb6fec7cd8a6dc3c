package vn.dvk.reporting.live;

import java.nio.charset.StandardCharsets;

/**
 * One server-sent event, encoded once for all who get it.
 *
 * @param number place in its channel
 */
record Frame(long number, byte[] bytes) {

    static final byte[] HEARTBEAT = ": .\n\n".getBytes(StandardCharsets.UTF_8);

    static Frame of(String epoch, long number, String event, String json) {
        var text = "id: " + epoch + '-' + number + "\nevent: " + event + "\ndata: " + json + "\n\n";
        return new Frame(number, text.getBytes(StandardCharsets.UTF_8));
    }
}

package vn.dvk.spec.contract;

import java.nio.charset.StandardCharsets;

/**
 * A body of a published event as it may arrive, today or from years ago.
 *
 * @param type  wire name of the event
 * @param label {@code minimal}: required fields only; {@code full}: every field; others were added with later fields
 * @param path  inside {@code contracts/}
 * @param text  the JSON
 */
public record Sample(String type, String label, String path, String text) {

    /** The body as it travels. */
    public byte[] body() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return path;
    }
}

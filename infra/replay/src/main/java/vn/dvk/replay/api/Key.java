package vn.dvk.replay.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The readable part of an idempotency key. The rest follows from what is sent: the same case sent again has the same keys,
 * and an edited case never meets the keys of its earlier self.
 *
 * @param text case and step, for example {@code nghe-an-2024-h1:register}
 */
public record Key(String text) {

    private static final int DIGITS = 16;

    String of(String path, String content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest((path + "\n" + content).getBytes(UTF_8));
            return text + ":" + HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}

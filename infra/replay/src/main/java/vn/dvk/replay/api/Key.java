package vn.dvk.replay.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The readable part of an idempotency key, of a request or of a row. The rest is a digest of what is sent under it: the
 * same case sent again has the same keys, and no key ever stands for two contents, which the platform would refuse.
 *
 * @param text case and step, or case, group and number: {@code nghe-an-2024-h1:register}, {@code nghe-an-2024-h1:g1:7}
 */
public record Key(String text) {

    private static final int DIGITS = 16;

    /** @param said all that the key stands for */
    public String of(String... said) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", said).getBytes(UTF_8));
            return text + ":" + HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}

package vn.dvk.spec.contract;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;

/**
 * Samples that have been released are read for ever: what was written to Kafka years ago is still there.
 *
 * <p>{@code released.sha256} lists each with its hash, in the form of {@code sha256sum}.
 */
final class ReleasedSamples {

    static final String LIST = "released.sha256";

    private static final String BETWEEN = "  ";

    private final ContractFiles files;

    ReleasedSamples(ContractFiles files) {
        this.files = files;
    }

    void assertUntouched() {
        var problems = new Problems();
        var listed = new TreeSet<String>();
        for (var line : files.text(LIST).lines().toList()) {
            var parts = line.split(BETWEEN, 2);
            if (parts.length < 2) {
                problems.add("a line of " + LIST + " is not a hash and a path: " + line);
                continue;
            }
            var path = parts[1];
            if (!listed.add(path)) {
                problems.add(path + " is listed twice");
            }
            var content = files.find(path);
            if (content.isEmpty()) {
                problems.add(path + " was released and is gone");
            } else if (!parts[0].equals(sha256(content.get()))) {
                problems.add(path + " was released and has changed: restore it and add another sample");
            }
        }
        files.paths().stream()
                .filter(path -> EventName.ofSample(path).isPresent() && !listed.contains(path))
                .forEach(path -> problems.add(path + " is not listed: sha256sum " + path + " >> " + LIST));
        problems.throwIfAny("Released samples");
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package vn.dvk.identity;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.Set;

/**
 * The key that signs the tokens, kept in a file so that tokens outlive a restart of the issuer.
 *
 * <p>The file is written beside its place and moved there in one step: whoever looks sees no key or a whole one. Only its
 * owner can read it, from the moment it exists.
 */
final class SigningKey {

    private static final int BITS = 2048;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER = PosixFilePermissions.fromString("rwx------");

    private SigningKey() {}

    static RSAKey readOrCreate(Path file) {
        try {
            if (Files.notExists(file)) {
                create(file, file.toAbsolutePath().resolveSibling(""));
            }
            return read(file);
        } catch (IOException | JOSEException | ParseException fault) {
            throw new CannotStart(
                    "The signing key %s cannot be used: %s".formatted(file, fault.getMessage()),
                    "Make its folder writable, or remove the file: a new key is made, and tokens signed so far end.",
                    fault);
        }
    }

    private static void create(Path file, Path folder) throws IOException, JOSEException {
        var key = new RSAKeyGenerator(BITS)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .keyIDFromThumbprint(true)
                .generate();
        Files.createDirectories(folder, readableByOwnerOnly(folder, OWNER_ONLY_FOLDER));
        var unfinished = Files.createTempFile(folder, "signing-key", ".new", readableByOwnerOnly(folder, OWNER_ONLY));
        try {
            Files.writeString(unfinished, key.toJSONString());
            Files.move(unfinished, file, ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static RSAKey read(Path file) throws IOException, ParseException {
        if (knowsPermissions(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IOException("others than its owner can read it");
        }
        var key = RSAKey.parse(Files.readString(file));
        if (!key.isPrivate()) {
            throw new IOException("it has no private part");
        }
        return key;
    }

    private static FileAttribute<?>[] readableByOwnerOnly(Path place, Set<PosixFilePermission> permissions) {
        return knowsPermissions(place)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean knowsPermissions(Path place) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}

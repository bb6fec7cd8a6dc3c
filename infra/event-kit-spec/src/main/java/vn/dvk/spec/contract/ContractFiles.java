package vn.dvk.spec.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The contract files in memory, by their path inside {@code contracts/}, for example {@code awards/hold-placed.v1.full.json}.
 *
 * <p>All at once, because a check asks both "is there a file for this?" and "is there something for this file?".
 */
public final class ContractFiles {

    private static final String ROOT = "contracts/";
    private static final String ALWAYS_THERE = ROOT + "asyncapi.yaml";

    private final SortedMap<String, byte[]> byPath;

    private ContractFiles(SortedMap<String, byte[]> byPath) {
        this.byPath = byPath;
    }

    /**
     * The files of the {@code event-contracts} module, from its jar or its class folder.
     *
     * @throws IllegalStateException when the module is not on the class path
     */
    public static ContractFiles onClassPath() {
        URL found = ContractFiles.class.getClassLoader().getResource(ALWAYS_THERE);
        if (found == null) {
            throw new IllegalStateException(ALWAYS_THERE
                    + " is not on the class path: vn.dvk:event-contracts is missing from the test's dependencies");
        }
        try {
            return found.getProtocol().equals("jar")
                    ? inJar((JarURLConnection) found.openConnection())
                    : in(Path.of(URI.create(found.toString())).resolveSibling(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files below a folder. */
    public static ContractFiles in(Path folder) {
        var files = new TreeMap<String, byte[]>();
        try (var paths = Files.walk(folder)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ContractFiles(files);
    }

    private static ContractFiles inJar(JarURLConnection connection) throws IOException {
        // Not the shared jar of the class loader, so that closing ours closes nothing of anyone else.
        connection.setUseCaches(false);
        var files = new TreeMap<String, byte[]>();
        try (var jar = connection.getJarFile()) {
            for (var entry : jar.stream().toList()) {
                if (!entry.isDirectory() && entry.getName().startsWith(ROOT)) {
                    try (var content = jar.getInputStream(entry)) {
                        files.put(entry.getName().substring(ROOT.length()), content.readAllBytes());
                    }
                }
            }
        }
        return new ContractFiles(files);
    }

    /** These files, with one more or one changed. */
    public ContractFiles with(String path, String content) {
        var files = new TreeMap<>(byPath);
        files.put(path, content.getBytes(StandardCharsets.UTF_8));
        return new ContractFiles(files);
    }

    /** These files, with one less. */
    public ContractFiles without(String path) {
        if (!byPath.containsKey(path)) {
            throw new IllegalArgumentException("There is no " + path + " to leave out");
        }
        var files = new TreeMap<>(byPath);
        files.remove(path);
        return new ContractFiles(files);
    }

    /** Every path there is, in order. */
    public SortedSet<String> paths() {
        return new TreeSet<>(byPath.keySet());
    }

    /** The file's bytes, if there is such a file. */
    public Optional<byte[]> find(String path) {
        return Optional.ofNullable(byPath.get(path)).map(byte[]::clone);
    }

    /**
     * The file as text.
     *
     * @throws IllegalArgumentException when there is no such file
     */
    public String text(String path) {
        return new String(
                find(path).orElseThrow(() -> new IllegalArgumentException("No contract file " + path)),
                StandardCharsets.UTF_8);
    }
}

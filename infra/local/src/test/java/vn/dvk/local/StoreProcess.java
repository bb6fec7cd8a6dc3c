package vn.dvk.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

/** A store in a process of its own, to be killed. */
final class StoreProcess {

    private StoreProcess() {}

    /** Arguments: file, port. Prints a line when it serves. */
    public static void main(String[] arguments) throws Exception {
        try (var _ = Store.open(Path.of(arguments[0]), Integer.parseInt(arguments[1]))) {
            System.out.println("ready");
            Thread.currentThread().join(); // until killed
        }
    }

    /** Returns when it serves. */
    static Process start(Path file, int port, int heapMb) throws IOException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx" + heapMb + "m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreProcess.class.getName(),
                        file.toString(),
                        Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("ready");
        return process;
    }
}

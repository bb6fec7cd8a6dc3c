package vn.dvk.local;

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
}

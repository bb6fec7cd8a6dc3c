package vn.dvk.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import vn.dvk.faults.Main.Place;

/** A few faults with every change, all of them in the deep run: nothing is lost, made up or out of order. */
class FaultsIT {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, UTF_8);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path home;

    @Test
    void a_kill_poison_and_two_instances_cost_nothing() {
        survives(Faults.few());
    }

    @Test
    @Tag("deep")
    void no_fault_costs_anything() {
        survives(Faults.all());
    }

    private void survives(List<Fault> faults) {
        var good = Main.run(faults, Place.of(Map.of("DVK_HOME", home.toString())), out);
        System.out.println(bytes.toString(UTF_8));
        assertThat(good).as(bytes.toString(UTF_8)).isTrue();
    }
}

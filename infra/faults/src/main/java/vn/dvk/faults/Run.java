package vn.dvk.faults;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.dvk.faults.Main.Place;
import vn.dvk.replay.api.PlatformFailure;
import vn.dvk.spec.FaultProxy;

/** One platform, struck by one fault after the other; whatever happens, in the end nothing of it runs any more. */
final class Run {

    /** So few that a client sees the bound within the forty seconds that the broker is away. */
    private static final int BOUND = 300;

    /** So long a killed rebuild is taken for one under way. */
    private static final String SILENCE = "20s";

    private static final Map<String, String> SETTINGS =
            Map.of("DVK_RELAYBOUND", Integer.toString(BOUND), "DVK_REPORTING_REBUILD_SILENCE", SILENCE);

    private final Place place;
    private final PrintStream out;
    private final Ledger ledger = new Ledger();

    Run(Place place, PrintStream out) {
        this.place = place;
        this.out = out;
    }

    boolean strike(List<Fault> faults) {
        var begun = System.nanoTime();
        var installation = new Installation(place.repository(), place.home(), place.base());
        var atTheEnd = new Thread(() -> interrupted(installation));
        Runtime.getRuntime().addShutdownHook(atTheEnd);
        try (installation;
                var proxy = FaultProxy.before(installation.store())) {
            out.println("Đang khởi động nền tảng riêng trong %s… / Starting a platform of its own, random seed %d…"
                    .formatted(place.home(), place.seed()));
            installation.start(proxy.uri(), SETTINGS);
            out.println();
            out.println(Verdict.heading());
            var good = 0;
            for (var fault : faults) {
                var verdict = verdict(fault, installation, proxy);
                out.println(verdict.shown());
                good += verdict.good() ? 1 : 0;
            }
            out.println();
            out.println("%d/%d lỗi chịu được · %1$d of %2$d faults survived, %d s"
                    .formatted(
                            good,
                            faults.size(),
                            Duration.ofNanos(System.nanoTime() - begun).toSeconds()));
            if (good < faults.size()) {
                out.println("Nhật ký còn trong %s/platform/logs và store/logs. / The logs are kept there."
                        .formatted(place.home()));
            }
            return good == faults.size();
        } finally {
            forget(atTheEnd);
        }
    }

    private void interrupted(Installation installation) {
        out.println("\nĐã ngắt, đang dừng… / Interrupted, stopping…");
        installation.close();
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // It is running: somebody has interrupted us.
        }
    }

    /** What a fault breaks on its way is its own bad verdict; the next one is struck all the same. */
    private Verdict verdict(Fault fault, Installation installation, FaultProxy proxy) {
        var begun = System.nanoTime();
        var kafka = new Kafka(installation.bootstrap());
        var programme = "FAULT-" + fault.name();
        var scene = new Scene(
                installation,
                proxy,
                kafka,
                ledger,
                programme,
                place.base(),
                new Random(place.seed() + fault.name().hashCode()));
        try {
            Directory.layDown(scene.api(), programme);
            fault.strike(scene);
        } catch (PlatformFailure failed) {
            scene.promise(String.valueOf(failed.getMessage()), false);
        } finally {
            proxy.restore();
        }
        return new Oracle(scene, ledger).judge(fault, begun);
    }
}

package vn.dvk.bench.measure;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.dvk.bench.Site;
import vn.dvk.bench.bare.BareService;
import vn.dvk.bench.http.Http;

/** The bare service as a process of its own, with the flags of the services it is compared with. */
final class Bare implements AutoCloseable {

    private final Site site;
    private final Process process;

    private Bare(Site site, Process process) {
        this.site = site;
        this.process = process;
    }

    static Bare start(Site site) {
        var command = new ArrayList<>(List.of(
                site.java(),
                site.marker("bare"),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path", ""),
                BareService.class.getName(),
                Integer.toString(site.port("bare")),
                site.address("identity").toString(),
                site.store(),
                site.bootstrap()));
        var bare = new Bare(site, site.start("bare", command, List.of()));
        Site.await(Duration.ofSeconds(60), "the bare service", bare::isReady);
        return bare;
    }

    URI address() {
        return site.address("bare");
    }

    private boolean isReady() {
        try (var http = new Http(address())) {
            return http.send("GET", "/ready", Map.of(), "").isOk();
        } catch (IOException _) {
            return false; // not listening yet
        }
    }

    @Override
    public void close() {
        site.end(process);
    }
}

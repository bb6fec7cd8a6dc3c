package vn.dvk.faults;

import static vn.dvk.replay.api.Actor.ADMINISTRATOR;
import static vn.dvk.replay.api.Actor.VIEWER;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import vn.dvk.faults.Installation.Home;
import vn.dvk.replay.CatchUp;
import vn.dvk.replay.Rebuild;
import vn.dvk.replay.api.Api;
import vn.dvk.replay.api.Key;
import vn.dvk.replay.api.Patience;
import vn.dvk.replay.api.Pause;
import vn.dvk.replay.api.Platform;
import vn.dvk.replay.api.PlatformFailure;
import vn.dvk.replay.api.Service;
import vn.dvk.replay.tables.Screen;
import vn.dvk.spec.FaultProxy;

/** What a fault may lay hands on: the running platform, its broker and store, and clients to keep it busy. */
public final class Scene {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofMillis(15);

    /** The second instance of a service has the port of the first one and ten. */
    private static final int SECOND = 10;

    private static final Screen SILENT =
            new Screen(new PrintStream(OutputStream.nullOutputStream(), true), false, false);

    private final Installation installation;
    private final FaultProxy proxy;
    private final Kafka kafka;
    private final Ledger ledger;
    private final Ledger.Page page;
    private final Random random;
    private final Api api;
    private final Api secondApi;
    private final URI live;
    private final ConcurrentLinkedQueue<String> findings = new ConcurrentLinkedQueue<>();
    private final List<String> remarks = new ArrayList<>();
    private final AtomicLong operations = new AtomicLong();

    Scene(
            Installation installation,
            FaultProxy proxy,
            Kafka kafka,
            Ledger ledger,
            String programme,
            int base,
            Random random) {
        this.installation = installation;
        this.proxy = proxy;
        this.kafka = kafka;
        this.ledger = ledger;
        this.page = ledger.page(programme);
        this.random = random;
        var first = Platform.from(Map.of("DVK_PORT_BASE", String.valueOf(base)));
        var patience = new Patience(
                Patience.USUAL.away(), Patience.USUAL.away(), Patience.USUAL.unknown(), Patience.USUAL.poll());
        this.api = new Api(first, patience, Pause.REAL);
        this.secondApi = new Api(first.at(base + SECOND), patience, Pause.REAL);
        this.live = first.address(Service.REPORTING).resolve("/live?programme=" + programme);
    }

    public String programme() {
        return page.programme();
    }

    public Api api() {
        return api;
    }

    /** Speaks to the second instances. */
    public Api secondApi() {
        return secondApi;
    }

    public Kafka kafka() {
        return kafka;
    }

    /** What stands between the services and their store. */
    public FaultProxy store() {
        return proxy;
    }

    public Random random() {
        return random;
    }

    /** Where the page of this fault's programme tells what changes. */
    public URI live() {
        return live;
    }

    Ledger.Page page() {
        return page;
    }

    /** How many models have been registered so far. */
    public long registered() {
        return page.count(What.REGISTERED);
    }

    /** Does something while clients are at work, for at least so many seconds. */
    public void underLoad(int atLeastSeconds, Runnable strike) {
        underLoad(atLeastSeconds, (_, _, _) -> api, strike);
    }

    public void underLoad(int atLeastSeconds, Doors doors, Runnable strike) {
        new Load(page, doors, PAUSE).during(strike, Duration.ofSeconds(atLeastSeconds));
    }

    /** Time in which others do something; what is waited for is awaited, not slept for. */
    public void pass(double seconds) {
        var end = System.nanoTime() + (long) (seconds * 1e9);
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
            if (Thread.currentThread().isInterrupted()) {
                throw new PlatformFailure("Đã dừng giữa chừng. (Interrupted.)");
            }
        }
    }

    /** A time between the two, another in every run. */
    public void passBetween(double least, double most) {
        pass(least + random.nextDouble() * (most - least));
    }

    /** @throws PlatformFailure if it does not come true within three minutes */
    public void await(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new PlatformFailure("Chờ mãi không thấy: %s. (Waited in vain for this.)".formatted(what));
            }
            pass(BETWEEN_LOOKS.toMillis() / 1000.0);
        }
    }

    /** Something that is promised besides; not kept, it makes the verdict a bad one. */
    public void promise(String what, boolean kept) {
        if (!kept) {
            findings.add(what);
        }
    }

    public void remark(String what) {
        remarks.add(what);
    }

    List<String> findings() {
        return List.copyOf(findings);
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }

    // The platform's processes.

    /** {@code kill -9}; the supervisor starts it again. */
    public void kill(Service service) {
        installation.kill(Home.PLATFORM, name(service));
    }

    public void killSecond(Service service) {
        installation.kill(Home.PLATFORM, name(service) + "-2");
    }

    public void stop(Service service) {
        installation.order("stop", name(service));
    }

    public void start(Service service) {
        installation.order("start", name(service));
    }

    public void restart(Service service) {
        installation.order("restart", name(service));
    }

    public void restartSecond(Service service) {
        installation.order("restart", name(service) + "-2");
    }

    /** @param instances one or two */
    public void scale(Service service, int instances) {
        installation.order("scale", name(service) + "=" + instances);
    }

    public void freeze(Service service) {
        installation.freeze(Home.PLATFORM, name(service));
    }

    public void wake(Service service) {
        installation.wake(Home.PLATFORM, name(service));
    }

    public void freezeSecond(Service service) {
        installation.freeze(Home.PLATFORM, name(service) + "-2");
    }

    public void wakeSecond(Service service) {
        installation.wake(Home.PLATFORM, name(service) + "-2");
    }

    /** Returns when it says that it is ready for requests. */
    public void awaitReady(Service service) {
        api.get(service, VIEWER, "/actuator/health/readiness");
    }

    public void killBroker() {
        installation.kill(Home.PLATFORM, "backbone");
    }

    public void freezeBroker() {
        installation.freeze(Home.PLATFORM, "backbone");
    }

    public void wakeBroker() {
        installation.wake(Home.PLATFORM, "backbone");
    }

    public void restartBroker() {
        installation.order("restart", "backbone");
    }

    public void awaitBroker() {
        await("Kafka", () -> installation.backboneReady(Home.PLATFORM));
    }

    public void killStore() {
        installation.kill(Home.STORE, "backbone");
    }

    public void restartStore() {
        installation.restartStore();
    }

    public void awaitStore() {
        await("store", () -> installation.backboneReady(Home.STORE));
    }

    // What operators do.

    /** Every service has published what it wrote and read what the others published, and nothing waits. */
    public void awaitQuiet() {
        new CatchUp(api, SILENT, Pause.REAL).await();
    }

    /** @return whether a read store built anew from the log is the same as the one that is read, and read now */
    public boolean rebuild() {
        return new Rebuild(api, SILENT, Pause.REAL).run(false);
    }

    /** Streams that wait at a service, as it shows them to an operator. */
    public List<JsonNode> waiting(Service service) {
        var items = new ArrayList<JsonNode>();
        api.get(service, VIEWER, "/api/v1/operations/waiting").path("items").forEach(items::add);
        return items;
    }

    /** An operator's order to a service about what waits there: {@code waiting/discard}. */
    public JsonNode operate(Service service, String order, Object body) {
        var key = new Key("%s:operate:%d".formatted(programme(), operations.incrementAndGet()));
        return api.post(service, ADMINISTRATOR, "/api/v1/operations/" + order, key, body);
    }

    /** An id for a model of a stranger's; its stream is not held against the platform. */
    public String stranger() {
        var id = UUID.randomUUID().toString();
        ledger.stranger(id);
        return id;
    }

    /** What every event about a model says, of a stranger's model. */
    public Map<String, Object> dimensions(String model) {
        return Directory.dimensions(programme(), model);
    }

    private static String name(Service service) {
        return service.name().toLowerCase(Locale.ROOT);
    }
}

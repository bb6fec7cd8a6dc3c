package vn.dvk.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.dvk.bench.CannotMeasure;
import vn.dvk.bench.Site;
import vn.dvk.bench.http.People;

/** Waits until every service has published what it wrote and seen what the others published: two looks find the same. */
final class Rest {

    private static final List<String> SERVICES = List.of("registration", "evaluation", "awards", "reporting");

    private final Site site;
    private final People people;

    Rest(Site site, People people) {
        this.site = site;
        this.people = people;
    }

    private record Look(long left, long read) {}

    void await(Duration limit) throws InterruptedException {
        var deadline = System.nanoTime() + limit.toNanos();
        var last = List.<Look>of();
        while (true) {
            var now = look();
            if (now.equals(last) && now.stream().allMatch(one -> one.left() == 0)) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new CannotMeasure("The services have not come to rest: " + now);
            }
            last = now;
            Thread.sleep(150);
        }
    }

    private List<Look> look() {
        people.signInAgain();
        var looks = new ArrayList<Look>();
        for (var service : SERVICES) {
            var lag = people.get(site.address(service), "xem", "/api/v1/operations/lag");
            looks.add(new Look(
                    lag.path("outbox").asLong(0)
                            + lag.path("lag").asLong(0)
                            + lag.path("waiting").asLong(0),
                    lag.path("read").asLong(0)));
        }
        return looks;
    }
}

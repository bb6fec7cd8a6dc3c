package vn.dvk.faults;

import static vn.dvk.replay.api.Service.AWARDS;
import static vn.dvk.replay.api.Service.EVALUATION;
import static vn.dvk.replay.api.Service.REGISTRATION;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import vn.dvk.replay.api.Service;

/**
 * Every command the platform has accepted, written down by the client that sent it. The platform does not know it; it is
 * what the platform is measured against.
 */
public final class Ledger {

    /** The services whose events follow from commands; each model is a stream of its own in each. */
    static final List<Service> SOURCES = List.of(REGISTRATION, EVALUATION, AWARDS);

    /**
     * @param version of the stream after it, as answered; 0 where the answer says none
     */
    record Accepted(String model, What what, long version) {}

    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final Set<String> strangers = ConcurrentHashMap.newKeySet();

    /** One fault's part of it. */
    Page page(String programme) {
        return pages.computeIfAbsent(programme, Page::new);
    }

    /** A stream that a stranger has written to: nobody's command stands behind its events. */
    public void stranger(String stream) {
        strangers.add(stream);
    }

    /** Whether a command or a stranger accounts for the stream's being there at all. */
    boolean accountsFor(String stream) {
        return strangers.contains(stream)
                || pages.values().stream().anyMatch(page -> page.accepted.containsKey(stream));
    }

    /** What was accepted in one programme, model by model in the order of the answers. */
    static final class Page {

        private final String programme;
        private final Map<String, ConcurrentLinkedQueue<Accepted>> accepted = new ConcurrentHashMap<>();

        private final AtomicInteger size = new AtomicInteger();

        private Page(String programme) {
            this.programme = programme;
        }

        String programme() {
            return programme;
        }

        void accepted(String model, What what, long version) {
            accepted.computeIfAbsent(model, _ -> new ConcurrentLinkedQueue<>()).add(new Accepted(model, what, version));
            size.incrementAndGet();
        }

        int size() {
            return size.get();
        }

        long count(What what) {
            return accepted.values().stream()
                    .flatMap(ConcurrentLinkedQueue::stream)
                    .filter(one -> one.what() == what)
                    .count();
        }

        List<String> models() {
            return accepted.keySet().stream().sorted().toList();
        }

        /** What must have happened to a model at a service, in order; what the service does by itself included. */
        List<Accepted> of(String model, Service service) {
            var all = List.copyOf(accepted.getOrDefault(model, new ConcurrentLinkedQueue<>()));
            var of = new ArrayList<Accepted>();
            if (service == What.OPENED.service()) {
                all.stream()
                        .filter(one -> one.what() == What.REGISTERED)
                        .map(one -> new Accepted(model, What.OPENED, 0))
                        .forEach(of::add);
            }
            all.stream().filter(one -> one.what().service() == service).forEach(of::add);
            return of;
        }
    }
}

package vn.dvk.spec.contract;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** What a service that publishes has promised. */
public final class PublisherContract {

    /** Every event has these two; more may follow as fields are added. */
    static final List<String> SAMPLES = List.of("minimal", "full");

    private final Contracts contracts;
    private final String service;

    PublisherContract(Contracts contracts, String service) {
        this.contracts = contracts;
        this.service = service;
    }

    /**
     * The wire names in the service's code and the contracts are the same: each name has a schema, both samples and a
     * message on a topic this service writes; and nothing is promised that the service does not publish.
     *
     * @param wireNames every wire name the service publishes, on all its topics
     * @throws AssertionError listing what is missing on either side
     */
    public void publishesExactly(Collection<String> wireNames) {
        var problems = new Problems();
        for (var type : new TreeSet<>(wireNames)) {
            checkPublished(type, problems);
        }
        for (var promised : contracts.types(service)) {
            if (!wireNames.contains(promised)) {
                problems.add(promised + " is promised and " + service + " does not publish it");
            }
        }
        problems.throwIfAny("What " + service + " publishes and its contracts differ");
    }

    private void checkPublished(String type, Problems problems) {
        if (EventName.ofType(type).isEmpty()) {
            problems.add(type + " is not a wire name such as vn.dvk.awards.hold-placed.v1");
            return;
        }
        if (!contracts.types().contains(type)) {
            problems.add(type + " has no schema");
        }
        var labels = contracts.samples(type).stream().map(Sample::label).toList();
        SAMPLES.stream()
                .filter(label -> !labels.contains(label))
                .forEach(label -> problems.add(type + " has no " + label + " sample"));
        var topics = contracts.asyncApi().topicsOf(type);
        if (topics.isEmpty()) {
            problems.add(type + " is no message in " + AsyncApi.PATH);
        }
        if (contracts.asyncApi().reserved().contains(type)) {
            problems.add(type + " is published, so it is not reserved any more (x-reserved in " + AsyncApi.PATH + ")");
        }
        for (var topic : topics) {
            if (!topic.name().equals(contracts.topicOf(type))) {
                problems.add("%s is on %s and belongs on %s".formatted(type, topic.name(), contracts.topicOf(type)));
            }
            if (!topic.writer().equals(service)) {
                problems.add("%s is on %s, which %s writes".formatted(type, topic.name(), topic.writer()));
            }
        }
    }
}

package vn.dvk.reporting.events;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.Installation;
import vn.dvk.kit.envelope.RecordReader;
import vn.dvk.kit.envelope.Source;

/**
 * Whose topics are read: the own installation's, and those of the others that are followed. Events of others are read as
 * if they had named everything by installation and code, so behind this nothing needs to know of installations.
 */
public record Installations(Installation own, List<Followed> others) {

    /** @throws IllegalArgumentException if one is named twice, or two would have the same topics */
    public Installations {
        others = List.copyOf(others);
        var names = new HashSet<Installation>(List.of(own));
        var topics = new HashSet<String>();
        for (var other : others) {
            if (!names.add(other.installation())) {
                throw new IllegalArgumentException("dvk.reporting.follows names %s twice, or the own installation"
                        .formatted(other.installation()));
            }
            if (!topics.add(other.topic(""))) {
                throw new IllegalArgumentException(
                        "dvk.reporting.follows: the topics of %s are somebody else's".formatted(other.installation()));
            }
        }
    }

    /** The own one first. */
    public List<Installation> all() {
        return Stream.concat(Stream.of(own), others.stream().map(Followed::installation))
                .toList();
    }

    /** Their codes, the own one first. */
    public List<String> codes() {
        return all().stream().map(Installation::code).toList();
    }

    /** Theirs behind the own ones. */
    public List<String> topics(List<String> own) {
        var all = new ArrayList<>(own);
        others.forEach(other -> own.forEach(topic -> all.add(other.topic(topic))));
        return List.copyOf(all);
    }

    /** Those of these topics that the own installation's services write. */
    public List<String> own(List<String> topics) {
        return topics.stream()
                .filter(topic -> Source.ofTopic(topic, own).isPresent())
                .toList();
    }

    /** Gives events of others with what they name named by installation and code. */
    public RecordReader reader() {
        var terms = others.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Followed::installation,
                        other -> SharedTerms.of(other.installation().code(), other.sharedTerms())));
        return RecordReader.of(this::ownerOf, (event, owner) -> named(event, owner, terms));
    }

    private IncomingEvent named(IncomingEvent event, Source owner, Map<Installation, SharedTerms> terms) {
        return owner.installation().equals(own)
                ? event
                : ForeignEvent.named(
                        event, owner.installation().code(), terms.getOrDefault(owner.installation(), SharedTerms.SAME));
    }

    private Optional<Source> ownerOf(String topic) {
        for (var other : others) {
            var prefix = other.topic("");
            if (topic.startsWith(prefix)) {
                return Source.ofTopic(topic.substring(prefix.length()), other.installation());
            }
        }
        return Source.ofTopic(topic, own);
    }
}

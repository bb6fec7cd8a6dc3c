package vn.dvk.reporting.read.summary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.counting.FactQueries.Group;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Measure;
import vn.dvk.reporting.domain.organisation.Tree;
import vn.dvk.reporting.read.summary.SummaryTable.Awards;
import vn.dvk.reporting.read.summary.SummaryTable.Row;
import vn.dvk.reporting.read.summary.SummaryTable.Split;

/** One row while it is being added up: what the unit and everything below it did. */
final class Node {

    private final String place;
    private final @Nullable Node parent;
    private final Map<String, Node> children = new TreeMap<>();
    private long own;
    private Split registered = Split.NONE;
    private long refused;
    private long withdrawn;
    private long inProgress;
    private long closed;
    private long replicated;
    private final Map<String, Long> byOrigin = new TreeMap<>();
    private final Map<String, Split> byField = new TreeMap<>();
    private final Map<String, Long> recognized = new TreeMap<>();
    private final Map<List<@Nullable String>, Long> awards = new LinkedHashMap<>();
    private final Set<String> registering = new HashSet<>();

    Node(String place, @Nullable Node parent) {
        this.place = place;
        this.parent = parent;
    }

    /** As answers show it. */
    String unit() {
        return Tree.shown(place);
    }

    Node child(String below) {
        return children.computeIfAbsent(below, it -> new Node(it, this));
    }

    Collection<Node> children() {
        return children.values();
    }

    /** Places from below the top down to this one. */
    List<String> path() {
        var path = new ArrayList<String>();
        for (var node = this; node.parent != null; node = node.parent) {
            path.addFirst(node.place);
        }
        return path;
    }

    /** What the unit itself has registered. */
    long own() {
        return own;
    }

    long below() {
        return children.values().stream().mapToLong(Node::total).sum();
    }

    void addOwn(Group group) {
        if (group.measure() == Measure.REGISTERED) {
            own += group.count();
        }
    }

    void add(Group group, String from) {
        var key = group.key();
        var count = group.count();
        var subject = key.getOrDefault(Dimension.SUBJECT, "");
        switch (group.measure()) {
            case REGISTERED -> {
                registered = registered.plus(subject, count);
                byOrigin.merge(key.getOrDefault(Dimension.ORIGIN, "UNKNOWN"), count, Long::sum);
                byField.compute(
                        key.getOrDefault(Dimension.FIELD, "UNKNOWN"),
                        (_, split) -> (split == null ? Split.NONE : split).plus(subject, count));
                if (!Tree.isUnattributable(from)) {
                    registering.add(from);
                }
            }
            case RECOGNITIONS -> recognized.merge(key.getOrDefault(Dimension.LEVEL, "UNKNOWN"), count, Long::sum);
            case REFUSED -> refused += count;
            case WITHDRAWN -> withdrawn += count;
            case IN_PROGRESS -> inProgress += count;
            case CLOSED -> closed += count;
            case REPLICATED -> replicated += count;
            case AWARDED ->
                awards.merge(
                        java.util.Arrays.asList(
                                key.get(Dimension.FORM),
                                key.get(Dimension.TRACK),
                                key.get(Dimension.CATEGORY),
                                key.get(Dimension.SUBJECT),
                                key.get(Dimension.ISSUER)),
                        count,
                        Long::sum);
            default -> throw new IllegalArgumentException("The table has no column for " + group.measure());
        }
    }

    long total() {
        return registered.total();
    }

    long ofSubjects() {
        return registered.collective() + registered.individual() + registered.household();
    }

    /** Every registered model is in exactly one state. */
    long ofStates() {
        return inProgress + closed + withdrawn;
    }

    /** What stands in the columns of the programme's own fields; a field it does not have makes a difference. */
    long ofFields(List<String> fields) {
        return fields.stream()
                .mapToLong(field -> byField.getOrDefault(field, Split.NONE).total())
                .sum();
    }

    /** Whether it stands there in this tree as well: as then, a unit that was moved has a row where it was, too. */
    boolean isIn(Tree tree) {
        return parent == null || parent.place.equals(tree.parent(place)) && parent.isIn(tree);
    }

    Row row(String name, int depth, @Nullable Integer expected, @Nullable Integer expectedRegistering) {
        return new Row(
                unit(),
                name,
                parent == null ? null : parent.unit(),
                depth,
                registered,
                byOrigin,
                byField,
                recognized,
                refused,
                inProgress,
                closed,
                withdrawn,
                replicated,
                awards.entrySet().stream()
                        .map(one -> new Awards(
                                one.getKey().get(0),
                                one.getKey().get(1),
                                one.getKey().get(2),
                                one.getKey().get(3),
                                one.getKey().get(4),
                                one.getValue()))
                        .toList(),
                registering.size(),
                expected,
                expectedRegistering);
    }
}

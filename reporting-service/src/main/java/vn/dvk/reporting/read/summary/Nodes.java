package vn.dvk.reporting.read.summary;

import java.util.function.ObjIntConsumer;
import vn.dvk.reporting.counting.Counting.Placed;

/**
 * The rows of the table while they are added up, as a tree. As then a unit that was moved stands in it twice, below each
 * unit it belonged to, with what it did while it did.
 */
final class Nodes {

    private final Node top;

    Nodes(String top) {
        this.top = new Node(top, null);
    }

    String top() {
        return top.unit();
    }

    /** A unit outside the top unit's subtree is shown directly below it: left out, the total would be wrong. */
    void add(Placed placed) {
        var path = placed.path();
        var upToTop = path.contains(top.unit()) ? path.subList(0, path.indexOf(top.unit())) : path.subList(0, 1);
        top.add(placed.group(), path.getFirst());
        var node = top;
        for (var unit : upToTop.reversed()) {
            node = node.child(unit);
            node.add(placed.group(), path.getFirst());
        }
        node.addOwn(placed.group());
    }

    /** From the top down, each before what is below it. */
    void forEach(ObjIntConsumer<Node> reader) {
        forEach(top, 0, reader);
    }

    private static void forEach(Node node, int depth, ObjIntConsumer<Node> reader) {
        reader.accept(node, depth);
        node.children().forEach(child -> forEach(child, depth + 1, reader));
    }

    /** What was registered by the unit itself, at the place of that node in the other tree. */
    long own(Node other) {
        var node = top;
        for (var place : other.path()) {
            node = node.child(place);
        }
        return node.own();
    }
}

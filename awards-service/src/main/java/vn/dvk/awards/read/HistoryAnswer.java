package vn.dvk.awards.read;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import vn.dvk.kit.decide.Recorded;

/** Everything that ever happened, oldest first: who, when, what. It cannot be edited. */
public record HistoryAnswer(List<Item> items) {

    /** @param at recorded time; the business date is in the data */
    public record Item(long n, String type, Instant at, String by, Object data) {}

    public static <E> HistoryAnswer of(List<Recorded<E>> history, Function<E, String> nameOf) {
        return new HistoryAnswer(history.stream()
                .map(one -> new Item(one.n(), nameOf.apply(one.event()), one.at(), one.by(), one.event()))
                .toList());
    }
}

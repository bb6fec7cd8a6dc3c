package vn.dvk.reporting.read.counts;

import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.reporting.counting.Counting;
import vn.dvk.reporting.counting.Filter;
import vn.dvk.reporting.counting.Parameters;
import vn.dvk.reporting.counting.Watermarks;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.read.Texts;

@RestController
class CountsController {

    private final Counting counting;
    private final MessageSource texts;
    private final Clock clock;
    private final Watermarks watermarks;

    CountsController(Counting counting, MessageSource texts, Clock clock, Watermarks watermarks) {
        this.counting = counting;
        this.texts = texts;
        this.clock = clock;
        this.watermarks = watermarks;
    }

    /**
     * @param total null if it cannot be given: who should register nobody has said, or awards of several tracks would be
     *              added up
     * @param countedFor the unit of the view that the one asked about stands for, where it has ended
     * @param installations whose facts are counted, together unless grouped
     * @param asOf  the last business date that counts: the one asked for, the programme's cut-off, or today
     * @param watermark place in the log; asked as known by it, the same question always has the same answer
     */
    record Counts(
            String measure,
            @Nullable BigDecimal total,
            String unitOfMeasure,
            List<Group> groups,
            @Nullable String countedFor,
            List<String> installations,
            LocalDate asOf,
            Instant asKnown,
            @Nullable String watermark) {}

    record Group(Map<String, @Nullable String> key, long count) {}

    @GetMapping("/api/v1/counts")
    @Operation(
            summary = "How many",
            description = "Counts the facts that match the filter; by lists the dimensions to group by, separated by"
                    + " commas. A group whose facts do not have a dimension has null there. Awards without a track= are told"
                    + " apart by it: those of Party and State have no total.")
    Counts counts(Filter filter, @RequestParam(defaultValue = "") String by) {
        var dimensions = Counting.apart(filter, Parameters.groups(by));
        var watermark = watermarks.of(filter.known());
        var count = counting.count(filter, dimensions);
        var measure = Objects.requireNonNull(filter.measure());
        return new Counts(
                measure.code(),
                count.total(),
                Texts.of(texts).unitOf(measure),
                dimensions.isEmpty()
                        ? List.of()
                        : count.parts().stream()
                                .map(part -> new Group(key(dimensions, part.key()), part.count()))
                                .toList(),
                counting.standsFor(filter),
                counting.installations(filter),
                counting.day(filter),
                filter.asKnown() == null ? clock.instant() : filter.asKnown(),
                watermark);
    }

    private static Map<String, @Nullable String> key(List<Dimension> dimensions, Map<Dimension, String> values) {
        var key = new LinkedHashMap<String, @Nullable String>();
        dimensions.forEach(dimension -> key.put(dimension.code(), values.get(dimension)));
        return key;
    }
}

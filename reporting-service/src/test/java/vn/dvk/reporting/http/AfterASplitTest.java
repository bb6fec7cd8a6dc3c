package vn.dvk.reporting.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvk.reporting.running.Model;
import vn.dvk.reporting.running.Reporting;

/** Nothing of a unit that was split is lost: neither what was never accepted nor what was over by then. */
class AfterASplitTest {

    private static final String REFORM = "2025-07-01";

    private final Reporting reporting = Reporting.shared();
    private final String at = Reporting.newCode();

    /** By the measure that counts it; each of its own way to be none of what runs. */
    private Map<String, Model> entries() {
        reporting.unit(at, "PROVINCE", null, null, null);
        var split = """
                [{"type":"SPLIT","units":["%s"],"successors":["%s","%s"],"effective":"%s","decision":null,"basis":null}]""".formatted(code("C"), code("A"), code("B"), REFORM);
        reporting.unit(code("C"), "COMMUNE", at, null, split);
        reporting.unit(code("A"), "COMMUNE", at, REFORM, split);
        reporting.unit(code("B"), "COMMUNE", at, REFORM, split);
        reporting.programme(at, at, "2025-01-01", "2025-12-31", "{\"kind\":\"COMMUNE\",\"under\":\"" + at + "\"}");
        var entries = new LinkedHashMap<String, Model>();
        entries.put("submitted", entry().submitted("2025-02-01"));
        entries.put("not-approved", entry().submitted("2025-02-01").notApproved("2025-02-02"));
        entries.put("submission-withdrawn", entry().submitted("2025-02-01").withdrawn("2025-02-02"));
        entries.put("withdrawn", entry().registered("2025-02-01").withdrawn("2025-03-01"));
        entries.put("closed", entry().registered("2025-02-01").reviewed(2025, "ENDED", "2025-03-01"));
        return entries;
    }

    @Test
    void whatNobodyHasAssignedIsInARowOfItsOwn() {
        entries().values().forEach(reporting::publish);
        reporting.await("measure=closed&programme=" + at, 1);

        assertThat(figures("then", code("C"))).isEqualTo("3 1 1 1 1");
        for (var view : new String[] {"cutoff", "now"}) {
            assertThat(figures(view, at)).as(view).isEqualTo("3 1 1 1 1");
            assertThat(figures(view, "unattributable")).as(view).isEqualTo("3 1 1 1 1");
            assertThat(figures(view, code("A"))).as(view).isEqualTo("0 0 0 0 0");
        }
        assertThat(figures("cutoff&asOf=2025-06-30", code("C")))
                .as("before the split")
                .isEqualTo("3 1 1 1 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"submitted", "not-approved", "submission-withdrawn", "withdrawn", "closed"})
    void whateverItIsCanBeAssigned(String measure) {
        var entry = Objects.requireNonNull(entries().get(measure));
        reporting.publish(entry);
        entry.transferred(code("A"), REFORM);
        reporting.publishSince(entry.events().size() - 1, entry);

        for (var view : new String[] {"cutoff", "now"}) {
            Awaitility.await()
                    .untilAsserted(() ->
                            assertThat(count(measure, view, code("A"))).as(view).isEqualTo(1));
            assertThat(count(measure, view, "unattributable")).as(view).isZero();
            assertThat(count(measure, view, code("B"))).as(view).isZero();
            assertThat(count(measure, view, at)).as(view).isEqualTo(1);
        }
        assertThat(count(measure, "then", code("C"))).isEqualTo(1);
        assertThat(count(measure, "then", code("A"))).isZero();
    }

    private Model entry() {
        return reporting.newModel(at, code("C"));
    }

    /** Submitted, not approved, given up before, given up after the registration, closed. */
    private String figures(String view, String unit) {
        return Stream.of("submitted", "not-approved", "submission-withdrawn", "withdrawn", "closed")
                .map(measure -> Long.toString(count(measure, view, unit)))
                .collect(Collectors.joining(" "));
    }

    private long count(String measure, String view, String unit) {
        return reporting.count("measure=%s&programme=%s&unit=%s&organisation=%s".formatted(measure, at, unit, view));
    }

    private String code(String unit) {
        return at + '-' + unit;
    }
}

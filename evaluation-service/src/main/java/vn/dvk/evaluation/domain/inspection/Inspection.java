package vn.dvk.evaluation.domain.inspection;

import java.time.LocalDate;
import java.util.List;
import vn.dvk.evaluation.domain.process.Evidence;

/**
 * A visit by the superior (kiểm tra).
 *
 * @param id its own, by which the world knows it
 */
public record Inspection(String id, LocalDate on, List<String> inspectors, String findings, List<Evidence> evidence) {

    public Inspection {
        inspectors = List.copyOf(inspectors);
        evidence = List.copyOf(evidence);
    }
}

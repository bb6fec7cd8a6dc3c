package vn.dvk.evaluation.domain.process;

import java.time.LocalDate;
import java.util.List;

/** A visit by the superior (kiểm tra). */
public record Inspection(LocalDate on, List<String> inspectors, String findings, List<Evidence> evidence) {

    public Inspection {
        inspectors = List.copyOf(inspectors);
        evidence = List.copyOf(evidence);
    }
}

package vn.dvk.evaluation.write;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.process.Evidence;

/** Where something that proves a step can be found. */
public record EvidenceBody(
        @NotBlank @Size(max = 300) String kind,
        @NotBlank @Size(max = 300) String title,
        @NotBlank @Size(max = 4000) String reference) {

    public static List<Evidence> toEvidence(@Nullable List<EvidenceBody> bodies) {
        return bodies == null
                ? List.of()
                : bodies.stream()
                        .map(body -> new Evidence(body.kind, body.title, body.reference))
                        .toList();
    }
}

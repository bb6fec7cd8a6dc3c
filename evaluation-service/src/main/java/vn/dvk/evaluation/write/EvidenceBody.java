package vn.dvk.evaluation.write;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.process.Evidence;
import vn.dvk.kit.envelope.DeterministicId;

/**
 * What proves a step, a report, an inspection, a score, a conclusion or a review.
 *
 * @param kind a term of the vocabulary of kinds: PLAN, MINUTES, PHOTO
 * @param id absent: made of what is said of it, so that the same evidence has the same id
 */
public record EvidenceBody(
        @Pattern(regexp = "[A-Za-z0-9._:-]{1,120}") @Nullable
        String id,

        @NotBlank @Size(max = 40) String kind,
        @NotBlank @Size(max = 300) String title,
        @Size(min = 1, max = 4000) @Nullable String reference,
        @Pattern(regexp = "[0-9a-f]{64}") @Nullable String sha256,
        @Size(min = 1, max = 300) @Nullable String number,
        @PastOrPresent @Nullable LocalDate date) {

    private Evidence evidence() {
        return new Evidence(id == null ? contentId() : id, kind, title, reference, sha256, number, date);
    }

    private String contentId() {
        return DeterministicId.of(
                kind, title, text(reference), text(sha256), text(number), date == null ? "" : date.toString());
    }

    private static String text(@Nullable String stated) {
        return stated == null ? "" : stated;
    }

    public static List<Evidence> toEvidence(@Nullable List<EvidenceBody> bodies) {
        return bodies == null
                ? List.of()
                : bodies.stream().map(EvidenceBody::evidence).toList();
    }
}

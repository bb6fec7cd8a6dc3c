package vn.dvk.awards.write;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Evidence;
import vn.dvk.kit.envelope.DeterministicId;

/**
 * What proves a decision; the thing itself is kept elsewhere.
 *
 * @param id   absent: made of what is said of it, so that the same evidence has the same id
 * @param kind a term of the vocabulary evidence-kind
 */
public record EvidenceInput(
        @Nullable @Pattern(regexp = "[A-Za-z0-9._:-]{1,120}")
        String id,

        @NotBlank @Size(max = 40) String kind,
        @Nullable @Pattern(regexp = "[0-9a-f]{64}") String sha256) {

    private Evidence evidence() {
        return new Evidence(id == null ? DeterministicId.of(kind, sha256 == null ? "" : sha256) : id, kind, sha256);
    }

    public static List<Evidence> of(@Nullable List<EvidenceInput> given) {
        return given == null
                ? List.of()
                : given.stream().map(EvidenceInput::evidence).toList();
    }

    public static @Nullable List<Evidence> orNone(@Nullable List<EvidenceInput> given) {
        return given == null ? null : of(given);
    }
}

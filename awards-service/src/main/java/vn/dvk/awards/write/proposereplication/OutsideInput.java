package vn.dvk.awards.write.proposereplication;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A source that is none of the platform's models.
 *
 * @param name      of the source model, as it is known
 * @param from      whose it is, in words: another province, a ministry
 * @param programme of ours in which it is taken up
 * @param field     of that programme
 */
record OutsideInput(
        @NotBlank @Size(max = 300) String name,
        @NotBlank @Size(max = 300) String from,
        @NotBlank @Size(max = 40) String programme,
        @NotBlank @Size(max = 40) String field) {}

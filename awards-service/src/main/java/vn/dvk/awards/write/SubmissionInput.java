package vn.dvk.awards.write;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.submission.Addressee;
import vn.dvk.awards.domain.submission.Item;
import vn.dvk.awards.domain.submission.SubmissionText;

/**
 * A submission as its unit writes it. Gaps are filled later: what is missing is said when it is sent.
 *
 * @param number of the paper, where it has one
 * @param from   code of the unit that asks
 * @param to     who is to decide
 * @param items  what is asked for which model
 * @param note   for whoever decides
 */
public record SubmissionInput(
        @Nullable @Pattern(regexp = DecisionInput.NOT_BLANK) @Size(max = 300)
        String number,

        @NotBlank @Size(max = 40) String from,
        @Nullable @Valid AddresseeInput to,
        @Nullable @Size(max = 1000) List<@NotNull @Valid ItemInput> items,
        @Nullable @Size(max = 4000) String note) {

    public SubmissionText text() {
        return new SubmissionText(
                number,
                from,
                to == null ? null : new Addressee(to.unit(), OptionalText.orNone(to.name())),
                items == null ? List.of() : items.stream().map(ItemInput::item).toList(),
                OptionalText.orNone(note));
    }

    /**
     * @param unit code of the unit that is to decide, if it is one of ours
     * @param name of the authority, as written
     */
    public record AddresseeInput(
            @Nullable @Size(min = 1, max = 40) String unit,
            @Nullable @Size(max = 300) String name) {}

    /**
     * One of {@code level} and {@code form}.
     *
     * @param level at which it is to be recognized
     * @param form  of the award that it is to get
     */
    public record ItemInput(
            @NotBlank @Size(max = 80) String model,
            @Nullable @Size(min = 1, max = 40) String level,
            @Nullable @Size(min = 1, max = 40) String form) {

        public Item item() {
            return new Item(model, level, form);
        }
    }
}

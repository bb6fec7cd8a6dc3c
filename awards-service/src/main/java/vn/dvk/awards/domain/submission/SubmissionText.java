package vn.dvk.awards.domain.submission;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a submission says. A draft may have gaps; what is sent has none.
 *
 * @param number of the paper (số tờ trình); null while it has none
 * @param from   code of the unit that asks
 * @param to     null only in a draft
 * @param items  empty only in a draft
 * @param note   for whoever decides; published to nobody
 */
public record SubmissionText(
        @Nullable String number,
        String from,
        @Nullable Addressee to,
        List<Item> items,
        @Nullable String note) {

    public SubmissionText {
        items = List.copyOf(items);
    }
}

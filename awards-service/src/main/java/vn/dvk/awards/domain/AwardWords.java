package vn.dvk.awards.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.decide.Vocabulary;

/**
 * The vocabularies an award is written in.
 *
 * @param forms   hình thức khen thưởng
 * @param tracks  the systems in which awards are given (Đảng, Nhà nước); two are never summed as one
 * @param trackOf the only track of a form, for those that have one
 */
public record AwardWords(Vocabulary forms, Vocabulary tracks, Map<String, String> trackOf) {

    public AwardWords {
        trackOf = Map.copyOf(trackOf);
    }

    /** Both are terms in force on that day, and go together. */
    public Optional<Refusal> fault(String form, String track, LocalDate on) {
        return forms.fault("form", form, on)
                .or(() -> tracks.fault("track", track, on))
                .map(Refusal::blaming)
                .or(() -> trackOf.get(form) instanceof String only && !only.equals(track)
                        ? Optional.of(CommonRules.fault("track", AwardsReason.FORM_OF_ONE_TRACK, form, only))
                        : Optional.empty());
    }
}

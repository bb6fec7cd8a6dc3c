package vn.dvk.awards.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvk.awards.domain.AwardWords;
import vn.dvk.kit.decide.Vocabulary;
import vn.dvk.service.Vocabularies;

/**
 * The vocabularies that requests are checked against, in memory. While not all of a vocabulary's terms have arrived here,
 * each of these answers with 503, unless the words that are used have.
 */
@Component
public class Words {

    private static final String AWARD_FORM = "award-form";

    private final Vocabularies vocabularies;
    private volatile Map<String, String> trackOf = Map.of();

    Words(Directory directory) {
        this.vocabularies = new Vocabularies(() -> entries(directory));
    }

    /** A term has been told. */
    public void changed() {
        vocabularies.changed();
    }

    /** @param used the word that is about to be checked; null: none is known yet */
    public Vocabulary levels(@Nullable String used) {
        return vocabularies.of("level", used);
    }

    public Vocabulary unitKinds(String used) {
        return vocabularies.of("unit-kind", used);
    }

    public Vocabulary evidenceKinds(String used) {
        return vocabularies.of("evidence-kind", used);
    }

    /** @param form null, as for {@code track}: left as it is */
    public AwardWords awards(@Nullable String form, @Nullable String track) {
        var forms = vocabularies.of(AWARD_FORM, form);
        return new AwardWords(forms, vocabularies.of("track", track), trackOf);
    }

    private List<Vocabularies.Entry> entries(Directory directory) {
        var entries = new ArrayList<Vocabularies.Entry>();
        var tracks = new HashMap<String, String>();
        for (var term : directory.terms()) {
            entries.add(new Vocabularies.Entry(
                    term.vocabulary(),
                    new Vocabulary.Term(term.code(), term.rank(), term.from(), term.to()),
                    term.shippedTerms()));
            if (term.vocabulary().equals(AWARD_FORM) && term.track() instanceof String track) {
                tracks.put(term.code(), track);
            }
        }
        trackOf = Map.copyOf(tracks);
        return entries;
    }
}

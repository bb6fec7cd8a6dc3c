package vn.dvk.awards.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dvk.awards.domain.Terms;

/** What the programmes of models allow. */
@Component
public class ModelTerms {

    private final Placements places;
    private final Directory directory;

    ModelTerms(Placements places, Directory directory) {
        this.places = places;
        this.directory = directory;
    }

    /** In two reads, by model; missing where the model or its programme is not known yet. */
    public Map<String, Terms> of(Collection<String> models) {
        var placements = this.places.of(models);
        var terms = directory.terms(placements.values().stream()
                .map(Placements.Placement::programme)
                .distinct()
                .toList());
        var found = new HashMap<String, Terms>();
        placements.forEach((model, placement) -> {
            if (terms.get(placement.programme()) instanceof Terms known) {
                found.put(model, known);
            }
        });
        return found;
    }
}

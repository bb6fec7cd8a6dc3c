package vn.dvk.awards.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dvk.awards.domain.ProgrammeRules;

/** What the programmes of models allow. */
@Component
public class ProgrammeRulesByModel {

    private final Affiliations affiliations;
    private final Directory directory;

    ProgrammeRulesByModel(Affiliations affiliations, Directory directory) {
        this.affiliations = affiliations;
        this.directory = directory;
    }

    /** In two reads, by model; missing where the model or its programme is not known yet. */
    public Map<String, ProgrammeRules> of(Collection<String> models) {
        var byModel = affiliations.of(models);
        var byProgramme = directory.rules(byModel.values().stream()
                .map(Affiliations.Affiliation::programme)
                .distinct()
                .toList());
        var found = new HashMap<String, ProgrammeRules>();
        byModel.forEach((model, affiliation) -> {
            if (byProgramme.get(affiliation.programme()) instanceof ProgrammeRules rules) {
                found.put(model, rules);
            }
        });
        return found;
    }
}

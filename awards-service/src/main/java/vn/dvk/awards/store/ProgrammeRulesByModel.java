package vn.dvk.awards.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvk.awards.domain.ProgrammeRules;

/** What the programmes of models allow. */
@Component
public class ProgrammeRulesByModel {

    private final Affiliations affiliations;
    private final Directory directory;
    private final Words words;

    ProgrammeRulesByModel(Affiliations affiliations, Directory directory, Words words) {
        this.affiliations = affiliations;
        this.directory = directory;
        this.words = words;
    }

    /**
     * In two reads, by model; missing where the model or its programme is not known yet.
     *
     * @param level the one that is about to be checked
     */
    public Map<String, ProgrammeRules> of(Collection<String> models, String level) {
        return of(models, List.of(level));
    }

    /** @param level the one that is about to be checked; null: it stays the one it is */
    public @Nullable ProgrammeRules of(String model, @Nullable String level) {
        return of(List.of(model), level == null ? List.<String>of() : List.of(level))
                .get(model);
    }

    /** @param levels those that are about to be checked */
    public Map<String, ProgrammeRules> of(Collection<String> models, Collection<String> levels) {
        levels.forEach(words::levels);
        var allLevels = words.levels(null);
        var byModel = affiliations.of(models);
        var byProgramme = directory.rules(
                byModel.values().stream()
                        .map(Affiliations.Affiliation::programme)
                        .distinct()
                        .toList(),
                allLevels);
        var found = new HashMap<String, ProgrammeRules>();
        byModel.forEach((model, affiliation) -> {
            if (byProgramme.get(affiliation.programme()) instanceof ProgrammeRules rules) {
                found.put(model, rules);
            }
        });
        return found;
    }
}

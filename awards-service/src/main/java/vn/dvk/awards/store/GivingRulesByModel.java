package vn.dvk.awards.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dvk.awards.domain.GivingRules;
import vn.dvk.awards.store.Affiliations.Affiliation;

/** How awards are given to models: as the installation has settled it, unless the model's programme says otherwise. */
@Component
public class GivingRulesByModel {

    private final Affiliations affiliations;
    private final Directory directory;
    private final AwardSettings settings;

    GivingRulesByModel(Affiliations affiliations, Directory directory, AwardSettings settings) {
        this.affiliations = affiliations;
        this.directory = directory;
        this.settings = settings;
    }

    /** In two reads. */
    public Map<String, GivingRules> of(Collection<String> models) {
        return of(affiliations.of(models));
    }

    /** In one read, by model. */
    public Map<String, GivingRules> of(Map<String, Affiliation> byModel) {
        var own = directory.severalForms(
                byModel.values().stream().map(Affiliation::programme).distinct().toList());
        var usual = settings.rules();
        var rules = new HashMap<String, GivingRules>();
        byModel.forEach((model, affiliation) -> rules.put(
                model,
                new GivingRules(own.getOrDefault(affiliation.programme(), usual.severalForms()), usual.amounts())));
        return rules;
    }
}
